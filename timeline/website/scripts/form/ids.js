/** The id that a date and a title suggest: the same that `build.py new` proposes (timeline/records/ids.py). */

import { LETTERS, SMALL_WORDS, WORDS_OF_AN_ID } from "../words.js";
import { ends } from "./dates.js";

/**
 * The year that an id starts with: 1815, 181x for a decade, bc216 before our era.
 * @param {string} date
 */
function yearOf(date) {
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
  const letters = [...title.toLowerCase()].map((letter) => LETTERS[letter] ?? letter).join("");
  const plain = letters.normalize("NFKD").replace(/[\p{M}’'ʼ]/gu, "");
  const words = (plain.match(/[a-z0-9]+/g) || []).filter((word) => !SMALL_WORDS.includes(word) && word !== year);
  if (!words.length) return "";
  return [year, ...words.slice(0, WORDS_OF_AN_ID)].filter(Boolean).join("-");
}
