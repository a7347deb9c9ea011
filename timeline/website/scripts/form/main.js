/**
 * <event-form>: the form for a new event. It builds itself from the definition of the records that the page holds,
 * checks as one types, shows the page that comes of it, and makes the YAML file. It stores nothing and asks no server.
 */

import { define, make } from "../dom.js";
import { across } from "./across.js";
import { OMITTED } from "./data.js";
import { control } from "./groups.js";
import { proposed } from "./ids.js";
import { Inputs } from "./inputs.js";
import { page } from "./preview.js";
import { Result } from "./result.js";
import { yaml } from "./yaml.js";

/** @import {Control, Data, Fault, Field} from "./data.js" */

const FOLDED = /** @type {Record<string, string>} */ ({
  figures: "Figures (optional)",
  disputes: "Where sources disagree (optional)",
  quotes: "In their own words (optional)",
  links: "Links to other events (optional)",
});

/** @type {Field} */
const ID = {
  ...{ key: "id", kind: "id", required: true, many: false, longest: 80, least: null, choices: [], example: null },
  ...{ label: "Id", parts: [], names: "" },
  description: "Name of the file and end of the address, for good; made from date and title until you write one",
};

class Form {
  /**
   * @param {Data} data
   * @param {HTMLElement} host
   */
  constructor(data, host) {
    this.data = data;
    const update = () => this.update();
    this.inputs = new Inputs(data, update);
    this.fields = data.fields.filter(({ key }) => !OMITTED.includes(key));
    this.node = make("form", { novalidate: true, "aria-label": "New event" });
    this.controls = this.fields.map((field) => this.add(field));
    this.name = this.inputs.one(ID, "Id of the event", true);
    this.id = /** @type {HTMLInputElement} */ (this.name.node.querySelector("input"));
    this.own = false;
    this.id.addEventListener("input", () => {
      this.own = this.id.value !== "";
    });
    this.node.append(make("h2", {}, "Its name"), this.name.node);
    this.shown = make("section", { class: "tl-preview", tabindex: "0", "aria-label": "The page as it will look" });
    this.drawn = "";
    this.result = new Result(data.create, update, (id) => this.reach(id));
    this.node.addEventListener("input", update);
    this.node.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
    const lists = Object.entries(data.ids).map(([table, ids]) => {
      const options = Object.entries(ids).map(([value, label]) => make("option", { value, label }));
      return make("datalist", { id: `ids-${table}` }, ...options);
    });
    host.replaceChildren(...lists, make("div", { class: "tl-form__work" }, this.node, this.shown), this.result.node);
    this.update();
  }

  /**
   * @param {Field} field
   * @returns {Control}
   */
  add(field) {
    const { key, label, parts, required } = field;
    const made = control(this.inputs, field, required);
    if (key === "citations") {
      const help =
        "Everything that the event cites. For a source that the project knows, its key from the list is enough.";
      this.node.append(make("h2", {}, "Sources"), make("p", { class: "tl-form__help" }, help));
    }
    const folded = parts.length && !required;
    const summary = make("summary", {}, FOLDED[key] || label);
    this.node.append(folded ? make("details", {}, summary, made.node) : made.node);
    return made;
  }

  update() {
    const values = /** @type {any} */ ({});
    for (const [at, made] of this.controls.entries()) {
      const value = made.read();
      if (value !== null) values[this.fields[at].key] = value;
    }
    if (!this.own) this.id.value = proposed(values.title || "", values.date || "");
    const text = `${this.data.head}\n${yaml(this.fields, values).join("\n")}\n`;
    this.result.show(text, this.id.value, this.faults(values));
    if (text === this.drawn) return; /* a click into the page also leaves a field: it must find its link still there */
    this.drawn = text;
    const empty = make("p", { class: "tl-form__help" }, "Here the page stands as you write it.");
    this.shown.replaceChildren(Object.keys(values).length ? page(values, this.data) : empty);
  }

  /** @param {any} values */
  faults(values) {
    const { ids } = this.data;
    const found = /** @type {Fault[]} */ ([]);
    for (const made of [...this.controls, this.name]) made.faults(found);
    found.push(...across(values, this.fields, ids));
    if (this.id.value in ids.events) {
      found.push({ id: this.id.id, label: "Id of the event", text: "an event has this id already" });
    }
    return found;
  }

  /** @param {string} id */
  reach(id) {
    const target = /** @type {HTMLElement} */ (document.getElementById(id));
    this.inputs.touched.add(id);
    for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") || null) {
      fold.open = true;
    }
    target.focus();
    this.update();
  }
}

class EventForm extends HTMLElement {
  connectedCallback() {
    const holder = this.querySelector("[data-form]"); /* no script: instant navigation would run it */
    if (!holder) return; /* built already, or the data had mistakes when the site was built */
    new Form(JSON.parse(holder.textContent || ""), this);
    this.hidden = false;
    for (const node of document.querySelectorAll("[data-without-script]")) /** @type {any} */ (node).hidden = true;
  }
}

define("event-form", EventForm);
