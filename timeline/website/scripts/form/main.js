/**
 * <event-form>: the form for a new event. It builds itself from the definition of the records that the page holds,
 * checks as one types, shows the page that comes of it, and makes the file. Drafts stay in the browser; no
 * server is asked.
 */

import { define, make } from "../dom.js";
import { part } from "../parts.js";
import { TEXTS } from "../words.js";
import { advice } from "./advice.js";
import { citeHere } from "./citing.js";
import { OMITTED } from "./data.js";
import { dateWords } from "./dates.js";
import { DraftBar } from "./draftbar.js";
import { below, control } from "./groups.js";
import { proposed } from "./ids.js";
import { leaf } from "./inputs.js";
import { Ledger } from "./ledger.js";
import { whenThere } from "./more.js";
import { page } from "./preview.js";
import { Result } from "./result.js";
import { sourceList } from "./sourcelist.js";
import { Steps } from "./steps.js";
import { growing } from "./verdict.js";
import { filesOf } from "./yaml.js";

/** @import {Data, Fault, Field} from "./data.js" */

const SLOW = 40; /* milliseconds: what takes longer waits until the fingers rest */

/** @type {Field} */
const ID = {
  ...{ key: "id", kind: "id", required: true, many: false, longest: 80, least: null, lowest: null, highest: null },
  ...{ choices: [], words: {}, example: "", expert: false, label: "Name of the file", parts: [], names: "" },
  ...{ description: "", help: "Also the end of the address, for good; made from date and title until you write one" },
};

export class Form extends Ledger {
  /**
   * @param {Data} data
   * @param {HTMLElement} host
   */
  constructor(data, host) {
    super(data);
    this.timer = 0;
    this.took = 0;
    this.own = false;
    this.restoring = false;
    this.drawn = "";
    this.fields = data.fields.filter(({ key }) => !OMITTED.includes(key));
    const isSources = (/** @type {Field} */ { key }) => key === "citations";
    const sources = sourceList(this, /** @type {Field} */ (this.fields.find(isSources)));
    this.cards = sources.cards;
    for (const field of this.fields) {
      this.controls[field.key] = isSources(field) ? sources : this.control(field, field.required);
    }
    this.name = leaf(this, ID, ID.label, true);
    this.id = /** @type {HTMLInputElement} */ (this.name.node.querySelector("input"));
    this.id.addEventListener("input", () => {
      this.own = this.id.value !== "";
    });
    const text = /** @type {HTMLTextAreaElement} */ (this.controls.body.node.querySelector("textarea"));
    this.cite = citeHere(this, text);
    text.before(this.cite.node);
    this.shown = make("section", { class: "tl-preview", tabindex: "0", "aria-label": "The page as it will look" });
    this.result = new Result(
      data,
      () => this.update(),
      (id) => this.reach(id),
    );
    this.steps = this.staged();
    this.bar = new DraftBar(this);
    this.node = make("form", { novalidate: true, "aria-label": "New event" }, this.steps.nav, ...this.steps.parts);
    this.listen();
    const tongues = Object.entries(this.known.words.languages).map(([value, label]) =>
      make("option", { value, label }),
    );
    const languages = make("datalist", { id: "form-languages" }, ...tongues);
    host.replaceChildren(this.bar.node, languages, make("div", { class: "tl-form__work" }, this.node, this.shown));
    this.blank = JSON.stringify(this.content());
    this.bar.restore();
    this.update();
  }

  staged() {
    const { steps } = this.data;
    const contents = steps.map(({ keys }) => keys.filter((key) => key in this.controls).map((key) => this.placed(key)));
    const naming = make("details", {}, make("summary", {}, "For experts: the name of the file"), this.name.node);
    contents[contents.length - 1].push(this.result.node, naming);
    return new Steps(steps, contents, () => this.keep());
  }

  listen() {
    this.node.addEventListener("input", () => this.soon());
    this.node.addEventListener("change", () => this.soon());
    const card = make("div", { class: "tl-preview__card", role: "status" });
    const tell = (/** @type {any} */ event) => {
      const link = event.target.closest?.(".tl-cite a");
      if (!link) return;
      const listed = this.shown.querySelector(link.getAttribute("href") || "none");
      const words = listed?.querySelector(".tl-ref")?.textContent || "";
      card.textContent = [words, link.title].filter(Boolean).join(" — ");
      this.shown.append(card);
    };
    this.shown.addEventListener("focusin", tell);
    this.shown.addEventListener("mouseover", tell);
    this.node.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
  }

  /**
   * A control with what stands around it.
   * @param {string} key
   */
  placed(key) {
    const field = /** @type {Field} */ (this.fields.find((one) => one.key === key));
    const { node } = this.controls[key];
    const folded = field.parts.length && !field.required;
    return folded ? make("details", {}, make("summary", {}, `${field.label} (optional)`), node) : node;
  }

  /**
   * @param {Field} field
   * @param {boolean} needed
   */
  control(field, needed) {
    return control(this, field, needed);
  }

  content() {
    const values = this.read();
    return { values, created: this.created, name: this.own ? this.id.value : "", step: this.steps.at };
  }

  read() {
    const pairs = Object.entries(this.controls).map(([key, made]) => [key, made.read()]);
    return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
  }

  /** @param {any} content */
  fill({ values = {}, created = {}, name = "", step = 0 }) {
    for (const [table, records] of Object.entries(created)) {
      for (const [id, one] of Object.entries(records)) this.create(table, id, one);
    }
    this.controls.citations.fill(values.citations);
    for (const [key, made] of Object.entries(this.controls)) if (key !== "citations") made.fill(values[key]);
    this.own = Boolean(name);
    this.id.value = name;
    this.restoring = true;
    this.steps.go(Math.min(step, this.data.steps.length - 1), true);
    this.update();
    this.restoring = false;
  }

  clear() {
    this.created = { actors: {}, places: {} };
    this.touched.clear();
    this.fill({});
  }

  /** Now, or after a pause where the event is long. */
  soon() {
    clearTimeout(this.timer);
    if (this.took > SLOW) this.timer = setTimeout(() => this.update(), 300);
    else this.update();
    if (this.timer) this.bar.dirty = true;
  }

  update() {
    const began = performance.now();
    this.values = this.read();
    const { values, data } = this;
    if (values.quotes && !part("tongues")) whenThere("tongues", () => this.update());
    if (!this.own) this.id.value = proposed(values.title || "", dateWords(values.date || "") ? values.date : "");
    const id = this.id.value;
    const rules = { fields: data.fields, patterns: data.patterns, known: this.known };
    const faults = [...growing(values, id, rules), ...advice(values, id, this.known, data.patterns.id)];
    for (const [key, made] of Object.entries(this.controls)) made.show(below(faults, key));
    this.name.show(below(faults, "id"));
    this.cite.draw();
    this.result.show(
      filesOf(this.fields, values, id, data, this.created),
      faults.map((fault) => this.told(fault)),
    );
    this.progress(faults);
    const text = JSON.stringify(values);
    if (text !== this.drawn)
      this.draw(text); /* a click into the page also leaves a field: its link must still be there */
    this.took = performance.now() - began;
  }

  /** @param {string} text */
  draw(text) {
    this.drawn = text;
    this.keep();
    const empty = make("p.tl-form__help", {}, "Here the page stands as you write it.");
    const { body = "" } = this.values;
    const short =
      body.length > TEXTS.longest ? { ...this.values, body: `${body.slice(0, TEXTS.longest)}…` } : this.values;
    this.shown.replaceChildren(Object.keys(short).length ? page(short, this.known) : empty);
  }

  /** Keeps the draft, and the step that one is at. */
  keep() {
    const content = this.content();
    const begun = JSON.stringify({ ...content, step: 0 }) !== this.blank;
    if (begun && !this.restoring) this.bar.keep(this.values.title || "", content);
  }

  /** @param {Fault} fault */
  told(fault) {
    const [key, ...rest] = fault.trail;
    const made = key === "id" ? this.name : this.controls[key];
    return { ...fault, id: made?.box(rest) || "", label: made?.where(rest) || "The event" };
  }

  /** @param {Fault[]} faults */
  progress(faults) {
    const wrong = new Set(faults.filter(({ soft }) => !soft).map(({ trail }) => trail[0]));
    const done = this.data.steps.map(
      ({ keys }) => keys.some((key) => key in this.values) && !keys.some((key) => wrong.has(key)),
    );
    done[done.length - 1] = !wrong.size;
    this.steps.progress(done);
  }

  /** @param {string} id */
  reach(id) {
    const target = /** @type {HTMLElement} */ (document.getElementById(id));
    this.touched.add(id);
    this.steps.go(Math.max(0, this.steps.holding(target)), true);
    for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") || null) {
      fold.open = true;
    }
    target.focus();
    this.update();
  }
}

class EventForm extends HTMLElement {
  connectedCallback() {
    const holder = this.querySelector("[data-form]"); /* no script, for it is data */
    if (!holder) return; /* built already, or the data had mistakes when the site was built */
    new Form(JSON.parse(holder.textContent || ""), this);
  }
}

define("event-form", EventForm);
