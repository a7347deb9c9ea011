/** Finding words as people type them: in any spelling that a text has, and in plain letters. */

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
