// @ts-check
/* Loaded from a disk only, where browsers start no worker: a hidden frame does the work of the search's, as soon as
   somebody searches. The worker's script asks whether its parent has an IFrameWorker, and then looks for its own
   address in the frame. */
(function () {
  "use strict";

  /** @param {string | URL} address */
  function FrameWorker(address) {
    var worker = /** @type {any} */ (new EventTarget());
    /** @type {HTMLIFrameElement | undefined} */
    var frame;
    var url = String(new URL(address, document.baseURI)), ready = false, waiting = /** @type {any[]} */ ([]);

    /** @param {any} data */
    function deliver(data) {
      var inside = /** @type {any} */ (frame).contentWindow;
      inside.dispatchEvent(new inside.MessageEvent("message", { data: data }));
    }

    function start() {
      frame = document.createElement("iframe");
      frame.hidden = true;
      frame.srcdoc = "<!doctype html><title>Search</title><body>";
      frame.addEventListener("load", function () {
        var inside = /** @type {any} */ (/** @type {HTMLIFrameElement} */ (frame).contentWindow);
        /** @param {string} src */
        var load = function (src) {
          return new Promise(function (done, failed) {
            var script = inside.document.createElement("script");
            script.src = src;
            script.onload = done;
            script.onerror = failed;
            inside.document.body.append(script);
          });
        };
        inside.postMessage = function (/** @type {any} */ data) { worker.dispatchEvent(new MessageEvent("message", { data: data })); };
        inside.importScripts = function () {
          return Array.prototype.reduce.call(arguments, function (before, src) {
            return before.then(function () { return load(src); });
          }, Promise.resolve());
        };
        load(url).then(function () { ready = true; waiting.splice(0).forEach(deliver); });
      }, { once: true });
      document.body.append(frame);
    }

    worker.postMessage = function (/** @type {any} */ data) {
      if (ready) return deliver(data);
      waiting.push(data);
      if (!frame) start();
    };
    worker.terminate = function () { if (frame) frame.remove(); };
    return worker;
  }

  /** @type {any} */ (window).Worker = /** @type {any} */ (window).IFrameWorker = FrameWorker;
})();
