/** Texts of records: the citations in them, their paragraphs and links; as timeline/records/texts.py reads them. */

import { TEXTS, TWINS } from "../words.js";

/** @typedef {{key: string, locator: string}} Cite */

const BLANKS = new RegExp(TEXTS.blanks, "g");
const EDGES = new RegExp(`^${TEXTS.blanks}|${TEXTS.blanks}$`, "g");
const ALL = /** @type {Record<"group" | "code" | "opening" | "heading", RegExp>} */ ({
  group: every(TEXTS.group),
  code: every(TEXTS.code),
  opening: every(TEXTS.opening),
  heading: every(TEXTS.heading),
});
const ONE = new RegExp(...TEXTS.one);
const LISTED = new RegExp(...TEXTS.listed);
const TITLE = new RegExp(...TEXTS.title);
const HTML = new RegExp(...TEXTS.html);
const IMAGE = new RegExp(...TEXTS.image);
const BRACKETS = every(TEXTS.brackets);
const AT = every(TEXTS.at);
const BARE = every(TEXTS.bare);
const IDS = new RegExp(`^(?:${TEXTS.id[0]})$`, "u");
const WORD = /[\p{L}\p{N}_’'-]+/gu;

/** @param {[string, string]} expression */
function every([source, flags]) {
  return new RegExp(source, `${flags}g`);
}

/** @param {string} text */
export const trim = (text) => text.replace(EDGES, "");

/** @param {string} text */
export const squeeze = (text) => trim(text).replace(BLANKS, " ");

/** @param {string} text */
const uncoded = (text) => (text.includes("`") ? text.replace(ALL.code, " ") : text);

/**
 * Every citation of a text; one that is none has an empty key.
 * @param {string} text
 * @returns {Cite[]}
 */
export function cites(text) {
  const groups = uncoded(text).match(ALL.group) || [];
  return groups.flatMap((group) =>
    group
      .slice(1, -1)
      .split(";")
      .map((part) => cited(ONE, trim(part))),
  );
}

/**
 * The citation that a list entry such as `key, p. 4` stands for.
 * @param {string} text
 */
export const listedCite = (text) => cited(LISTED, trim(text).replace(/^@/, ""));

/**
 * @param {RegExp} form
 * @param {string} text
 * @returns {Cite}
 */
function cited(form, text) {
  const found = form.exec(text)?.groups;
  return found ? { key: found.key, locator: squeeze(found.locator || "") } : { key: "", locator: text };
}

/**
 * What blank lines part, without headings.
 * @param {string} text
 */
export function paragraphs(text) {
  const blocks = text.split(/\n[ \t]*\n/).map((block) => trim(block.replace(ALL.heading, "")));
  return blocks.filter(Boolean);
}

/** @param {string} text */
export const citesSomething = (text) => new RegExp(...TEXTS.group).test(text);

/** @param {string} text */
export const markup = (text) => HTML.exec(text)?.[0] || "";

/** @param {string} text */
export const image = (text) => IMAGE.exec(text)?.[0] || "";

/**
 * From where to where the brackets of each link hold its address.
 * @param {string} text
 * @returns {[number, number][]}
 */
function links(text) {
  const openings = new Set([...text.matchAll(ALL.opening)].map((one) => one.index + 1));
  const open = /** @type {number[]} */ ([]);
  const found = /** @type {[number, number][]} */ ([]);
  for (const { index, 0: mark } of openings.size ? text.matchAll(/[()]/g) : []) {
    if (mark === "(") open.push(index);
    else {
      const start = open.pop();
      if (start !== undefined && openings.has(start)) found.push([start + 1, index]);
    }
  }
  return found.sort(([a], [b]) => a - b);
}

/**
 * The target of every link.
 * @param {string} text
 */
export function targets(text) {
  const plain = uncoded(text);
  return links(plain).map(([start, end]) => {
    const words = trim(plain.slice(start, end)).replace(TITLE, "");
    return words.replace(/^</, "").replace(/>$/, "");
  });
}

/**
 * The number of words without citations and addresses.
 * @param {string} text
 */
export function countWords(text) {
  let rest = text.replace(ALL.group, "");
  for (const [start, end] of links(rest).reverse()) rest = rest.slice(0, start) + rest.slice(end);
  return (rest.match(WORD) || []).length;
}

/**
 * Brackets that hold nothing but ids, with locators or not, and these ids.
 * @param {string} text
 * @returns {[string, string[]][]}
 */
export function unmarked(text) {
  const found = [...uncoded(text).matchAll(BRACKETS)].map(({ 0: group, groups }) => {
    const parts = (groups?.inner || "").split(";").map((part) => LISTED.exec(trim(part))?.groups?.key || "");
    return /** @type {[string, string[]]} */ ([group, parts]);
  });
  return found.filter(([, keys]) => keys.every((key) => IDS.test(key)));
}

/** @param {string} match */
const blank = (match) => " ".repeat(match.length);

/** @param {string} text */
const unmentioned = (text) => text.replace(ALL.code, blank).replace(ALL.group, blank);

/**
 * Keys after an @ that stand in no group of citations.
 * @param {string} text
 */
export const bareKeys = (text) => [...unmentioned(text).matchAll(AT)].map(({ groups }) => groups?.key || "");

/**
 * Web addresses that stand in a text itself, and not in a link or a citation.
 * @param {string} text
 */
export function bareAddresses(text) {
  let plain = unmentioned(text);
  if (!/:\/\/|www\./i.test(plain)) return [];
  for (const [start, end] of links(plain)) {
    const opened = Math.max(0, plain.lastIndexOf("[", start - 1));
    plain = plain.slice(0, opened) + " ".repeat(end - opened) + plain.slice(end);
  }
  return (plain.match(BARE) || []).map((one) => one.replace(/[.,;:!?)'"’”]+$/, ""));
}

/**
 * A text so that two which look the same are the same, as timeline/language/letters.py has it.
 * @param {string} text
 */
export function lookalike(text) {
  const small = caseless(squeeze(text).normalize("NFKC"));
  return [...small]
    .map((letter) => TWINS[letter] ?? letter)
    .join("")
    .normalize("NFC")
    .replace(/ë/g, "e");
}

/**
 * A text for comparing: small letters, as Python's casefold has them.
 * @param {string} text
 */
export const caseless = (text) =>
  [...text]
    .map((one) => (one === "ı" ? one : one.toUpperCase().toLowerCase()))
    .join("")
    .replace(/ς/g, "σ");
