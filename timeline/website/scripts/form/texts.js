/** Texts of records as the page sets them: Markdown, typography, numbered citations. */

import { make } from "../dom.js";
import { TEXTS } from "../words.js";

/** @typedef {(Node | string)[]} Parts */
/** @typedef {{key: string, locator: string}} Cite */
/** @typedef {{number: number, key: string, mentions: {id: string, locator: string}[]}} Note */

const INLINE = /\[@([^[\]]*)\]|\[([^[\]]*)\]\(((?:[^()\s]|\([^()\s]*\))*)\)|\*\*([^*]+)\*\*|\*([^*]+)\*/;
const APOSTROPHE = new RegExp(TEXTS.apostrophe[0], `${TEXTS.apostrophe[1]}g`);

/** @param {string} text */
export const apostrophes = (text) => (text.includes("://") ? text : text.replace(/(\p{L})'(?=\p{L})/gu, "$1’"));

/** @param {string} text */
export const squeezed = (text) => text.trim().replace(/\s+/g, " ");

/** @param {string} text */
const quotes = (text) =>
  text
    .replace(APOSTROPHE, "’")
    .replace(/\.\.\./g, "…")
    .replace(/---/g, "—")
    .replace(/--/g, "–")
    .replace(/(^|[\s([{–—“])"/g, "$1“")
    .replace(/"/g, "”")
    .replace(/(^|[\s([{–—“])'/g, "$1‘")
    .replace(/'/g, "’");

/**
 * Quotation marks look at what stands before them, so they are set before the text is cut into nodes.
 * @param {string} text
 */
function typeset(text) {
  const parts = text.split(/(\[@[^[\]]*\]|\]\((?:[^()\s]|\([^()\s]*\))*\))/);
  return parts.map((part, at) => (at % 2 ? part : quotes(part))).join("");
}

/**
 * @param {string} text
 * @returns {Cite}
 */
export function cite(text) {
  const at = text.indexOf(",");
  const key = squeezed(at < 0 ? text : text.slice(0, at)).replace(/^@/, "");
  return { key, locator: at < 0 ? "" : squeezed(text.slice(at + 1)) };
}

/**
 * The citations that stand in a text.
 * @param {string} text
 */
export const citesIn = (text) =>
  (text.match(/\[@[^[\]]*\]/g) || []).flatMap((group) => group.slice(1, -1).split(";").map(cite));

/** The numbered sources of one page. */
export class Notes {
  constructor() {
    this.all = /** @type {Note[]} */ ([]);
  }

  /** @param {string} key */
  note(key) {
    const known = this.all.find((one) => one.key === key);
    if (known) return known;
    const made = { number: this.all.length + 1, key, mentions: [] };
    this.all.push(made);
    return made;
  }

  /** @param {string} text */
  expect(text) {
    for (const { key } of citesIn(text)) this.note(key);
  }

  /** @param {string[]} texts */
  group(texts) {
    const links = texts.flatMap((text, at) => (at ? [", ", this.link(cite(text))] : [this.link(cite(text))]));
    return make("span", { class: "tl-cite" }, "[", ...links, "]");
  }

  /** @param {Cite} cited */
  link({ key, locator }) {
    const { number, mentions } = this.note(key);
    const id = `preview-cite-${number}-${mentions.length + 1}`;
    mentions.push({ id, locator });
    const label = `Source ${number}${locator && `, ${locator}`}`;
    const attributes = { id, href: `#preview-source-${number}`, role: "doc-noteref", "aria-label": label };
    return make("a", { ...attributes, title: locator || null }, String(number));
  }
}

/**
 * @param {string} text
 * @param {Notes} notes
 * @returns {Parts}
 */
function inline(text, notes) {
  const found = INLINE.exec(text);
  if (!found) return text ? [text] : [];
  const before = text.slice(0, found.index);
  const rest = text.slice(found.index + found[0].length);
  return [...(before ? [before] : []), marked(found, notes), ...inline(rest, notes)];
}

/**
 * @param {RegExpExecArray} found
 * @param {Notes} notes
 */
function marked([, cited, words, address, strong, soft], notes) {
  if (cited !== undefined) return notes.group(cited.split(";"));
  if (words === undefined) return make(strong ? "strong" : "em", {}, ...inline(strong || soft, notes));
  const web = /^https?:\/\//.test(address); /* other addresses lead into the site, or nowhere */
  const attributes = web ? { href: address, rel: "external noopener noreferrer", target: "_blank" } : {};
  return make("a", attributes, ...inline(words, notes));
}

/**
 * The items of a block that begins as one, or nothing.
 * @param {string[]} lines
 * @param {RegExp} mark
 */
function itemsOf(lines, mark) {
  if (!mark.test(lines[0])) return [];
  const starts = lines.flatMap((line, at) => (mark.test(line) ? [at] : []));
  return starts.map((start, at) =>
    lines
      .slice(start, starts[at + 1])
      .join(" ")
      .replace(/^\S+\s+/, ""),
  );
}

/**
 * Whether a block is a list, as people mean it: `1815. On that day` is a sentence, and so is a lone `+ 5 degrees`.
 * @param {string[][]} all the lines of each block
 * @param {number} at
 * @param {boolean} goesOn whether a list stands before it
 */
function list(all, at, goesOn) {
  const next = all[at + 1]?.[0] || "";
  const marked = itemsOf(all[at], /^[-*+] +/);
  if (marked.length > 1 || (marked.length && (goesOn || /^[-*+] +/.test(next))))
    return { tag: "ul", items: marked, start: null };
  const numbered = itemsOf(all[at], /^\d+\. +/);
  const numbers = all[at].flatMap((line) => /^(\d+)\. +/.exec(line)?.[1] || []).map(Number);
  if (numbers.length === 1 && /^\d+\. +/.test(next)) numbers.push(parseInt(next, 10));
  const rising = numbers.length > 1 && numbers.every((one, place) => !place || one === numbers[place - 1] + 1);
  const meant = numbered.length && (numbers[0] < 2 || rising || goesOn);
  return meant ? { tag: "ol", items: numbered, start: numbers[0] > 1 ? String(numbers[0]) : null } : null;
}

/**
 * @param {string} text
 * @param {Notes} notes
 */
export function blocks(text, notes) {
  notes.expect(text);
  const parts = text.trim().split(/\n\s*\n/);
  const all = parts.filter(Boolean).map((block) => block.split("\n").map((line) => line.trim()));
  let listed = false;
  return all.map((lines, at) => {
    const found = list(all, at, listed);
    listed = Boolean(found);
    if (found) {
      const items = found.items.map((item) => make("li", {}, ...inline(typeset(squeezed(item)), notes)));
      return make(/** @type {"ul" | "ol"} */ (found.tag), { start: found.start }, ...items);
    }
    const quoted = lines.every((line) => line.startsWith(">"));
    const words = lines.map((line) => (quoted ? line.replace(/^> ?/, "") : line)).join(" ");
    const paragraph = make("p", {}, ...inline(typeset(squeezed(words)), notes));
    return quoted ? make("blockquote", {}, paragraph) : paragraph;
  });
}
