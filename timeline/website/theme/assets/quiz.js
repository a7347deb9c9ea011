// @ts-check
/**
 * <order-quiz>: the printed list of an ordering exercise, to be put in order by drag, by arrow keys or by buttons.
 * The list holds each event's place and date. Nothing is stored or sent.
 */
(function () {
  "use strict";
  if (customElements.get("order-quiz")) return;

  /** @param {string} tag @param {string} className @param {string} [text] */
  function make(tag, className, text) {
    var made = document.createElement(tag);
    made.className = className;
    if (text) made.textContent = text;
    if (made instanceof HTMLButtonElement) made.type = "button";
    return made;
  }

  customElements.define("order-quiz", class extends HTMLElement {
    connectedCallback() {
      if (this.querySelector(".tl-order__tools")) return;
      this.list = /** @type {HTMLOListElement} */ (this.querySelector("ol"));
      this.start = Array.from(this.list.children);
      this.said = make("p", "tl-order__said");
      this.said.setAttribute("role", "status");
      this.start.forEach(item => this.dress(/** @type {HTMLLIElement} */ (item)));
      var tools = make("p", "tl-order__tools"), check = make("button", "tl-button", "Check my order");
      var show = make("button", "tl-button", "Show the answer"), again = make("button", "tl-button", "Start again");
      check.addEventListener("click", () => this.check());
      show.addEventListener("click", () => {
        this.list.append(...this.items().sort((a, b) => Number(a.dataset.place) - Number(b.dataset.place)));
        this.check(true);
      });
      again.addEventListener("click", () => { this.clear(); this.list.append(...this.start); this.name(); this.say("The list is as it was."); });
      tools.append(check, show, again);
      var help = make("p", "tl-order__tools", "Drag the events, or move one with the arrow keys on its handle. The earliest stands on top.");
      this.prepend(help);
      this.append(tools, this.said);
      this.name();
    }

    /** @returns {HTMLLIElement[]} */
    items() { return /** @type {any} */ (Array.from(this.list.children)); }

    /** @param {string} text */
    say(text) { this.said.textContent = text; }

    /** Give an item its handle and its two buttons. @param {HTMLLIElement} item */
    dress(item) {
      var grip = make("button", "tl-button tl-order__grip", "☰"), up = make("button", "tl-button tl-order__up", "↑"), down = make("button", "tl-button tl-order__down", "↓");
      item.prepend(grip);
      item.append(make("span", "tl-order__result"), up, down);
      grip.addEventListener("keydown", event => {
        var at = this.items().indexOf(item), last = this.items().length - 1;
        var to = ({ ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: last })[event.key];
        if (to === undefined) return;
        event.preventDefault();
        this.move(item, to, grip);
      });
      up.addEventListener("click", () => this.move(item, this.items().indexOf(item) - 1, up));
      down.addEventListener("click", () => this.move(item, this.items().indexOf(item) + 1, down));
      grip.addEventListener("pointerdown", event => this.drag(item, grip, event));
    }

    /** Move an item, keep the focus where it was, and say where the item now stands.
     * @param {HTMLLIElement} item @param {number} to @param {HTMLElement} focus */
    move(item, to, focus) {
      var items = this.items(), at = items.indexOf(item);
      if (to < 0 || to >= items.length || to === at) return this.say(to < 0 ? "It stands first already." : "It stands last already.");
      this.clear();
      if (to > at) items[to].after(item); else items[to].before(item);
      this.name();
      focus.focus();
      this.say(this.title(item) + ": place " + (to + 1) + " of " + items.length + ".");
    }

    /** @param {HTMLLIElement} item @param {HTMLElement} grip @param {PointerEvent} down */
    drag(item, grip, down) {
      down.preventDefault();
      grip.focus();
      grip.setPointerCapture(down.pointerId);
      item.classList.add("is-held");
      this.clear();
      var moved = (/** @type {PointerEvent} */ event) => {
        /* A list longer than the window comes along at its edges. */
        if (event.clientY < 50) scrollBy(0, -12); else if (event.clientY > innerHeight - 50) scrollBy(0, 12);
        var over = this.items().find(other => { var box = other.getBoundingClientRect(); return other !== item && event.clientY > box.top && event.clientY < box.bottom; });
        if (!over) return;
        var box = over.getBoundingClientRect(), before = event.clientY < box.top + box.height / 2;
        if (before ? over.previousElementSibling === item : over.nextElementSibling === item) return;
        if (before) over.before(item); else over.after(item);
        if (!grip.hasPointerCapture(down.pointerId)) grip.setPointerCapture(down.pointerId);
      };
      var ended = () => {
        grip.removeEventListener("pointermove", moved);
        grip.removeEventListener("pointerup", ended);
        grip.removeEventListener("pointercancel", ended);
        item.classList.remove("is-held");
        this.name();
        this.say(this.title(item) + ": place " + (this.items().indexOf(item) + 1) + " of " + this.items().length + ".");
      };
      grip.addEventListener("pointermove", moved);
      grip.addEventListener("pointerup", ended);
      grip.addEventListener("pointercancel", ended);
    }

    /** @param {HTMLLIElement} item */
    title(item) { return ((item.querySelector(".tl-order__title") || item).textContent || "").replace(/_+/g, "…").trim(); }

    /** Tell assistive technology where each item stands and what its buttons do. */
    name() {
      var items = this.items();
      items.forEach((item, index) => {
        var title = this.title(item), last = items.length - 1;
        var [grip, up, down] = [".tl-order__grip", ".tl-order__up", ".tl-order__down"].map(name => /** @type {HTMLElement} */ (item.querySelector(name)));
        grip.setAttribute("aria-label", title + ", place " + (index + 1) + " of " + items.length + ". Move with the arrow keys");
        up.setAttribute("aria-label", "Earlier: " + title);
        down.setAttribute("aria-label", "Later: " + title);
        up.setAttribute("aria-disabled", String(index === 0));
        down.setAttribute("aria-disabled", String(index === last));
      });
    }

    clear() {
      this.items().forEach(item => {
        item.classList.remove("is-right");
        /** @type {HTMLElement} */ (item.querySelector(".tl-order__result")).textContent = "";
      });
    }

    /** Mark what stands in its place, and with the answer show the dates. @param {boolean} [answer] */
    check(answer) {
      var items = this.items();
      var right = items.filter((item, index) => {
        var fits = Number(item.dataset.place) === index + 1;
        item.classList.toggle("is-right", fits);
        /** @type {HTMLElement} */ (item.querySelector(".tl-order__result")).textContent = answer ? item.dataset.date || "" : fits ? "right" : "not here";
        return fits;
      }).length;
      this.name();
      if (answer) this.say("This is the order, with the dates.");
      else if (right === items.length) this.check(true), this.say("All " + right + " are in the right place. The dates now stand beside them.");
      else this.say(right + " of " + items.length + " are in the right place.");
    }
  });
})();
