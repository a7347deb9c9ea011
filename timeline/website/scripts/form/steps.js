/** The steps of the form: one is seen at a time, and each says how far it is. */

import { button, make } from "../dom.js";

/** @import {Step} from "./data.js" */

export class Steps {
  /**
   * @param {Step[]} steps
   * @param {HTMLElement[][]} contents
   * @param {() => void} moved
   */
  constructor(steps, contents, moved) {
    this.at = 0;
    this.moved = moved;
    this.steps = steps;
    this.heads = steps.map(({ title }, at) =>
      make("h2", { tabindex: "-1" }, `Step ${at + 1} of ${steps.length}: ${title}`),
    );
    this.parts = steps.map(({ lead }, at) =>
      make(
        "section",
        { class: "tl-form__step" },
        this.heads[at],
        make("p", { class: "tl-form__lead" }, lead),
        ...contents[at],
        this.ways(at),
      ),
    );
    this.links = steps.map(({ title }, at) => button({ click: () => this.go(at) }, title));
    const items = this.links.map((link) => make("li", {}, link));
    this.nav = make("nav", { class: "tl-form__steps", "aria-label": "Steps" }, make("ol", {}, ...items));
    for (const way of [this.nav, ...this.parts]) holdStill(way);
    this.draw();
  }

  /** @param {number} at */
  ways(at) {
    const back = at > 0 ? [button({ click: () => this.go(at - 1) }, "Back")] : [];
    const next = this.steps[at + 1];
    const on = next ? [button({ class: "tl-form__main", click: () => this.go(at + 1) }, `Next: ${next.title}`)] : [];
    return make("p", { class: "tl-form__ways" }, ...back, ...on);
  }

  /**
   * @param {number} at
   * @param {boolean} [quiet] leaves the focus where it is
   */
  go(at, quiet = false) {
    if (!quiet && !this.settled()) return;
    this.at = at;
    this.draw();
    this.moved();
    if (quiet) return;
    this.heads[at].focus({ preventScroll: true });
    this.nav.scrollIntoView({ block: "nearest" });
  }

  /** Adds what was begun in this step and not yet added, so that going on loses nothing; or shows what it lacks. */
  settled() {
    const part = this.parts[this.at];
    for (const add of part.querySelectorAll(".tl-form__new fieldset > button:first-of-type")) {
      /** @type {HTMLButtonElement} */ (add).click();
    }
    return !part.querySelector(".tl-form__new fieldset");
  }

  /** @param {Element} node */
  holding(node) {
    return this.parts.findIndex((part) => part.contains(node));
  }

  draw() {
    for (const [at, part] of this.parts.entries()) {
      part.hidden = at !== this.at;
      if (at === this.at) this.links[at].setAttribute("aria-current", "step");
      else this.links[at].removeAttribute("aria-current");
    }
  }

  /** @param {boolean[]} done */
  progress(done) {
    for (const [at, link] of this.links.entries()) {
      const { title } = this.steps[at];
      link.classList.toggle("is-done", done[at]);
      link.setAttribute("aria-label", `Step ${at + 1} of ${this.steps.length}: ${title}${done[at] ? ", done" : ""}`);
    }
  }
}

/**
 * Lets a press on the ways through the steps leave its field when it is released: the field says its fault below itself
 * when it is left, which would move the button away from under the pointer.
 * @param {HTMLElement} node
 */
function holdStill(node) {
  const pressed = (/** @type {any} */ event) => event.target.closest?.(".tl-form__steps button, .tl-form__ways button");
  node.addEventListener("mousedown", (event) => pressed(event) && event.preventDefault());
  node.addEventListener("click", (event) => pressed(event)?.focus(), true);
}
