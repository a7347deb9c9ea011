// @ts-check
/**
 * <guided-story>: shows the steps of the page one at a time on the whole screen. Arrow keys, Page Up and Down (which
 * clickers send), Space, Home and End walk; Escape leaves. The page itself stays as it is.
 */
(function () {
  "use strict";
  if (customElements.get("guided-story")) return;

  /** @param {string} text @param {() => void} act */
  function button(text, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "tl-button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  customElements.define("guided-story", class extends HTMLElement {
    connectedCallback() {
      if (this.opener) return;
      this.steps = /** @type {HTMLElement[]} */ (Array.from(this.querySelectorAll("[data-step]")));
      this.at = 0;
      this.opener = button("Show on the whole screen", () => this.open());
      this.prepend(this.opener);
    }

    disconnectedCallback() { if (this.dialog && this.dialog.open) this.dialog.close(); }

    build() {
      var dialog = this.dialog = document.createElement("dialog");
      dialog.className = "tl-show";
      dialog.setAttribute("aria-label", "The story, step by step");
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
      dialog.addEventListener("close", () => {
        if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
        this.steps[this.at].scrollIntoView({ block: "center" });
        if (this.opener) this.opener.focus({ preventScroll: true });
      });
      /* Escape ends the browser's full screen first; one press is enough to leave both. */
      document.addEventListener("fullscreenchange", () => { if (!document.fullscreenElement && dialog.open && this.whole) dialog.close(); });
      this.append(dialog);
    }

    open() {
      if (!this.dialog) this.build();
      var dialog = /** @type {HTMLDialogElement} */ (this.dialog);
      dialog.showModal();
      this.whole = false;
      if (document.documentElement.requestFullscreen)
        document.documentElement.requestFullscreen().then(() => { this.whole = true; }, () => {});
      this.go(this.at);
      /** @type {HTMLElement} */ (this.stage).focus();
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
      var step = this.steps[this.at], shown = [".tl-step__when", "h2", ".tl-step__text"].map(name => {
        var copy = /** @type {HTMLElement} */ (/** @type {Element} */ (step.querySelector(name)).cloneNode(true));
        copy.querySelectorAll(".tl-cite").forEach(cite => cite.remove());
        copy.textContent = (copy.textContent || "").replace(/\s+(?=[.,;:?!])/g, "");
        return copy;
      });
      stage.dataset.topic = step.dataset.topic || "";
      stage.replaceChildren(...shown);
      stage.scrollTop = 0;
      /** @type {HTMLElement} */ (this.count).textContent = (this.at + 1) + " of " + this.steps.length;
      /** @type {HTMLElement} */ (this.back).setAttribute("aria-disabled", String(this.at === 0));
      /** @type {HTMLElement} */ (this.next).setAttribute("aria-disabled", String(this.at === last));
    }
  });
})();
