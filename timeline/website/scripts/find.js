/** Finding words as people type them: in any spelling that a text has, in plain letters, and with a letter wrong. */

import { LETTERS } from "./words.js";

/**
 * A text as search compares it: small plain letters.
 * @param {string} text
 */
export const fold = (text) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^\0-\x7f]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[’ʼ]/g, "'");

/** From how many letters on a word may have a wrong one. */
const LONG_WORD = 5;

/**
 * Which texts hold all words. Where none does, one letter of a longer word may be wrong, missing or too many.
 * @param {string[]} texts folded
 * @param {string[]} sought folded
 * @returns {boolean[]}
 */
export function holding(texts, sought) {
  const exact = texts.map((text) => sought.every((word) => text.includes(word)));
  if (exact.includes(true) || !sought.some((word) => word.length >= LONG_WORD)) return exact;
  return texts.map((text) =>
    sought.every((word) => text.includes(word) || text.split(/[^\p{L}\p{N}']+/u).some(like(word))),
  );
}

/**
 * Whether a word is, or begins, as another with one letter wrong.
 * @param {string} word
 * @returns {(other: string) => boolean}
 */
export function like(word) {
  if (word.length < LONG_WORD) return () => false;
  return (other) => {
    if (Math.abs(other.length - word.length) > 1 && other.length < word.length) return false;
    let n = 0;
    while (n < word.length && word[n] === other[n]) n += 1;
    return [
      [n + 1, n + 1],
      [n + 1, n],
      [n, n + 1],
    ].some(([a, b]) => other.startsWith(word.slice(a), b));
  };
}
