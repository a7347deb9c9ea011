/** Names instead of ids: a box that finds records by any spelling, and lets new ones be added on the spot. */

import { button, make } from "../dom.js";
import { frame } from "./inputs.js";
import { called, isNamed, matching } from "./matching.js";
import { NewRecord } from "./newrecord.js";

/** @import {Control, Field} from "./data.js" */
/** @import {Form} from "./main.js" */
/** @import {Choice} from "./matching.js" */

const MOST = 8; /* names that the list shows at once */

/** A box with a list of names below it. */
export class Combobox {
  /**
   * @param {string} id
   * @param {() => Choice[]} choices
   * @param {(value: string) => void} take
   * @param {((text: string) => void) | null} [add] makes a record of a name that nothing bears
   */
  constructor(id, choices, take, add = null) {
    this.choices = choices;
    this.take = take;
    this.add = add;
    this.at = -1;
    this.list = make("ul", { id: `${id}-list`, role: "listbox", class: "tl-form__options", hidden: true });
    this.box = /** @type {HTMLInputElement} */ (
      make("input", {
        ...{ id, role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false" },
        ...{ "aria-controls": `${id}-list`, "aria-describedby": `${id}-help ${id}-fault`, spellcheck: "false" },
        input: () => this.open(),
        focus: () => this.open(),
        keydown: (/** @type {KeyboardEvent} */ event) => this.key(event),
        blur: () => this.leave(),
      })
    );
    this.node = make("div", { class: "tl-form__combobox" }, this.box, this.list);
  }

  get options() {
    return /** @type {HTMLElement[]} */ ([...this.list.children]);
  }

  open() {
    const text = this.box.value.trim();
    const found = matching(this.choices(), text).slice(0, MOST);
    const option = (/** @type {string} */ words, /** @type {() => void} */ done, /** @type {number} */ number) =>
      make(
        "li",
        {
          ...{ id: `${this.list.id}-${number}`, role: "option", "aria-selected": "false", click: done },
          mousedown: (/** @type {Event} */ event) => event.preventDefault(), // the box keeps the focus
        },
        words,
      );
    const items = found.map(({ value, name }, at) => option(name, () => this.chosen(value), at));
    if (text && this.add && !called(found, text)) {
      items.push(option(`Add “${text}” as new`, () => this.added(text), found.length));
    }
    this.list.replaceChildren(...items);
    const sure = !this.add || !found.length || found.some(isNamed(text));
    this.mark(text && items.length && sure ? 0 : -1); /* nobody is taken for another whom one did not choose */
    this.show(items.length > 0);
  }

  /** @param {boolean} open */
  show(open) {
    this.list.hidden = !open;
    this.box.setAttribute("aria-expanded", String(open));
    if (!open) this.box.removeAttribute("aria-activedescendant");
  }

  /** @param {number} at */
  mark(at) {
    this.at = at;
    for (const [number, one] of this.options.entries()) one.setAttribute("aria-selected", String(number === at));
    if (at < 0) this.box.removeAttribute("aria-activedescendant");
    else this.box.setAttribute("aria-activedescendant", this.options[at].id);
  }

  /** @param {string} value */
  chosen(value) {
    this.box.value = "";
    this.show(false);
    this.take(value);
  }

  /** @param {string} text */
  added(text) {
    this.box.value = "";
    this.show(false);
    this.add?.(text);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const steps = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 });
    const many = this.options.length;
    if (event.key === "Escape" && !this.list.hidden) this.show(false);
    else if (event.key === "Enter" && !this.list.hidden && this.at >= 0) this.options[this.at].click();
    else if (steps[event.key]) {
      if (this.list.hidden) this.open();
      else if (many) this.mark((this.at + steps[event.key] + many) % many);
    } else if (event.key !== "Enter") return;
    event.preventDefault();
  }

  leave() {
    this.show(false);
    const meant = this.box.value.trim() && called(this.choices(), this.box.value);
    if (meant) this.chosen(meant.value);
  }
}

/**
 * A field that names records.
 * @param {Form} form
 * @param {Field} field
 * @param {string} label
 * @param {boolean} needed
 * @returns {Control}
 */
export function picker(form, field, label, needed) {
  const id = form.nextId(field.key);
  const { many, names } = field;
  let values = /** @type {string[]} */ ([]);
  const chips = make("ul", { class: "tl-form__chips", "aria-label": `${label} chosen` });
  const fresh = form.data.made[names] ? new NewRecord(form, names, (made) => take(made)) : null;
  const adds = fresh ? (/** @type {string} */ text) => fresh.open(text) : null;
  const combobox = new Combobox(
    id,
    () => form.choices(names).filter(({ value }) => !values.includes(value)),
    take,
    adds,
  );
  const { box } = combobox;
  const inner = [chips, combobox.node, ...(fresh ? [fresh.node] : [])];
  const { node, show } = frame(form, field, label, needed, id, ...inner);

  function draw() {
    const items = values.map((value, at) => {
      const name = form.choices(names).find((one) => one.value === value)?.name || value;
      const remove = () => {
        values = values.filter((_, other) => other !== at);
        draw();
        box.focus();
        form.update();
      };
      const edit = fresh && form.isNew(names, value) ? () => fresh.edit(value) : null;
      const buttons = [
        ...(edit ? [button({ class: "tl-form__edit", click: edit, "aria-label": `Change ${name}` }, "new")] : []),
        button({ class: "tl-form__x", click: remove, "aria-label": `Remove ${name}` }, "×"),
      ];
      return make("li", {}, name, " ", ...buttons);
    });
    chips.replaceChildren(...items);
    chips.hidden = !items.length;
  }

  /** @param {string} value */
  function take(value) {
    values = many ? [...values.filter((one) => one !== value), value] : [value];
    draw();
    form.update();
    box.focus();
    combobox.show(false);
  }

  box.addEventListener("blur", () => {
    if (box.value) form.touched.add(id);
    form.update();
  });
  draw();
  return {
    node,
    read: () => {
      const all = [...values, ...(box.value.trim() ? [box.value.trim()] : [])];
      return all.length ? (many ? all : all[0]) : undefined;
    },
    fill: (value) => {
      values = [value || []].flat();
      draw();
    },
    show: (faults) => show(box, faults),
    box: () => id,
    where: () => label,
  };
}
