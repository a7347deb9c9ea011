/** Fields that are made of others: rows that can be added and taken away, and groups. */

import { button, make } from "../dom.js";
import { citations } from "./citing.js";
import { leaf } from "./inputs.js";
import { picker } from "./picker.js";

/** @import {Control, Fault, Field, Trail} from "./data.js" */
/** @import {Form} from "./main.js" */

const NAMES = /** @type {Record<string, string>} */ ({
  figures: "Number",
  disputes: "Question",
  positions: "Answer",
  quotes: "Quotation",
  corrections: "Correction",
});

/**
 * The control of any field.
 * @param {Form} form
 * @param {Field} field
 * @param {boolean} needed
 * @returns {Control}
 */
export function control(form, field, needed) {
  const { key, label, many, names, parts } = field;
  if (parts.length && many) {
    const name = NAMES[key] || label;
    return rows(form, name, () => group(form, parts, name), key === "positions" ? 2 : 0);
  }
  if (parts.length) return group(form, parts, "");
  if (names === "citations") return citations(form, field, label, needed);
  return names in form.known.ids ? picker(form, field, label, needed) : leaf(form, field, label, needed);
}

/**
 * The faults whose trail begins with a step, without that step.
 * @param {Fault[]} faults
 * @param {string | number} step
 */
export const below = (faults, step) =>
  faults.filter(({ trail }) => trail[0] === step).map((fault) => ({ ...fault, trail: fault.trail.slice(1) }));

/**
 * @param {Form} form
 * @param {string} name
 * @param {() => Control} one
 * @param {number} least how many are there from the start
 * @returns {Control}
 */
export function rows(form, name, one, least) {
  let all = /** @type {Control[]} */ ([]);
  const what = name.charAt(0).toLowerCase() + name.slice(1);
  const box = make("div", { class: "tl-form__rows" });
  const id = form.nextId("rows");
  const plus = button({ id, click: () => add(true) });
  const said = make("p", { class: "tl-form__fault" });
  const number = () => {
    for (const [at, { node }] of all.entries()) {
      const legend = node.querySelector("legend");
      if (legend) legend.textContent = `${name} ${at + 1}`;
      const minus = node.parentElement?.querySelector(":scope > .tl-form__minus");
      if (minus) minus.textContent = `Remove ${what} ${at + 1}`;
    }
    plus.textContent = all.length ? `Add another ${what}` : `Add a ${what}`;
  };
  /** @param {boolean} [focus] */
  const add = (focus) => {
    const made = one();
    const row = make("div", { class: "tl-form__row" }, made.node);
    const remove = () => {
      all = all.filter((other) => other !== made);
      row.remove();
      number();
      plus.focus();
      form.update();
    };
    row.append(button({ class: "tl-form__minus", click: remove }));
    all.push(made);
    box.append(row);
    number();
    if (focus) {
      /** @type {HTMLElement | null} */ (made.node.querySelector("input, textarea, select"))?.focus();
      form.update();
    }
    return made;
  };
  const used = () => all.filter((made) => made.read() !== undefined);
  while (all.length < least) add();
  number();
  return {
    node: make("div", { class: "tl-form__many" }, box, said, plus),
    read: () => {
      const values = all.map((made) => made.read()).filter((value) => value !== undefined);
      return values.length ? values : undefined;
    },
    fill: (value) => {
      all = [];
      box.replaceChildren();
      for (const part of value || []) add().fill(part);
      while (all.length < least) add();
      number();
    },
    show: (faults) => {
      const given = used();
      for (const made of all) made.show(given.includes(made) ? below(faults, given.indexOf(made)) : []);
      said.textContent = form.touched.has(id) ? faults.find(({ trail }) => !trail.length)?.text || "" : "";
    },
    box: ([at, ...rest]) => (typeof at === "number" && used()[at]?.box(rest)) || id,
    where: ([at, ...rest]) => {
      const made = typeof at === "number" ? used()[at] : null;
      return made ? `${name} ${all.indexOf(made) + 1}, ${made.where(rest)}` : name;
    },
  };
}

/**
 * @param {Form} form
 * @param {Field[]} parts
 * @param {string} label
 * @returns {Control}
 */
export function group(form, parts, label) {
  const controls = parts.map((part) => ({ key: part.key, made: control(form, part, part.required) }));
  const said = make("p", { class: "tl-form__fault" });
  const nodes = [...controls.map(({ made }) => made.node), said];
  const find = (/** @type {Trail} */ [key]) => controls.find((one) => one.key === key)?.made;
  return {
    node: label ? make("fieldset", {}, make("legend", {}, label), ...nodes) : make("div", {}, ...nodes),
    read: () => {
      const values = controls.map(({ key, made }) => [key, made.read()]).filter(([, value]) => value !== undefined);
      return values.length ? Object.fromEntries(values) : undefined;
    },
    fill: (value) => {
      for (const { key, made } of controls) made.fill(value?.[key]);
    },
    show: (faults) => {
      for (const { key, made } of controls) made.show(below(faults, key));
      const whole = faults.find(({ trail }) => !trail.length);
      said.textContent = whole && controls.some(({ made }) => form.touched.has(made.box([]))) ? whole.text : "";
    },
    box: (trail) => (find(trail) || controls[0].made).box(trail.slice(1)),
    where: (trail) => find(trail)?.where(trail.slice(1)) || label,
  };
}
