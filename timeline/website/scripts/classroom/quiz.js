/**
 * <order-quiz>: the printed list of an ordering exercise, to be put in order by drag, by arrow keys or by buttons.
 * The list holds each event's place and date. Nothing is stored or sent.
 */

import { button, make } from "../dom.js";
import { dragged } from "./drag.js";

/** @typedef {{grip: HTMLElement, up: HTMLElement, down: HTMLElement, result: HTMLElement}} Parts */

export class OrderQuiz extends HTMLElement {
  connectedCallback() {
    if (this.querySelector(".tl-order__tools")) return;
    this.list = /** @type {HTMLOListElement} */ (this.querySelector("ol"));
    this.start = this.items();
    this.parts = /** @type {Map<HTMLLIElement, Parts>} */ (new Map());
    this.said = make("p.tl-order__said", { role: "status" });
    for (const item of this.start) this.parts.set(item, this.dress(item));
    const tool = (/** @type {string} */ text, /** @type {() => void} */ click) =>
      button({ class: "tl-button", click }, text);
    const help = "Drag the events, or move one with the arrow keys on its handle. The earliest stands on top.";
    this.prepend(make("p.tl-order__tools", {}, help));
    this.append(
      make(
        "p.tl-order__tools",
        {},
        tool("Check my order", () => this.check()),
        tool("Show the answer", () => this.solve()),
        tool("Start again", () => this.again()),
      ),
      this.said,
    );
    this.name();
  }

  /** @returns {HTMLLIElement[]} */
  items() {
    return /** @type {any} */ (Array.from(this.list?.children || []));
  }

  /** @param {string} text */
  say(text) {
    this.said.textContent = text;
  }

  /** @param {HTMLLIElement} item */
  partsOf(item) {
    return /** @type {Parts} */ (this.parts?.get(item));
  }

  /**
   * Gives an item its handle and its two buttons.
   * @param {HTMLLIElement} item
   * @returns {Parts}
   */
  dress(item) {
    const by = (/** @type {number} */ step, /** @type {HTMLElement} */ focus) =>
      this.move(item, this.items().indexOf(item) + step, focus);
    const grip = button({ class: "tl-button tl-order__grip" }, "☰");
    const up = button({ class: "tl-button tl-order__up", click: () => by(-1, up) }, "↑");
    const down = button({ class: "tl-button tl-order__down", click: () => by(1, down) }, "↓");
    const result = make("span.tl-order__result");
    item.prepend(grip);
    item.append(result, up, down);
    grip.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      const items = this.items();
      const at = items.indexOf(item);
      const ways = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: items.length - 1 };
      const to = /** @type {Record<string, number>} */ (ways)[event.key];
      if (to === undefined) return;
      event.preventDefault();
      this.move(item, to, grip);
    });
    grip.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
      this.clear();
      dragged(
        event,
        item,
        grip,
        () => this.items(),
        () => this.settle(item),
      );
    });
    return { grip, up, down, result };
  }

  /**
   * Moves an item, keeps the focus where it was, and says where the item now stands.
   * @param {HTMLLIElement} item
   * @param {number} to
   * @param {HTMLElement} focus
   */
  move(item, to, focus) {
    const items = this.items();
    const at = items.indexOf(item);
    if (to < 0 || to >= items.length || to === at) {
      return this.say(to < 0 ? "It stands first already." : "It stands last already.");
    }
    this.clear();
    if (to > at) items[to].after(item);
    else items[to].before(item);
    this.settle(item);
    focus.focus();
  }

  /** @param {HTMLLIElement} item */
  settle(item) {
    const items = this.items();
    this.name();
    this.say(`${this.titleOf(item)}: place ${items.indexOf(item) + 1} of ${items.length}.`);
  }

  /** @param {HTMLLIElement} item */
  titleOf(item) {
    const node = item.querySelector(".tl-order__title") || item;
    return (node.textContent || "").replace(/_+/g, "…").trim();
  }

  /** Tells assistive technology where each item stands and what its buttons do. */
  name() {
    const items = this.items();
    for (const [index, item] of items.entries()) {
      const title = this.titleOf(item);
      const { grip, up, down } = this.partsOf(item);
      const place = `place ${index + 1} of ${items.length}`;
      grip.setAttribute("aria-label", `${title}, ${place}. Move with the arrow keys`);
      up.setAttribute("aria-label", `Earlier: ${title}`);
      down.setAttribute("aria-label", `Later: ${title}`);
      up.setAttribute("aria-disabled", String(index === 0));
      down.setAttribute("aria-disabled", String(index === items.length - 1));
    }
  }

  clear() {
    for (const item of this.items()) {
      item.classList.remove("is-right");
      this.partsOf(item).result.textContent = "";
    }
  }

  again() {
    this.clear();
    this.list?.append(...(this.start || []));
    this.name();
    this.say("The list is as it was.");
  }

  solve() {
    this.list?.append(...this.items().sort((a, b) => Number(a.dataset.place) - Number(b.dataset.place)));
    this.mark((item) => item.dataset.date || "");
    this.say("This is the order, with the dates.");
  }

  /** Marks what stands in its place; when all does, the dates join it. */
  check() {
    const { length } = this.items();
    const right = this.mark((_, fits) => (fits ? "right" : "not here"));
    if (right < length) return this.say(`${right} of ${length} are in the right place.`);
    this.mark((item) => item.dataset.date || "");
    this.say(`All ${right} are in the right place. The dates now stand beside them.`);
  }

  /**
   * @param {(item: HTMLLIElement, fits: boolean) => string} words what stands beside an item
   * @returns {number} how many stand in their place
   */
  mark(words) {
    let right = 0;
    for (const [index, item] of this.items().entries()) {
      const fits = Number(item.dataset.place) === index + 1;
      item.classList.toggle("is-right", fits);
      this.partsOf(item).result.textContent = words(item, fits);
      right += Number(fits);
    }
    this.name();
    return right;
  }
}
