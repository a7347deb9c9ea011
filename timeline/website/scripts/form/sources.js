/** Sources as the list below a page has them: as timeline/citations/house_style.py. */

import { make } from "../dom.js";
import { dateWords } from "./dates.js";
import { nameOf } from "./names.js";
import { pagesOf } from "./pages.js";

/** @import {Note, Parts} from "./texts.js" */
/**
 * @typedef {{ids: Record<string, Record<string, string>>, sources: Record<string, any>,
 *   words: Record<string, Record<string, string>>}} Known
 */

const WHOLE = "book report thesis treaty legislation regulation bill legal_case dataset document".split(" ");

/** @param {string[]} names */
function namesInARow([first = "", ...others]) {
  const last = others.pop();
  return last ? `${[first, ...others].join(", ")} and ${last}` : first;
}

/** @param {string[]} names the first of them is inverted */
const people = (names) => namesInARow(names.map((name, at) => (at ? nameOf(name).read : nameOf(name).sorted)));

/** @param {any} source */
function host(source) {
  const found = /^https?:\/\/([^/]*)/.exec(source.URL || "");
  return found ? found[1].toLowerCase().replace(/^www\./, "") : "";
}

/**
 * @param {Parts[]} parts
 * @returns {Parts}
 */
const commas = (parts) => parts.filter((part) => part.length).flatMap((part, at) => (at ? [", ", ...part] : part));

/**
 * @param {any} source
 * @returns {Parts}
 */
function title(source) {
  if (!source.title) return [`[Untitled page of ${source.publisher || source["container-title"] || host(source)}]`];
  const language = { lang: source.language && source.language !== "en" ? source.language : null };
  const whole = WHOLE.includes(source.type);
  const words = whole ? make("cite", language, source.title) : make("span", language, `“${source.title}”`);
  return source.title_translation ? [words, ` [${source.title_translation}]`] : [words];
}

/**
 * What the source stands in.
 * @param {any} source
 */
function container(source) {
  const name = source["container-title"];
  const numbers = [
    ["vol. ", source.volume],
    [name || source.volume ? "no. " : "No. ", source.issue || source.number],
    ["", source.page && pagesOf(source.page)],
  ];
  return commas([
    name ? [...(source.type === "chapter" ? ["In "] : []), make("cite", {}, name)] : [],
    source.editor?.length
      ? [`edited by ${namesInARow(source.editor.map((/** @type {string} */ name) => nameOf(name).read))}`]
      : [],
    ...numbers.map(([label, value]) => (value ? [label + value] : [])),
  ]);
}

/** @param {any} source */
function imprint(source) {
  const { publisher, issued } = source;
  return commas([
    source["collection-title"] ? [make("cite", {}, source["collection-title"])] : [],
    source["publisher-place"] ? [source["publisher-place"]] : [],
    publisher && publisher !== source["container-title"] ? [publisher] : [],
    issued ? [dateWords(issued) || issued] : [],
  ]);
}

/**
 * @param {any} source
 * @returns {Parts}
 */
function reference(source) {
  const author = people(source.author || []);
  const parts = [author ? [author] : [], title(source), container(source), imprint(source)];
  return parts
    .filter((part) => part.length)
    .flatMap((part, at) => {
      const text = part.map((one) => (typeof one === "string" ? one : one.textContent)).join("");
      return [...(at ? [" "] : []), ...part, ...(/[.?!]”*$/.test(text) ? [] : ["."])];
    });
}

/**
 * @param {Note} note
 * @returns {Parts}
 */
function backlinks({ number, mentions }) {
  const many = mentions.length > 1;
  return mentions.flatMap(({ id, locator }, at) => {
    const label = `Back to where source ${number} is cited${many ? `, ${at + 1}` : ""}`;
    const words = locator ? [" ", make("span", { class: "tl-locator" }, locator)] : [];
    const attributes = { href: `#${id}`, role: "doc-backlink", "aria-label": label };
    const link = make("a", attributes, `↑${many ? at + 1 : ""}`, ...words);
    return at ? [" ", link] : [link];
  });
}

/**
 * @param {any} source
 * @param {Known} known
 */
function meta(source, known) {
  const { kind = "", language } = source;
  const origin = [host(source), known.words.kinds[kind] || kind].filter(Boolean).join(" · ");
  const tongue = language ? `in ${known.words.languages[language] || language}` : "";
  return commas([origin, tongue].map((text) => (text ? [text] : [])));
}

/**
 * A source in the list of sources.
 * @param {Note} note
 * @param {any} source
 * @param {Known} known
 */
export function listed(note, source, known) {
  const missing = `[${note.key || "?"}: no source here has this key]`;
  return make(
    "li",
    { id: `preview-source-${note.number}`, value: String(note.number) },
    make("span", { class: "tl-ref" }, ...(source ? reference(source) : [missing])),
    " ",
    make("span", { class: "tl-ref__meta" }, ...(source ? meta(source, known) : [])),
    " ",
    make("span", { class: "tl-sources__back" }, ...backlinks(note)),
  );
}
