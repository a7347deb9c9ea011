/**
 * Finding pages. Every word has to be there, in any spelling; what stands in a title counts more than what stands in a
 * text.
 *
 * A page as the index has it (timeline/website/search.py): other spellings of its title in `names`, `date` in words.
 * @typedef {{location: string, title: string, text: string, kind?: string, names?: string, date?: string}} Doc
 * A page with what is compared: small plain letters.
 * @typedef {{doc: Doc, title: string, names: string, text: string}} Known
 * Pages of one kind, the best first; `asked` holds the words that were looked for in the end.
 * @typedef {{title: string, docs: Doc[]}} Group
 * @typedef {{groups: Group[], count: number, asked: string[], mended: boolean}} Found
 * @typedef {(query: string) => Found} Finder
 */

import { fold } from "../find.js";
import { like } from "../like.js";

/** What groups are called, in their order; what is of no kind comes last. */
const KINDS = {
  event: "Events",
  actor: "People and bodies",
  place: "Places",
  era: "Eras",
  topic: "Topics",
  "": "Pages",
  source: "Sources",
};

const WORD = /[^\p{L}\p{N}']+/u;

/** Pages that are called as one has asked stand before all others: so many. */
const NAMED = 3;

/** Longer questions are cut: letters, and words. */
const LONGEST = 100;
const MOST = 8;

/** @param {Doc[]} docs @returns {Known[]} */
export const prepare = (docs) =>
  docs.map((doc) => ({
    doc,
    title: fold(doc.title),
    names: fold(doc.names || ""),
    text: fold(`${doc.text} ${doc.date || ""}`),
  }));

/**
 * The words of a question, without the signs around them and those that nobody sees.
 * @param {string} query
 */
export const wordsOf = (query) => {
  const parts = fold(query.slice(0, LONGEST).replace(/\p{Cf}/gu, "")).split(WORD);
  const words = parts.map((word) => word.replace(/^'+|'+$/g, ""));
  return words.filter(Boolean).slice(0, MOST);
};

/**
 * How well a text holds a word: 2 where a word of it begins so, 1 within, 0 not at all.
 * @param {string} text
 * @param {string} word
 */
function holds(text, word) {
  let found = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!at || WORD.test(text[at - 1])) return 2;
    found = 1;
  }
  return found;
}

/**
 * How well a page answers; 0 where a word is missing.
 * @param {Known} known
 * @param {string[]} words
 */
function score({ title, names, text }, words) {
  let sum = 0;
  for (const word of words) {
    const best = Math.max(6 * holds(title, word), 5 * holds(names, word)) || holds(text, word);
    if (!best) return 0;
    sum += best;
  }
  const phrase = words.join(" ");
  if (title === phrase) sum += 40;
  else if (title.includes(phrase)) sum += 8;
  else if (names.includes(phrase)) sum += 6;
  else if (text.includes(phrase)) sum += 3;
  return sum - title.length / 1000;
}

/**
 * Words that the pages have instead of those that none has: with one letter wrong, missing or too many.
 * @param {Known[]} pages
 * @param {string[]} words
 */
function mended(pages, words) {
  return words.map((word) => {
    const alike = like(word);
    const counts = /** @type {Map<string, number>} */ (new Map());
    for (const { title, names, text } of pages) {
      const all = `${title} ${names} ${text}`;
      if (all.includes(word)) return word;
      for (const other of new Set(all.split(WORD))) if (alike(other)) counts.set(other, (counts.get(other) || 0) + 1);
    }
    return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [word, 0])[0];
  });
}

/**
 * @param {Known[]} pages
 * @param {string} query
 * @returns {Found}
 */
export function find(pages, query) {
  let asked = wordsOf(query);
  if (!asked.length) return { groups: [], count: 0, asked, mended: false };
  let rated = rate(pages, asked);
  const wrong = !rated.length;
  if (wrong) {
    asked = mended(pages, asked);
    rated = rate(pages, asked);
  }
  const named = rated.filter(({ known: { doc, title, names } }) => {
    const called = doc.kind && doc.kind !== "event" && doc.kind !== "source";
    return called && asked.every((word) => holds(title, word) === 2 || holds(names, word) === 2);
  });
  const first = named.slice(0, NAMED);
  const groups = [{ title: "By name", docs: first.map(({ known }) => known.doc) }];
  for (const [kind, title] of Object.entries(KINDS)) {
    const docs = rated.filter((one) => !first.includes(one) && kindOf(one.known.doc) === kind);
    groups.push({ title, docs: docs.map(({ known }) => known.doc) });
  }
  return { groups: groups.filter(({ docs }) => docs.length), count: rated.length, asked, mended: wrong };
}

/** @param {Doc} doc */
const kindOf = ({ kind = "" }) => (kind in KINDS ? kind : "");

/**
 * @param {Known[]} pages
 * @param {string[]} words
 */
function rate(pages, words) {
  const rated = pages.map((known) => ({ known, score: score(known, words) })).filter((one) => one.score > 0);
  return rated.sort((a, b) => b.score - a.score);
}
