/** One field as an input, a menu or a larger box, with its help and its fault. */

import { make } from "../dom.js";
import { fault } from "./rules.js";

/** @import {Control, Data, Field} from "./data.js" */

/** Makes the controls of one form, and remembers which of them somebody has left. */
export class Inputs {
  /**
   * @param {Data} data
   * @param {() => void} update what follows a change
   */
  constructor(data, update) {
    this.ids = data.ids;
    this.update = update;
    const patterns = Object.entries(data.patterns).map(([name, pattern]) => [name, new RegExp(pattern)]);
    this.patterns = /** @type {Record<string, RegExp>} */ (Object.fromEntries(patterns));
    this.touched = /** @type {Set<string>} */ (new Set());
    this.count = 0;
  }

  /**
   * @param {Field} field
   * @param {string} label
   * @param {boolean} needed
   * @returns {Control}
   */
  one(field, label, needed) {
    const id = `f${(this.count += 1)}-${field.key}`;
    const table = field.key === "key" ? "sources" : field.names in this.ids ? field.names : "";
    const node = this.box(field, id, table, needed);
    const count = make("span", { class: "tl-form__count", "aria-hidden": "true" });
    const said = make("p", { id: `${id}-fault`, class: "tl-form__fault" });
    const read = () => node.value.trim() || null;
    const wrong = () => {
      const value = read();
      if (!value) return needed ? "this is needed" : "";
      return fault(field, value, table && field.key !== "key" ? this.ids[table] : null, this.patterns);
    };
    this.listen(node, id, table);
    return {
      node: make(
        "div",
        { class: "tl-form__field" },
        make("label", { for: id }, label + (needed ? "" : " (optional)")),
        count,
        node,
        make("p", { id: `${id}-help`, class: "tl-form__help" }, help(field, table)),
        said,
      ),
      read,
      faults: (out) => {
        const text = wrong();
        const show = this.touched.has(id) && text;
        count.textContent = field.longest ? `${node.value.trim().length} of ${field.longest}` : "";
        said.textContent = show || "";
        if (show) node.setAttribute("aria-invalid", "true");
        else node.removeAttribute("aria-invalid");
        if (text) out.push({ id, label, text });
      },
    };
  }

  /**
   * @param {Field} field
   * @param {string} id
   * @param {string} table of the ids that it offers
   * @param {boolean} needed
   * @returns {HTMLInputElement}
   */
  box(field, id, table, needed) {
    const { key, kind, choices, longest } = field;
    const long = !choices.length && kind === "text" && (key === "body" || (longest || 0) >= 200);
    const menu = isMenu(table) ? this.ids[table] : Object.fromEntries(choices.map((choice) => [choice, choice]));
    const tag = Object.keys(menu).length ? "select" : long ? "textarea" : "input";
    const node = make(tag, {
      id,
      name: key,
      "aria-describedby": `${id}-help ${id}-fault`,
      "aria-required": needed ? "true" : null,
      list: tag === "input" && table ? `ids-${table}` : null,
      rows: long ? (key === "body" ? 12 : 3) : null,
      autocomplete: "off",
      spellcheck: kind === "text" ? "true" : "false",
      inputmode: kind === "address" ? "url" : null,
    });
    if (tag === "select") {
      const items = Object.entries(menu).map(([value, text]) => make("option", { value }, text));
      node.append(make("option", { value: "" }, needed ? "Choose" : ""), ...items);
    }
    return node;
  }

  /**
   * @param {HTMLInputElement} node
   * @param {string} id
   * @param {string} table
   */
  listen(node, id, table) {
    node.addEventListener("change", () => {
      /* who writes a name means its id */
      const name = node.value.trim().toLowerCase();
      const meant = Object.entries(table ? this.ids[table] : {}).find(([, title]) => title.toLowerCase() === name);
      if (!meant) return;
      node.value = meant[0];
      this.update();
    });
    node.addEventListener("blur", () => {
      if (node.value) this.touched.add(id);
      this.update();
    });
  }
}

/**
 * Nobody adds a topic in passing, so all of them can stand in a menu.
 * @param {string} table
 */
const isMenu = (table) => table === "topics";

/**
 * @param {Field} field
 * @param {string} table
 */
function help({ key, kind, description, choices, example, longest }, table) {
  const what = description.replace(/^Ids [^;]*(; )?/, "");
  const listed = table && !isMenu(table) && key !== "key";
  const sentences = [
    what && what.charAt(0).toUpperCase() + what.slice(1),
    listed && "Begin to write the name, and choose from the list",
  ];
  const shown = example && !choices.length && !table && kind !== "id";
  const most = longest ? `; at most ${longest} characters` : "";
  const sample = shown ? ` For example: ${[example].flat().join(", ")}` : "";
  return `${sentences.filter(Boolean).join(". ")}${most}.${sample}`;
}
