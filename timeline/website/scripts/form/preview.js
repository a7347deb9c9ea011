/**
 * An event as its page will show it, made in the browser from the values of the form: the same words for dates,
 * numbered citations, list of sources. It builds nodes and sets texts; nothing that somebody typed is ever read as
 * HTML.
 */

import { make } from "../dom.js";
import { dateWords } from "./dates.js";
import { disputeNode, figureList } from "./figures.js";
import { quoteNode } from "./quotes.js";
import { listed } from "./sources.js";
import { apostrophes, blocks, Notes, squeezed } from "./texts.js";

/** @import {Known} from "./sources.js" */
/** @import {Parts} from "./texts.js" */

/**
 * @param {string} text
 * @returns {Parts}
 */
function time(text) {
  const words = dateWords(text);
  if (!words) return text ? [text] : [];
  return /^\d{4}(-\d\d){0,2}$/.test(text) ? [make("time", { datetime: text }, words)] : [words];
}

/**
 * @param {string} title
 * @param {Parts} children
 */
const section = (title, children) => make("section", { class: "tl-section" }, make("h3", {}, title), ...children);

/**
 * @param {any} values
 * @param {string[]} topics
 * @param {Known} known
 */
function head(values, topics, known) {
  const { ids } = known;
  const places = (values.places || []).map((/** @type {string} */ id) =>
    make("span", { class: "tl-date__place" }, ids.places[id] || id),
  );
  const chips = topics.map((id) => make("span", { class: "tl-chip", "data-topic": colour(id, known) }, ids.topics[id]));
  const note = apostrophes(values.date_note || "");
  return make(
    "header",
    { class: "tl-head" },
    make("p", { class: "tl-date" }, ...time(values.date || ""), ...places),
    make("p", { class: "tl-preview__title", role: "heading", "aria-level": "3" }, apostrophes(values.title || "Title")),
    make("p", { class: "tl-lead" }, apostrophes(squeezed(values.summary || ""))),
    ...(note ? [make("p", { class: "tl-aside-note" }, make("b", {}, "About the date:"), ` ${note}`)] : []),
    ...(chips.length ? [make("p", { class: "tl-chips" }, ...chips)] : []),
  );
}

/**
 * The number of a topic's colour.
 * @param {string} id
 * @param {Known} known
 */
const colour = (id, known) => String(Object.keys(known.ids.topics).indexOf(id) + 1);

/**
 * The page of an event as far as its values go.
 * @param {any} values
 * @param {Known} known
 * @returns {HTMLElement}
 */
export function page(values, known) {
  const notes = new Notes();
  const own = /** @type {Record<string, any>} */ ({});
  for (const one of values.citations || []) if (one.key) own[one.key] = known.sources[one.key] || one;
  const topics = (values.topics || []).filter((/** @type {string} */ id) => id in known.ids.topics);
  const names = (values.actors || []).map((/** @type {string} */ id) => known.ids.actors[id] || id);
  const parts = [head(values, topics, known), make("div", { class: "tl-prose" }, ...blocks(values.body || "", notes))];
  if (values.figures) parts.push(section("Figures", figureList(values.figures, values, notes)));
  if (values.disputes) {
    const disputes = values.disputes.map((/** @type {any} */ one) => disputeNode(one, notes));
    parts.push(section("Where sources disagree", disputes));
  }
  if (values.quotes) {
    const quotes = values.quotes.map((/** @type {any} */ one) => quoteNode(one, time(one.date || ""), notes, known));
    parts.push(section("In their own words", quotes));
  }
  if (values.actors) parts.push(section("Who took part", [make("p", {}, names.join(", "))]));
  if (notes.all.length) {
    const items = notes.all.map((note) => listed(note, own[note.key], known));
    parts.push(section("Sources", [make("ol", { class: "tl-sources" }, ...items)]));
  }
  return make("div", { class: "tl-event", "data-topic": topics.length ? colour(topics[0], known) : "0" }, ...parts);
}
