/** Whether a text is in the language that it names, as far as its letters tell: as timeline/language/scripts.py. */

import { SCRIPTS } from "../words.js";

const BLANKS_BETWEEN = new RegExp(SCRIPTS.blanks);
const CODES = Object.keys(SCRIPTS.names);
const OF_SCRIPTS = CODES.map((code) => new RegExp(`\\p{Script=${SCRIPTS.names[code]}}`, "u"));

/** @param {string} letter */
const scriptOf = (letter) =>
  /\p{L}/u.test(letter) ? CODES[OF_SCRIPTS.findIndex((one) => one.test(letter))] || "" : "";

/** @param {string} tag */
function usual(tag) {
  const [language, ...rest] = tag.split("-");
  const named = rest.find((part) => part.length === 4);
  return named || Object.keys(SCRIPTS.languages).find((code) => SCRIPTS.languages[code].split(" ").includes(language));
}

/**
 * What of a text does not fit a language, in words, or nothing.
 * @param {string} text
 * @param {string} tag
 */
export function misfit(text, tag) {
  const [language] = tag.split("-");
  if (!Object.values(SCRIPTS.languages).some((all) => all.split(" ").includes(language))) {
    return `no language is known by "${language}"`;
  }
  const expected = usual(tag) || "";
  if (!CODES.includes(expected)) return "";
  const counted = /** @type {Map<string, number>} */ (new Map());
  for (const script of [...text].map(scriptOf).filter(Boolean)) counted.set(script, (counted.get(script) || 0) + 1);
  const [main = expected] = [...counted].sort(([, a], [, b]) => b - a)[0] || [];
  if (main !== expected) {
    return `the letters are ${SCRIPTS.names[main]}, and "${tag}" is written in ${SCRIPTS.names[expected]} ones`;
  }
  const strange = [...text.toLowerCase()].find((letter) => (SCRIPTS.strange[language] || "").includes(letter));
  if (strange) return `"${tag}" has no letter ${strange}`;
  const mixed = text.split(BLANKS_BETWEEN).map(bared).find(isMixed);
  return mixed ? `the word ${mixed} has both Latin and Cyrillic letters` : "";
}

/**
 * A word without the marks around it.
 * @param {string} word
 */
function bared(word) {
  const letters = [...word];
  const isLetter = (/** @type {string} */ one) => !SCRIPTS.marks.includes(one);
  const kept = letters.map((one, at) => (isLetter(one) ? at : -1)).filter((at) => at >= 0);
  return letters.slice(kept[0] ?? 0, (kept[kept.length - 1] ?? -1) + 1).join("");
}

/** @param {string} word */
function isMixed(word) {
  const scripts = [...word].map(scriptOf);
  return scripts.includes("Cyrl") && scripts.includes("Latn") && !/[-–/.]/.test(word);
}
