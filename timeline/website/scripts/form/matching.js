/** Which of many names a text may mean: in any spelling, and with a letter wrong where nothing else is found. */

import { like } from "../like.js";
import { folded } from "./ids.js";

/**
 * What a box offers: values with their names and other spellings.
 * @typedef {{value: string, name: string, spellings: string[]}} Choice
 */

/**
 * The choices that a text may mean, best first.
 * @param {Choice[]} choices
 * @param {string} text
 */
export function matching(choices, text) {
  const words = folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (!words.length) return choices;
  const texts = choices.map(({ name, spellings, value }) => [name, ...spellings, value].map(folded));
  const ranked = choices.flatMap((choice, at) => {
    const all = texts[at];
    if (!words.every((word) => all.some((one) => one.includes(word)))) return [];
    const starts = all.some((one) => one.startsWith(words[0]));
    return [{ choice, rank: all.includes(folded(text.trim())) ? 0 : starts ? 1 : 2 }];
  });
  if (!ranked.length) return choices.filter((_, at) => words.every((word) => texts[at].some(hasLike(word))));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ choice }) => choice);
}

/**
 * Whether a text has a word that is nearly another.
 * @param {string} word
 */
function hasLike(word) {
  const alike = like(word);
  return (/** @type {string} */ text) => text.split(/[^\p{L}\p{N}]+/u).some((one) => one.includes(word) || alike(one));
}

/** @param {string} text */
export function isNamed(text) {
  const [word = ""] = folded(text).match(/[\p{L}\p{N}]+/u) || [];
  return (/** @type {Choice} */ { name, spellings, value }) =>
    [name, ...spellings, value].some((one) => folded(one).includes(word));
}

/**
 * @param {Choice[]} choices
 * @param {string} text
 */
export const called = (choices, text) =>
  choices.find(({ value, name, spellings }) =>
    [name, value, ...spellings].some((one) => folded(one) === folded(text.trim())),
  );
