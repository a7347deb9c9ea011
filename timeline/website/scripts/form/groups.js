/** Fields that are made of others: rows that can be added and taken away, and groups. */

import { button, make } from "../dom.js";

/** @import {Control, Fault, Field} from "./data.js" */
/** @import {Inputs} from "./inputs.js" */

const SHOWN = ["key", "checked", "type", "kind", "title", "publisher", "issued", "URL"];
const OWN_OF_CITATION = ["key", "locator", "checked"];
const NAMES = /** @type {Record<string, string>} */ ({
  figures: "Figure",
  disputes: "Question",
  positions: "Answer",
  quotes: "Quotation",
  citations: "Source",
});

/**
 * The control of any field.
 * @param {Inputs} inputs
 * @param {Field} field
 * @param {boolean} needed
 * @returns {Control}
 */
export function control(inputs, field, needed) {
  const { key, label, many, names, parts } = field;
  if (parts.length && many) {
    const name = NAMES[key] || label;
    const one = (/** @type {number} */ number) => group(inputs, field, `${name} ${number}`, true);
    return rows(inputs, name, one, key === "positions" || key === "citations" ? 2 : Number(needed));
  }
  if (parts.length) return group(inputs, field, label, false);
  if (!many) return inputs.one(field, label, needed);
  const name = key === "citations" ? "Cited source" : label.replace(/s$/, "");
  const one = (/** @type {number} */ number) => inputs.one(field, `${name} ${number}`, needed && number === 1);
  return rows(inputs, name, one, Number(needed || names in inputs.ids));
}

/**
 * @param {Inputs} inputs
 * @param {string} label
 * @param {(number: number) => Control} one
 * @param {number} least how many cannot be taken away
 * @returns {Control}
 */
function rows(inputs, label, one, least) {
  const all = /** @type {Control[]} */ ([]);
  const what = label.charAt(0).toLowerCase() + label.slice(1);
  const box = make("div", { class: "tl-form__rows" });
  const plus = button({
    click: () => {
      add().node.querySelector("input, textarea, select").focus();
      inputs.update();
    },
  });
  const rename = () => {
    plus.textContent = all.length ? `Add another ${what}` : `Add a ${what}`;
  };
  let number = 0;
  const add = () => {
    number += 1;
    const made = one(number);
    const row = make("div", { class: "tl-form__row" }, made.node);
    const remove = () => {
      all.splice(all.indexOf(made), 1);
      row.remove();
      rename();
      plus.focus();
      inputs.update();
    };
    if (number > least) row.append(button({ class: "tl-form__minus", click: remove }, `Remove ${what} ${number}`));
    all.push(made);
    box.append(row);
    rename();
    return /** @type {any} */ (made);
  };
  while (number < least) add();
  rename();
  return {
    node: make("div", { class: "tl-form__many" }, box, plus),
    read: () => {
      const values = all.map((made) => made.read()).filter((value) => value !== null);
      return values.length ? values : null;
    },
    faults: (out) => {
      for (const made of all) made.faults(out);
    },
  };
}

/**
 * @param {Inputs} inputs
 * @param {Field} field
 * @param {string} label
 * @param {boolean} needed
 * @returns {Control}
 */
function group(inputs, { key: ownKey, parts }, label, needed) {
  const isSource = ownKey === "citations";
  const { sources } = inputs.ids;
  const controls = parts.map((part) => ({ key: part.key, made: control(inputs, part, needed && part.required) }));
  const isShown = (/** @type {string} */ key) => !isSource || SHOWN.includes(key);
  const open = controls.filter(({ key }) => isShown(key)).map(({ made }) => made.node);
  const rest = controls.filter(({ key }) => !isShown(key)).map(({ made }) => made.node);
  const note = make("p", { class: "tl-form__help" });
  const more = rest.length ? [make("details", {}, make("summary", {}, "More about this source"), ...rest)] : [];
  /** The key of a source that the project knows: it needs no description. */
  const known = () => {
    const key = isSource && controls[0].made.read();
    return key && key in sources ? key : "";
  };
  const relevant = () => controls.filter(({ key }) => !known() || OWN_OF_CITATION.includes(key));
  const read = () => Object.fromEntries(relevant().map(({ key, made }) => [key, made.read()]));
  return {
    node: make("fieldset", {}, make("legend", {}, label), ...open, note, ...more),
    read: () => {
      const values = Object.entries(read()).filter(([, value]) => value !== null);
      return values.length ? Object.fromEntries(values) : null;
    },
    faults: (out) => {
      const shown = relevant();
      for (const one of controls) one.made.node.hidden = !shown.includes(one);
      note.textContent = known() ? `Known to the project: ${sources[known()]}` : "";
      const inner = /** @type {Fault[]} */ ([]);
      for (const { made } of shown) made.faults(inner);
      for (const { id, label: part, text } of inner) out.push({ id, label: `${label}, ${part}`, text });
      const text = groupFault(read(), isSource && !known());
      if (text) out.push({ id: "", label, text });
    },
  };
}

/**
 * What no field of a group can tell alone.
 * @param {any} values
 * @param {boolean} isNewSource
 */
function groupFault(values, isNewSource) {
  if (isNewSource && values.key && !values.URL && !(values.title && (values.publisher || values["container-title"]))) {
    return "give its URL, or its title and its publisher";
  }
  if ("low" in values && (values.value === null) === (values.low === null && values.high === null)) {
    return "a figure needs either a value or a range";
  }
  return "";
}
