/** The ids that titles and names suggest: the same that `build.py new` proposes (timeline/records/ids.py). */

import { LETTERS, SMALL_WORDS, WORDS_OF_AN_ID } from "../words.js";
import { ends } from "./dates.js";
import { caseless } from "./prose.js";

/**
 * A text in small letters without their marks, as timeline/language/letters.py folds it.
 * @param {string} text
 */
export function folded(text) {
  const plain = (/** @type {string} */ words) => [...words].map((letter) => LETTERS[letter] ?? letter).join("");
  return plain(plain(caseless(text)).normalize("NFKD").replace(/\p{M}/gu, "")); /* ǿ is an ø with a mark */
}

/**
 * The words of a text that an id may hold.
 * @param {string} text
 * @param {boolean | number} [most] how many, without small words; `true` for as many as a title's id has
 * @param {string[]} [without]
 */
export function slug(text, most, without = []) {
  const words =
    folded(text)
      .replace(/[’'ʼ]/g, "")
      .match(/[a-z0-9]+/g) || [];
  if (!most) return words.join("-");
  const telling = words.filter((word) => !SMALL_WORDS.includes(word) && !without.includes(word));
  return telling.slice(0, most === true ? WORDS_OF_AN_ID : most).join("-");
}

/**
 * The year that an id starts with: 1815, 181x for a decade, bc216 before our era.
 * @param {string} date
 */
export function yearOf(date) {
  const [start, end] = ends(date) || [];
  const one = start || end;
  if (!one) return "";
  const decade = /^\d\d[\dX]X/.exec(date);
  if (decade) return decade[0].toLowerCase();
  const year = start ? start.year : one.last;
  return year > 0 ? String(year).padStart(4, "0") : `bc${1 - year}`;
}

/**
 * @param {string} title
 * @param {string} date
 */
export function proposed(title, date) {
  const year = yearOf(date);
  const words = slug(title, true, [year]);
  return year && words ? `${year}-${words}` : words;
}
