/** One value as an input, a menu or a larger box, with its help, what was understood, and its fault. */

import { make } from "../dom.js";
import { dateWords } from "./dates.js";
import { understood, vague } from "./guesses.js";
import { caseless } from "./prose.js";

/** @import {Control, Fault, Field} from "./data.js" */
/** @import {Form} from "./main.js" */

const LONG = 200; /* characters of a text that needs more than a line */

/**
 * The frame of a control: label, count, help and fault around it.
 * @param {Form} form
 * @param {Field} field
 * @param {string} label
 * @param {boolean} needed
 * @param {string} id
 * @param {HTMLElement[]} inner
 */
export function frame(form, field, label, needed, id, ...inner) {
  const count = make("span", { class: "tl-form__count", "aria-hidden": "true" });
  const said = make("p", { id: `${id}-fault`, class: "tl-form__fault" });
  const node = make(
    "div",
    { class: "tl-form__field" },
    make("label", { for: id }, label + (needed ? "" : " (optional)")),
    count,
    ...inner,
    make("p", { id: `${id}-help`, class: "tl-form__help" }, help(field)),
    said,
  );
  /**
   * @param {HTMLElement} box
   * @param {Fault[]} faults
   */
  const show = (box, faults) => {
    const [first] = faults;
    const told = first && form.touched.has(id) ? first.text : "";
    said.textContent = told;
    said.classList.toggle("tl-form__advice", Boolean(first?.soft));
    if (told && !first.soft) box.setAttribute("aria-invalid", "true");
    else box.removeAttribute("aria-invalid");
  };
  return { node, show, count };
}

/**
 * @param {Form} form
 * @param {Field} field
 * @param {string} label
 * @param {boolean} needed
 * @returns {Control}
 */
export function leaf(form, field, label, needed) {
  const id = form.nextId(field.key);
  const node = box(field, id, needed);
  const meant = make("p", { class: "tl-form__meant", "aria-live": "polite" });
  const { node: whole, show, count } = frame(form, field, label, needed, id, node, meant);
  node.addEventListener("blur", () => {
    if (node.value) form.touched.add(id);
    form.update();
  });
  const read = () => valueOf(field, node.value, form);
  return {
    node: whole,
    read,
    fill: (value) => {
      node.value = textFor(field, value);
    },
    show: (faults) => {
      count.textContent = field.longest ? `${[...node.value.trim()].length} of ${field.longest}` : "";
      const words = field.kind === "date" && node.value.trim() ? dateWords(read()) : "";
      const finer = words ? vague(node.value) : "";
      const lost = finer ? ` – no date is as fine as “${finer}”: say that in words, if it matters` : "";
      meant.textContent = words ? `Understood as: ${words}${lost}` : "";
      show(node, faults);
    },
    box: () => id,
    where: () => label,
  };
}

/**
 * What was written as the value of a record: dates in words become EDTF, names of languages tags, lines a list.
 * @param {Field} field
 * @param {string} written
 * @param {Form} form
 */
function valueOf({ kind, many, choices }, written, form) {
  const text = written.trim();
  if (!text) return undefined;
  if (choices.length) return text;
  if (kind === "date") return understood(text) || text;
  if (kind === "language") {
    const named = Object.entries(form.known.words.languages).find(([, name]) => caseless(name) === caseless(text));
    return named ? named[0] : text;
  }
  const lines = text.split("\n").map((line) => line.trim());
  if (kind === "names") {
    const pairs = lines.filter(Boolean).map((line) => (/^([^:]*):?\s*(.*)$/.exec(line) || []).slice(1));
    return Object.fromEntries(pairs);
  }
  return many ? lines.filter(Boolean) : text;
}

/**
 * @param {Field} field
 * @param {any} value
 */
function textFor({ kind }, value) {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.join("\n");
  if (kind !== "names") return value;
  return Object.entries(value)
    .map((pair) => pair.join(": "))
    .join("\n");
}

/**
 * @param {Field} field
 * @param {string} id
 * @param {boolean} needed
 * @returns {HTMLInputElement}
 */
function box(field, id, needed) {
  const { key, kind, choices, longest, many, words } = field;
  const lines = many || kind === "names";
  const long = lines || (kind === "text" && (key === "body" || (longest || 0) >= LONG));
  const tag = choices.length ? "select" : long ? "textarea" : "input";
  const node = make(tag, {
    id,
    name: key,
    "aria-describedby": `${id}-help ${id}-fault`,
    "aria-required": needed ? "true" : null,
    rows: long ? (key === "body" ? 12 : lines ? 2 : 3) : null,
    list: kind === "language" ? "form-languages" : null,
    autocomplete: "off",
    spellcheck: kind === "text" ? "true" : "false",
    inputmode: kind === "address" ? "url" : kind === "number" ? "decimal" : null,
  });
  if (tag === "select") {
    const options = choices.map((value) => make("option", { value }, words[value] || value));
    node.append(make("option", { value: "" }, needed ? "Choose" : ""), ...options);
  }
  return node;
}

/** @param {Field} field */
function help({ kind, help: said, choices, example, longest, many, names }) {
  const shown = example && !choices.length && kind !== "id" && !names;
  const sample = shown ? `In this timeline: ${kind === "date" ? dateWords(example) || example : example}` : "";
  const lines = many && !names ? "One a line" : kind === "names" ? "One a line, with its language: fr: Le nom" : "";
  const most = longest ? `at most ${longest} characters` : "";
  const first = [said, lines, most].filter(Boolean).join("; ");
  const sentence = first && `${first.charAt(0).toUpperCase()}${first.slice(1)}.`;
  return [sentence, sample].filter(Boolean).join(" ");
}
