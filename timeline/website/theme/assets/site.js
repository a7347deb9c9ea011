// @ts-check
/* Small things that need a script. Everything reads without it. */
(function () {
  "use strict";

  var toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  var opener = /** @type {HTMLElement | null} */ (document.querySelector("[data-search-open]"));
  var query = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-md-component=search-query]"));

  /* The button opens Material's search box, which hangs on a hidden checkbox; Escape closes it and leads back. */
  if (toggle && opener && query) {
    var open = function () { if (toggle && !toggle.checked) toggle.click(); if (query) query.focus(); };
    opener.addEventListener("click", open);
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && toggle && toggle.checked) setTimeout(function () { if (opener) opener.focus(); });
    });
    /* Material listens to keys alone, and so misses what is pasted, dictated or composed. */
    query.addEventListener("input", function () { if (query) query.dispatchEvent(new KeyboardEvent("keyup")); });
  }

  /* The section that the page belongs to. The header stays when instant navigation changes the page. */
  function mark() {
    var here = location.pathname.replace(/index\.html$/, "");
    document.querySelectorAll("[data-section]").forEach(function (node) {
      var link = /** @type {HTMLAnchorElement} */ (node), path = link.pathname.replace(/index\.html$/, "");
      if (path === here) link.setAttribute("aria-current", "page");
      else if (link.dataset.section !== "home" && here.indexOf(path) === 0) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  }

  /* Puts a text on the clipboard with its italics, and without them for programs that take plain text. The event does
     so on file:// and without a question to the reader, which the newer interface does not. @param {HTMLElement} node */
  function copy(node) {
    var chosen = getSelection(), kept = chosen && chosen.rangeCount ? chosen.getRangeAt(0) : null, range = document.createRange();
    range.selectNodeContents(node);
    if (chosen) { chosen.removeAllRanges(); chosen.addRange(range); }
    function fill(/** @type {ClipboardEvent} */ event) {
      if (!event.clipboardData) return;
      event.preventDefault();
      event.clipboardData.setData("text/html", node.innerHTML);
      event.clipboardData.setData("text/plain", node.textContent || "");
    }
    document.addEventListener("copy", fill);
    var done = document.execCommand("copy");
    document.removeEventListener("copy", fill);
    if (chosen && done) { chosen.removeAllRanges(); if (kept) chosen.addRange(kept); }
    return done;
  }

  /* A button beside each text that can be copied, and one line that says aloud what happened. */
  function offer() {
    var nodes = document.querySelectorAll("[data-copy]:not([data-offered])");
    if (!nodes.length) return;
    var status = document.createElement("p");
    status.className = "tl-status";
    status.setAttribute("role", "status");
    nodes.forEach(function (found) {
      var node = /** @type {HTMLElement} */ (found), button = document.createElement("button"), name = node.dataset.copy || "";
      node.dataset.offered = "";
      button.type = "button";
      button.className = "tl-copy";
      function say(/** @type {string} */ word, /** @type {string} */ aloud) {
        button.textContent = word;
        button.setAttribute("aria-label", word + " the " + name);
        status.textContent = aloud;
      }
      say("Copy", "");
      button.addEventListener("click", function () {
        if (copy(node)) say("Copied", name + " copied"); else say("Selected", name + " selected: copy it with the keyboard");
        setTimeout(function () { say("Copy", ""); }, 3000);
      });
      node.insertAdjacentElement("afterend", button);
    });
    nodes[nodes.length - 1].closest("dl").insertAdjacentElement("afterend", status);
  }

  var pages = /** @type {any} */ (window).document$;
  function arrive() { mark(); offer(); }
  arrive(); /* Material tells of no page on file:// */
  if (pages) pages.subscribe(arrive);

  /* A folder has no index on a disk: on file:// links name it. */
  if (location.protocol === "file:") {
    document.addEventListener("click", function (event) {
      var link = /** @type {Element} */ (event.target).closest && /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a[href]"));
      if (!link || link.protocol !== "file:" || !link.pathname.endsWith("/")) return;
      event.preventDefault();
      location.href = link.pathname + "index.html" + link.search + link.hash;
    });
  }
})();
