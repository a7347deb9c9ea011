/** Quotations of an event as its page shows them. */

import { make } from "../dom.js";
import { apostrophes } from "./texts.js";

/** @import {Known} from "./sources.js" */
/** @import {Notes, Parts} from "./texts.js" */

/**
 * In which language it was said, who translated it, and why no place is named in its source.
 * @param {any} quote
 * @param {Known} known
 */
function provenance({ language = "", translation, translated_by: maker = "", unlocated }, known) {
  const name = known.words.languages[language] || language;
  const written = language === document.documentElement.lang ? "" : name;
  const said = [
    translation ? `${name}, translated by ${maker}` : written,
    unlocated ? `No place in the source: ${unlocated}` : "",
  ].filter(Boolean);
  return said.length ? `${said.join(". ")}.` : "";
}

/**
 * @param {any} quote
 * @param {Parts} date
 * @param {Notes} notes
 * @param {Known} known
 */
export function quoteNode(quote, date, notes, known) {
  const { text = "", language, translation, speaker = "", citations, context } = quote;
  const words = [make("div", {}, make("p", { lang: language || null, dir: "auto" }, apostrophes(text)))];
  if (translation) words.push(make("div", {}, make("p", {}, apostrophes(translation))));
  const cites = citations ? [" ", notes.group(citations)] : [];
  const told = speaker.includes(date.map((part) => (typeof part === "string" ? part : part.textContent)).join(""));
  const when = date.length && !told ? [", ", ...date] : [];
  return make(
    "figure",
    { class: "tl-quote" },
    make("blockquote", { class: "tl-quote__words" }, ...words),
    make(
      "figcaption",
      {},
      make("p", { class: "tl-quote__speaker" }, make("b", {}, apostrophes(speaker)), ...when, ...cites),
      ...(context ? [make("p", {}, apostrophes(context))] : []),
      make("p", { class: "tl-quote__made" }, apostrophes(provenance(quote, known))),
    ),
  );
}
