/** One source of an event: known to the timeline, or described here. */

import { button, make } from "../dom.js";
import { sourceKey } from "./addresses.js";
import { below } from "./groups.js";
import { yearOf } from "./ids.js";
import { leaf } from "./inputs.js";
import { makerOf } from "./sourcing.js";

/** @import {Fault, Field, Trail} from "./data.js" */
/** @import {Form} from "./main.js" */

const OWN_PARTS = ["locator", "checked"];
const FIRST = ["title", "author", "container-title", "publisher", "issued", "URL", "type", "kind", "language"];

export class Card {
  /**
   * @param {Form} form
   * @param {Field} field
   * @param {any} values
   * @param {() => void} remove
   */
  constructor(form, field, values, remove) {
    this.form = form;
    this.known = values.key in form.known.ids.sources ? values.key : "";
    this.key = values.key || "";
    this.own = Boolean(values.key);
    const order = (/** @type {Field} */ { key }) => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);
    const parts = field.parts.filter(({ key }) => (this.known ? OWN_PARTS.includes(key) : key !== "aliases"));
    const sorted = [...parts].sort((a, b) => order(a) - order(b));
    this.controls = sorted.map((part) => ({
      part,
      made: leaf(form, part, part.label, part.required && part.key !== "key"),
    }));
    for (const { part, made } of this.controls) made.fill(values[part.key]);
    this.legend = make("legend", {});
    this.minus = button({ class: "tl-form__minus", click: remove });
    const nodes = (/** @type {boolean} */ expert) =>
      this.controls.filter(({ part }) => part.expert === expert).map(({ made }) => made.node);
    const fold = make("details", {}, make("summary", {}, "For experts (optional)"), ...nodes(true));
    const about = this.known ? [make("p", { class: "tl-form__known" }, form.known.ids.sources[this.known])] : [];
    this.said = make("p", { class: "tl-form__fault" });
    this.hint = make("p", { class: "tl-form__help" });
    const inner = [...about, ...nodes(false), this.hint, ...(this.known ? [] : [fold]), this.said, this.minus];
    this.node = make("fieldset", { class: "tl-form__row" }, this.legend, ...inner);
    const box = /** @type {HTMLInputElement | null} */ (this.node.querySelector("[name=key]"));
    box?.addEventListener("input", () => {
      this.own = box.value !== "";
    });
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.node.querySelector("input, textarea, select"))?.focus();
  }

  /** @param {number} at */
  number(at) {
    this.legend.textContent = `Source ${at}`;
    this.minus.textContent = `Remove source ${at}`;
  }

  /** What is written of the source, without its key. */
  described() {
    const pairs = this.controls.map(({ part, made }) => [part.key, made.read()]);
    return Object.fromEntries(pairs.filter(([key, value]) => key !== "key" && value !== undefined));
  }

  read() {
    const values = this.described();
    if (this.known) return { key: this.known, ...values };
    if (!Object.keys(values).length) return undefined;
    this.name(values);
    return { ...(this.key ? { key: this.key } : {}), ...values };
  }

  /**
   * Keeps the key in step with maker, year and title, until somebody writes or cites it.
   * @param {any} values
   */
  name(values) {
    const control = this.controls.find(({ part }) => part.key === "key");
    const written = control?.made.read() || "";
    if (this.own) {
      if (written && written !== this.key) this.form.rename(this.key, written);
      this.key = written || this.key;
    } else if (!this.key || !this.form.isCited(this.key)) {
      const maker = values.origin || values.publisher || values["container-title"] || (values.author || [])[0];
      const wanted = sourceKey(values.URL || "", maker, yearOf(values.issued || ""), values.title || "");
      this.key = this.form.freeKey(wanted, this);
      control?.made.fill(this.key);
    }
  }

  title() {
    if (this.known) return this.form.known.ids.sources[this.known];
    const { title, URL: url, issued = "" } = this.described();
    const maker = makerOf(this.described());
    return [title || url || "a source", [maker, issued.slice(0, 4)].filter(Boolean).join(", ")]
      .filter(Boolean)
      .join(" · ");
  }

  /** @param {Fault[]} faults */
  show(faults) {
    for (const { part, made } of this.controls) made.show(below(faults, part.key));
    const touched = this.controls.some(({ made }) => this.form.touched.has(made.box([])));
    const whole = faults.find(({ trail }) => !trail.length);
    this.said.textContent = touched && whole ? whole.text : "";
    this.hint.textContent = faults.find(({ code }) => code === "near-source")?.text || "";
  }

  /** @param {Trail} trail */
  find([key]) {
    return this.controls.find(({ part }) => part.key === key)?.made || this.controls[0].made;
  }

  /** @param {Trail} trail */
  box(trail) {
    return this.find(trail).box([]);
  }

  /** @param {Trail} trail */
  where(trail) {
    return trail.length ? this.find(trail).where([]) : "as a whole";
  }
}
