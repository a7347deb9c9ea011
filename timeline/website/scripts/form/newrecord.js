/** Somebody or some place that the timeline does not have yet: made beside the event, and delivered with it. */

import { button, make } from "../dom.js";
import { nearText } from "./alike.js";
import { slug } from "./ids.js";
import { whenThere } from "./more.js";
import { Shape } from "./shape.js";

/** @import {Control, Field} from "./data.js" */
/** @import {Form} from "./main.js" */

const LATER = ["citations", "aliases"];

export class NewRecord {
  /**
   * @param {Form} form
   * @param {string} table
   * @param {(id: string) => void} made
   */
  constructor(form, table, made) {
    this.form = form;
    this.table = table;
    this.made = made;
    this.id = "";
    this.fields = form.data.made[table].fields.filter(({ key }) => !LATER.includes(key));
    this.node = make("div", { class: "tl-form__new" });
    this.controls = /** @type {[Field, Control][]} */ ([]);
  }

  /**
   * @param {string} name
   * @param {any} [values]
   */
  open(name, values = { name }) {
    const { form } = this;
    this.controls = this.fields.map((field) => {
      return /** @type {[Field, Control]} */ ([field, form.control(field, field.required)]);
    });
    for (const [{ key }, one] of this.controls) one.fill(values[key]);
    this.said = make("p", { class: "tl-form__fault", role: "status" });
    const plain = this.controls.filter(([{ required, key }]) => required || key === "description");
    const rest = this.controls.filter((one) => !plain.includes(one));
    const fieldset = make(
      "fieldset",
      {},
      make("legend", {}, this.table === "places" ? "A new place" : "Somebody new"),
      ...plain.map(([, { node }]) => node),
      make(
        "details",
        {},
        make("summary", {}, "Other spellings and more (optional)"),
        ...rest.map(([, { node }]) => node),
      ),
      this.said,
      button({ click: () => this.take() }, this.id ? "Keep it so" : "Add"),
      button({ click: () => this.close() }, "Cancel"),
    );
    this.node.replaceChildren(fieldset);
    if (this.table === "places") whenThere("places", (help) => help(fieldset, form.known.countries));
    fieldset.querySelector("input")?.focus();
    this.warn(name);
  }

  /** @param {string} id */
  edit(id) {
    this.id = id;
    const values = this.form.created[this.table][id];
    this.open(values.name, values);
  }

  close() {
    this.id = "";
    this.controls = [];
    this.node.replaceChildren();
  }

  /** @param {string} name */
  warn(name) {
    const known = this.form.choices(this.table).filter(({ value }) => value !== this.id);
    const pairs = known.flatMap(({ value, name: own, spellings }) =>
      [own, ...spellings].map((one) => /** @type {[string, string]} */ ([one, value])),
    );
    const near = nearText(name, pairs);
    const found = known.find(({ value }) => value === near);
    if (this.said && found) this.said.textContent = `Is it ${found.name}? Then choose that name from the list instead.`;
  }

  take() {
    const pairs = this.controls.map(([{ key }, one]) => [key, one.read()]);
    const values = Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
    const shape = new Shape(this.form.patterns);
    shape.record(this.fields, values, []);
    const id = this.id || this.form.freeId(this.table, slug(values.name || "").replace(/^the-/, ""));
    if (!id) shape.say(["name"], "bad-id", "write the name in Latin letters, and this spelling below");
    if (shape.found.length) {
      for (const [{ key }, one] of this.controls) {
        const own = shape.found.filter(({ trail }) => trail[0] === key);
        if (own.length) this.form.touched.add(one.box([]));
        one.show(own);
      }
      const [first] = shape.found;
      const where = this.controls.find(([{ key }]) => key === first.trail[0])?.[1];
      document.getElementById(where?.box([]) || "")?.focus();
      return;
    }
    this.form.create(this.table, id, values);
    this.close();
    this.made(id);
  }
}
