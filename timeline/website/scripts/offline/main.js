/**
 * Loaded from a disk only, where browsers start no worker: a hidden frame does the work of the search's, as soon as
 * somebody searches. The worker's script asks whether its parent has an IFrameWorker, and then looks for its own
 * address in the frame.
 */
class FrameWorker extends EventTarget {
  /** @param {string | URL} address */
  constructor(address) {
    super();
    this.address = String(new URL(address, document.baseURI));
    this.frame = /** @type {HTMLIFrameElement | null} */ (null);
    this.ready = false;
    this.waiting = /** @type {any[]} */ ([]);
  }

  /** @param {any} data */
  postMessage(data) {
    if (this.ready) return this.deliver(data);
    this.waiting.push(data);
    if (!this.frame) this.start();
  }

  terminate() {
    this.frame?.remove();
  }

  /** @returns {any} */
  get inside() {
    return this.frame?.contentWindow;
  }

  /** @param {any} data */
  deliver(data) {
    this.inside.dispatchEvent(new this.inside.MessageEvent("message", { data }));
  }

  start() {
    this.frame = document.createElement("iframe");
    this.frame.hidden = true;
    this.frame.srcdoc = "<!doctype html><title>Search</title><body>";
    this.frame.addEventListener("load", () => this.equip(), { once: true });
    document.body.append(this.frame);
  }

  /** Gives the frame what a worker's script expects around it, and the script. */
  async equip() {
    const { inside } = this;
    inside.postMessage = (/** @type {any} */ data) => this.dispatchEvent(new MessageEvent("message", { data }));
    inside.importScripts = async (/** @type {string[]} */ ...scripts) => {
      for (const script of scripts) await this.load(script);
    };
    await this.load(this.address);
    this.ready = true;
    for (const data of this.waiting.splice(0)) this.deliver(data);
  }

  /** @param {string} src */
  load(src) {
    return new Promise((done, failed) => {
      const script = this.inside.document.createElement("script");
      Object.assign(script, { src, onload: done, onerror: failed });
      this.inside.document.body.append(script);
    });
  }
}

const page = /** @type {any} */ (window);
page.Worker = page.IFrameWorker = FrameWorker;
