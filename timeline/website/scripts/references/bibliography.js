/** Citations as others write them, read into the fields of a source: CSL-JSON, RIS, BibTeX and plain references. */

import { bibtex } from "./bibtex.js";
import { onOneLine, prose } from "./prose.js";

/** @import {Dating, Maker, Source} from "./prose.js" */

const RIS_TYPES = /** @type {Record<string, string>} */ ({
  ...{ JOUR: "article-journal", EJOUR: "article-journal", MGZN: "article-magazine", NEWS: "article-newspaper" },
  ...{ BOOK: "book", EBOOK: "book", EDBOOK: "book", CHAP: "chapter", ECHAP: "chapter", RPRT: "report", THES: "thesis" },
  ...{ CONF: "paper-conference", CPAPER: "paper-conference", ELEC: "webpage", WEB: "webpage", BLOG: "post-weblog" },
  ...{ ENCYC: "entry-encyclopedia", DATA: "dataset", CASE: "legal_case", STAT: "legislation", BILL: "bill" },
});
const RIS_FIELDS = /** @type {Record<string, string>} */ ({
  ...{ TI: "title", T1: "title", T2: "container-title", JO: "container-title", JF: "container-title" },
  ...{ BT: "container-title", T3: "collection-title", PB: "publisher", CY: "publisher-place", VL: "volume" },
  ...{ IS: "issue", PY: "issued", Y1: "issued", DA: "issued", UR: "URL", DO: "DOI", LA: "language" },
});
const PLAIN_FIELDS = [
  ...["title", "container-title", "collection-title", "publisher", "publisher-place", "volume", "issue", "page"],
  ...["number", "language", "DOI", "ISBN", "URL"],
];

/**
 * The sources that a text describes.
 * @param {string} text
 * @param {Dating} understood
 * @param {Maker} [isMaker]
 * @returns {Source[]}
 */
export function sourcesIn(text, understood, isMaker = () => false) {
  const trimmed = text.trim();
  const read = () => {
    const found = /^[[{]/.test(trimmed) ? json(trimmed) : null;
    if (found) return found;
    if (/^TY {1,2}-/m.test(trimmed)) return ris(trimmed);
    if (/@\w+\s*[{(]/.test(trimmed)) return bibtex(trimmed);
    return trimmed ? plainly(trimmed).map((one) => prose(one, understood, isMaker)) : [];
  };
  return read().map((/** @type {Source} */ source) => tidied(source, understood));
}

/**
 * What is left of a source: texts without blanks at their ends, a date that is one, no key that has no value.
 * @param {Source} source
 * @param {Dating} understood
 */
function tidied(source, understood) {
  const issued = understood(String(source.issued || "").trim());
  const language = String(source.language || "").trim();
  const named = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(language) ? language : "";
  const doi = (source.DOI || "").replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, "").replace(/[.,;]$/, "");
  const whole = {
    ...source,
    issued,
    language: named,
    DOI: doi,
    URL: source.URL || (doi ? `https://doi.org/${doi}` : ""),
  };
  const cleaned = Object.entries(whole).map(([key, value]) => [key, clean(value)]);
  return Object.fromEntries(cleaned.filter(([, value]) => value.length));
}

/** @param {any} value */
const clean = (value) =>
  Array.isArray(value) ? value.map((one) => onOneLine(String(one))).filter(Boolean) : onOneLine(String(value ?? ""));

/** @param {string} text */
function json(text) {
  try {
    const read = JSON.parse(text);
    const items = Array.isArray(read) ? read : read.items || [read];
    return items.filter((/** @type {any} */ item) => item && typeof item === "object").map(csl);
  } catch {
    return null;
  }
}

/** @param {any} item */
function csl(item) {
  const own = PLAIN_FIELDS.map((key) => [key, item[key]]).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(own), ...cslNames(item), type: item.type, issued: cslDate(item.issued) };
}

/** @param {any} item */
function cslNames(item) {
  const name = (/** @type {any} */ one) => {
    const family = [one["non-dropping-particle"], one.family].filter(Boolean).join(" ");
    return one.literal || [family, one.given].filter(Boolean).join(", ");
  };
  const list = (/** @type {any} */ all) => (Array.isArray(all) ? all.map(name) : []);
  return { author: list(item.author), editor: list(item.editor) };
}

/** @param {any} date */
function cslDate(date) {
  if (!date) return "";
  const parts = date["date-parts"];
  if (!Array.isArray(parts) || !parts[0]?.[0]) return date.raw || date.literal || "";
  const one = (/** @type {any[]} */ [year, month, day]) =>
    [String(year).padStart(4, "0"), ...[month, day].filter(Boolean).map((part) => String(part).padStart(2, "0"))].join(
      "-",
    );
  return parts.map(one).join("/");
}

/** @param {string} text */
function ris(text) {
  const records = /** @type {Source[]} */ ([]);
  let source = /** @type {Source} */ ({});
  for (const line of text.split(/\r?\n/)) {
    const [, tag = "", value = ""] = /^([A-Z][A-Z0-9]) {1,2}- ?(.*)$/.exec(line.trim()) || [];
    if (tag === "TY") records.push((source = { author: [], editor: [], type: RIS_TYPES[value.trim()] || "document" }));
    else if (tag === "AU" || tag === "A1") source.author?.push(value);
    else if (tag === "ED" || tag === "A2") source.editor?.push(value);
    else if (tag === "SP") source.page = value;
    else if (tag === "EP") source.page = source.page ? `${source.page}-${value}` : value;
    else if (tag === "SN" && /book|chapter/.test(source.type || "")) source.ISBN = value;
    else if (RIS_FIELDS[tag] && !(source[RIS_FIELDS[tag]] && tag !== "DA")) source[RIS_FIELDS[tag]] = value;
  }
  const date = (/** @type {string} */ one) =>
    one
      .replace(/\/+$/, "")
      .replace(/\/+[^\d/].*$/, "")
      .replace(/\//g, "-");
  return records.map((one) => ({ ...one, issued: date(one.issued || "") }));
}

/**
 * References in prose: where each line has a date or an address of its own, each is one.
 * @param {string} text
 */
function plainly(text) {
  const lines = text.split(/\n+/).filter((line) => line.trim());
  return lines.length > 1 && lines.every((line) => /\b\d{4}\b|https?:/.test(line)) ? lines : [text];
}
