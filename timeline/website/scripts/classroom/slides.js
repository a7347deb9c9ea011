/**
 * <slide-show>: shows the steps of the page one at a time on the whole screen: of each [data-step] a copy of its
 * [data-show] parts. Arrow keys, Page Up and Down (which clickers send), Space, Home and End walk; Escape leaves.
 * The page itself stays as it is.
 */

import { button, make } from "../dom.js";

/**
 * Nobody follows a link or a note number on a wall: leave their words alone.
 * @param {HTMLElement} part
 */
function copyOf(part) {
  const copy = /** @type {HTMLElement} */ (part.cloneNode(true));
  copy.removeAttribute("id");
  for (const name of ["id", "tabindex"])
    for (const node of copy.querySelectorAll(`[${name}]`)) node.removeAttribute(name);
  for (const node of copy.querySelectorAll(".tl-cite")) node.remove();
  for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  copy.normalize();
  const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    text.nodeValue = (text.nodeValue || "").replace(/\s+(?=[.,;:?!])/g, "");
  }
  return copy;
}

/**
 * @param {string} text
 * @param {() => void} click
 */
const tool = (text, click) => button({ class: "tl-button", click }, text);

export class SlideShow extends HTMLElement {
  connectedCallback() {
    if (this.opener) return;
    this.steps = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-step]")]);
    this.at = 0;
    this.opener = tool("Show on the whole screen", () => this.open());
    this.prepend(this.opener);
  }

  /** Instant navigation takes the element away, and may do so while it shows. */
  disconnectedCallback() {
    this.ends?.abort();
    if (!this.dialog?.open) return;
    this.dialog.close();
    this.whole(false);
  }

  build() {
    this.stage = make("div.tl-show__step", { "aria-live": "polite", tabindex: 0 });
    this.count = make("p.tl-show__count");
    this.back = tool("← Back", () => this.go(this.place - 1));
    this.next = tool("Next →", () => this.go(this.place + 1));
    const bar = make("div.tl-show__bar", {}, this.count, this.back, this.next);
    bar.append(tool("Leave (Esc)", () => this.dialog.close()));
    this.dialog = make(
      "dialog.tl-show",
      {
        "aria-label": this.dataset.title || "Step by step",
        keydown: (/** @type {KeyboardEvent} */ event) => this.key(event),
        close: () => this.closed(),
      },
      make("div.tl-show__frame", {}, this.stage, bar),
    );
    this.append(this.dialog);
  }

  get place() {
    return this.at || 0;
  }

  get last() {
    return (this.steps || []).length - 1;
  }

  open() {
    if (!this.dialog) this.build();
    this.ends = new AbortController();
    const { signal } = this.ends;
    /* Escape ends the browser's full screen first; one press is enough to leave both. */
    const left = () => {
      if (!document.fullscreenElement) this.dialog.close();
    };
    document.addEventListener("fullscreenchange", left, { signal });
    addEventListener("resize", () => this.fit(), { signal });
    this.dialog.showModal();
    this.whole(true);
    this.go(this.place);
    this.stage.focus();
  }

  /**
   * Asks for the browser's full screen or leaves it; a refusal changes nothing.
   * @param {boolean} wanted
   */
  whole(wanted) {
    const root = document.documentElement;
    const late = () => {
      if (!this.dialog?.open) this.whole(false);
    };
    if (wanted) root.requestFullscreen?.().then(late, () => {});
    else if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  }

  closed() {
    this.ends?.abort();
    this.whole(false);
    this.steps?.[this.place].scrollIntoView({ block: "center" });
    this.opener.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") return this.dialog.close();
    const onButton = event.target instanceof HTMLButtonElement;
    const [back, next] = [this.place - 1, this.place + 1];
    const ways = /** @type {Record<string, number>} */ ({
      ...{ ArrowRight: next, ArrowDown: next, PageDown: next, ArrowLeft: back, ArrowUp: back, PageUp: back },
      ...{ Home: 0, End: this.last },
      ...(onButton ? {} : { " ": event.shiftKey ? back : next }),
    });
    if (!(event.key in ways)) return;
    event.preventDefault();
    this.go(ways[event.key]);
  }

  /**
   * Shows a step; beyond the first and the last there is none.
   * @param {number} to
   */
  go(to) {
    this.at = Math.max(0, Math.min(to, this.last));
    const step = /** @type {HTMLElement[]} */ (this.steps)[this.at];
    const parts = /** @type {HTMLElement[]} */ ([...step.querySelectorAll("[data-show]")]);
    this.stage.dataset.topic = step.dataset.topic || "";
    this.stage.replaceChildren(...parts.map(copyOf));
    this.stage.scrollTop = 0;
    this.fit();
    this.count.textContent = `${this.at + 1} of ${this.last + 1}`;
    this.back.setAttribute("aria-disabled", String(this.at === 0));
    this.next.setAttribute("aria-disabled", String(this.at === this.last));
  }

  /** Makes the letters smaller until the step fits the screen, down to half; after that it scrolls. */
  fit() {
    const { stage } = this;
    const room = stage.parentElement;
    for (let scale = 1; scale >= 0.5; scale -= 0.05) {
      stage.style.setProperty("--scale", scale.toFixed(2));
      if (stage.scrollHeight <= stage.clientHeight + 1 && room.scrollHeight <= room.clientHeight + 1) break;
    }
  }
}
