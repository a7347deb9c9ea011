/** Characters that no value may hold, as timeline/characters.py finds them. */

import { TEXTS } from "../words.js";

const PLAIN = new RegExp(`^(?:${TEXTS.plain[0]})$`, TEXTS.plain[1]);
const CROWD = new RegExp(...TEXTS.crowd);
const REFERENCES = new RegExp(TEXTS.characterReference[0], "gu");
const JOINING =
  "Arabic Syriac Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala " +
  "Khmer Myanmar Tibetan";
const JOINED = new RegExp(`[${JOINING.replace(/\w+/g, "\\p{Script=$&}").replaceAll(" ", "")}]`, "u");

/**
 * The first character of a text that cannot stand in it, in words, or nothing.
 * @param {string} text
 */
export function strange(text) {
  if (PLAIN.test(text)) return "";
  if (CROWD.test(text)) return "too many accents stand on one letter";
  const letters = [...text];
  const at = letters.findIndex((letter, place) => isStrange(letter, letters[place - 1] || " "));
  if (at < 0) return "";
  const code = (letters[at].codePointAt(0) || 0).toString(16).toUpperCase().padStart(4, "0");
  return `a character that cannot be seen or read, U+${code}, stands in this: take it out`;
}

/**
 * @param {string} letter
 * @param {string} before
 */
function isStrange(letter, before) {
  const number = letter.codePointAt(0) || 0;
  if (letter === "\n" || letter === "\t" || TEXTS.seen.includes(letter)) return false;
  if (/[\p{Cc}\p{Cs}\p{Co}]/u.test(letter)) return true;
  if ((number & 0xfffe) === 0xfffe || (number >= 0xfdd0 && number <= 0xfdef)) return true;
  if ((number === 0x200c || number === 0x200d) && JOINED.test(before)) return false;
  if ((number === 0xfe0e || number === 0xfe0f) && /\p{So}/u.test(before)) return false;
  const chooses = (number >= 0xfe00 && number <= 0xfe0f) || (number >= 0xe0100 && number <= 0xe01ef);
  return chooses || /[\p{Cf}\p{Zl}\p{Zp}]/u.test(letter) || TEXTS.empty.includes(letter);
}

/**
 * A text with its references to characters, such as &#8238;, as browsers read them.
 * @param {string} text
 */
export function resolved(text) {
  return text.includes("&") ? text.replace(REFERENCES, character) : text;
}

/**
 * The first reference to a character that may not stand in a text.
 * @param {string} text
 */
export const strangeReference = (text) =>
  (text.includes("&") && (text.match(REFERENCES) || []).find((one) => strange(character(one)))) || "";

/** @param {string} reference */
function character(reference) {
  const read = new DOMParser().parseFromString(reference.replace(/</g, ""), "text/html");
  return read.body.textContent || reference;
}
