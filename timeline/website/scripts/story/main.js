/** <walk-steps>: on a wide screen what stands beside the steps of a walk shares one place, and keeps step. */

import { Ground } from "./ground.js";

const WIDE = "screen and (min-width: 60em)";
/** @type {Record<string, number>} */
const KEYS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
/** What has arrow keys of its own. */
const OWN = "input, textarea, select, [contenteditable], .tl-chart, dialog, video, audio";

class WalkSteps extends HTMLElement {
  ground = /** @type {Ground | null} */ (null);
  words = /** @type {Element[]} */ ([]);
  now = -1;
  /** The step to which a key is on its way: who presses again means the one after it. */
  aim = -1;

  connectedCallback() {
    this.steps = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-step]")]);
    this.wide = matchMedia(WIDE);
    this.ground ||= new Ground(this, this.steps);
    this.seen = new IntersectionObserver((seen) => this.scrolled(seen), { rootMargin: "-45% 0px -54.9% 0px" });
    this.words = this.steps.map((step) => step.querySelector(".tl-step__words") || step);
    for (const words of this.words) this.seen.observe(words);
    this.ends = new AbortController();
    const on = { signal: this.ends.signal };
    addEventListener("keydown", (event) => this.key(event), on);
    addEventListener("scrollend", () => (this.aim = -1), on);
    this.addEventListener("focusin", ({ target }) => this.show(this.at(/** @type {Element} */ (target))), on);
    this.show(0);
  }

  disconnectedCallback() {
    this.seen?.disconnect();
    this.ends?.abort();
  }

  /** @param {Element} node */
  at(node) {
    return (this.steps || []).findIndex((step) => step.contains(node));
  }

  /** @param {IntersectionObserverEntry[]} seen */
  scrolled(seen) {
    const now = seen.find((entry) => entry.isIntersecting);
    if (!now) return;
    this.show(this.at(now.target));
    if (this.now === this.aim) this.aim = -1;
  }

  /** @param {number} to */
  show(to) {
    if (to < 0 || this.now === to) return;
    this.now = to;
    this.steps?.forEach((step, n) => step.classList.toggle("is-now", n === to));
    this.ground?.show(to);
  }

  /**
   * A clicker sends Page Up and Page Down: a step at a time, as long as steps are no longer than the window.
   * @param {KeyboardEvent} event
   */
  key(event) {
    const { words } = this;
    const by = KEYS[event.key];
    const busy = event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!by || busy || !this.wide?.matches || /** @type {Element} */ (event.target).closest(OWN)) return;
    const middle = innerHeight / 2;
    const tops = words.map((one) => one.getBoundingClientRect());
    const seen = tops.findIndex(({ top, bottom }) => top <= middle && bottom > middle);
    const here = this.aim < 0 ? seen : this.aim;
    const next = here < 0 && tops[0]?.top > middle ? (by > 0 ? 0 : -1) : here < 0 ? -1 : here + by;
    if (!words[next] || (words[next].firstElementChild?.clientHeight || 0) > innerHeight) return;
    event.preventDefault();
    this.aim = next;
    const quiet = matchMedia("(prefers-reduced-motion: reduce)").matches;
    words[next].scrollIntoView({ behavior: quiet ? "instant" : "smooth" });
  }
}

if (!customElements.get("walk-steps")) customElements.define("walk-steps", WalkSteps);
