// @ts-check
/**
 * <slide-show>: shows the steps of the page one at a time on the whole screen: of each [data-step] a copy of its
 * [data-show] parts. Arrow keys, Page Up and Down (which clickers send), Space, Home and End walk; Escape leaves.
 * The page itself stays as it is.
 */
(function () {
  "use strict";
  if (customElements.get("slide-show")) return;

  /** @param {string} text @param {() => void} act */
  function button(text, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "tl-button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  /** Nobody follows a link or a note number on a wall: leave their words alone. @param {HTMLElement} part */
  function copyOf(part) {
    var copy = /** @type {HTMLElement} */ (part.cloneNode(true));
    copy.removeAttribute("id");
    copy.querySelectorAll("[id]").forEach(function (node) { node.removeAttribute("id"); });
    copy.querySelectorAll(".tl-cite").forEach(function (node) { node.remove(); });
    copy.querySelectorAll("a").forEach(function (link) { link.replaceWith(link.textContent || ""); });
    copy.normalize();
    var texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    for (var text = texts.nextNode(); text; text = texts.nextNode()) text.nodeValue = (text.nodeValue || "").replace(/\s+(?=[.,;:?!])/g, "");
    return copy;
  }

  customElements.define("slide-show", class extends HTMLElement {
    connectedCallback() {
      if (this.opener) return;
      this.steps = /** @type {HTMLElement[]} */ (Array.from(this.querySelectorAll("[data-step]")));
      this.at = 0;
      this.opener = button("Show on the whole screen", () => this.open());
      this.prepend(this.opener);
    }

    /* Instant navigation takes the element away, and may do so while it shows. */
    disconnectedCallback() {
      if (this.ends) this.ends.abort();
      if (this.dialog && this.dialog.open) { this.dialog.close(); this.whole(false); }
    }

    build() {
      var dialog = this.dialog = document.createElement("dialog");
      dialog.className = "tl-show";
      dialog.setAttribute("aria-label", this.dataset.title || "Step by step");
      var frame = document.createElement("div"), bar = document.createElement("div");
      frame.className = "tl-show__frame";
      bar.className = "tl-show__bar";
      this.stage = document.createElement("div");
      this.stage.className = "tl-show__step";
      this.stage.setAttribute("aria-live", "polite");
      this.stage.tabIndex = 0;
      this.count = document.createElement("p");
      this.count.className = "tl-show__count";
      this.back = button("← Back", () => this.go(this.at - 1));
      this.next = button("Next →", () => this.go(this.at + 1));
      bar.append(this.count, this.back, this.next, button("Leave (Esc)", () => dialog.close()));
      frame.append(this.stage, bar);
      dialog.append(frame);
      dialog.addEventListener("keydown", event => this.key(event));
      dialog.addEventListener("close", () => this.closed());
      this.append(dialog);
    }

    open() {
      if (!this.dialog) this.build();
      var dialog = /** @type {HTMLDialogElement} */ (this.dialog);
      this.ends = new AbortController();
      /* Escape ends the browser's full screen first; one press is enough to leave both. */
      document.addEventListener("fullscreenchange", () => { if (!document.fullscreenElement) dialog.close(); }, { signal: this.ends.signal });
      addEventListener("resize", () => this.fit(), { signal: this.ends.signal });
      dialog.showModal();
      this.whole(true);
      this.go(this.at);
      /** @type {HTMLElement} */ (this.stage).focus();
    }

    /** Ask for the browser's full screen or leave it; a refusal changes nothing. @param {boolean} wanted */
    whole(wanted) {
      var root = document.documentElement;
      if (wanted && root.requestFullscreen) root.requestFullscreen().then(() => { if (!this.dialog || !this.dialog.open) this.whole(false); }, () => {});
      if (!wanted && document.fullscreenElement) document.exitFullscreen().catch(() => {});
    }

    closed() {
      if (this.ends) this.ends.abort();
      this.whole(false);
      this.steps[this.at].scrollIntoView({ block: "center" });
      if (this.opener) this.opener.focus({ preventScroll: true });
    }

    /** @param {KeyboardEvent} event */
    key(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "Escape") return /** @type {HTMLDialogElement} */ (this.dialog).close();
      var onButton = /** @type {Element} */ (event.target).tagName === "BUTTON";
      var to = ({ ArrowRight: this.at + 1, ArrowDown: this.at + 1, PageDown: this.at + 1, ArrowLeft: this.at - 1, ArrowUp: this.at - 1, PageUp: this.at - 1, Home: 0, End: this.steps.length - 1 })[event.key];
      if (event.key === " " && !onButton) to = this.at + (event.shiftKey ? -1 : 1);
      if (to === undefined) return;
      event.preventDefault();
      this.go(to);
    }

    /** Show a step; beyond the first and the last there is none. @param {number} to */
    go(to) {
      var last = this.steps.length - 1, stage = /** @type {HTMLElement} */ (this.stage);
      this.at = Math.max(0, Math.min(to, last));
      var step = this.steps[this.at], parts = /** @type {HTMLElement[]} */ (Array.from(step.querySelectorAll("[data-show]")));
      stage.dataset.topic = step.dataset.topic || "";
      stage.replaceChildren(...parts.map(copyOf));
      stage.scrollTop = 0;
      this.fit();
      /** @type {HTMLElement} */ (this.count).textContent = (this.at + 1) + " of " + this.steps.length;
      /** @type {HTMLElement} */ (this.back).setAttribute("aria-disabled", String(this.at === 0));
      /** @type {HTMLElement} */ (this.next).setAttribute("aria-disabled", String(this.at === last));
    }

    /** Make the letters smaller until the step fits the screen, down to half; after that it scrolls. */
    fit() {
      var stage = /** @type {HTMLElement} */ (this.stage), room = /** @type {HTMLElement} */ (stage.parentElement);
      for (var scale = 1; scale >= 0.5; scale -= 0.05) {
        stage.style.setProperty("--scale", scale.toFixed(2));
        if (stage.scrollHeight <= stage.clientHeight + 1 && room.scrollHeight <= room.clientHeight + 1) break;
      }
    }
  });
})();
