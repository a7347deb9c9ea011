/** Names of authors and editors, in the order in which they are read and sorted: as timeline/records/names.py. */

import { NAMES_OF_MAKERS } from "../words.js";

const COMMA = new RegExp(...NAMES_OF_MAKERS.comma);
const SUFFIX_OF_A_NAME = new RegExp(...NAMES_OF_MAKERS.suffix);
const COMPANY = new RegExp(...NAMES_OF_MAKERS.company);
const JOINS_A_BODY = new RegExp(...NAMES_OF_MAKERS.joining);
const OF_A_BODY = new RegExp(...NAMES_OF_MAKERS.body);
const ACRONYM = new RegExp(...NAMES_OF_MAKERS.acronym);
const A_TITLE = / (?:of|von|de)$/;

/** @typedef {{read: string, sorted: string}} Name in reading order, and as registers have it */

/** @param {string} text */
const inOnePiece = (text) => ({ read: text, sorted: text });

/**
 * @param {string} family
 * @param {string} given
 * @param {string} suffix
 */
function personNamed(family, given, suffix) {
  const end = suffix ? `, ${suffix}` : "";
  return { read: `${given} ${family}${end}`, sorted: `${family}, ${given}${end}` };
}

/** @param {string[]} parts */
const isBody = (parts) =>
  COMPANY.test(parts[parts.length - 1]) ||
  parts.some((part) => JOINS_A_BODY.test(part) || (part.includes(" ") && OF_A_BODY.test(part))) ||
  (OF_A_BODY.exec(parts[0])?.[0] === parts[0] && ACRONYM.test(parts[parts.length - 1]));

/**
 * The name that a record writes; braces say that it is a body's, whatever it looks like.
 * @param {string} written
 * @returns {Name}
 */
export function nameOf(written) {
  const text = written.normalize("NFC").trim().replace(/\s+/g, " ");
  if (text.startsWith("{") && text.endsWith("}")) return inOnePiece(text.slice(1, -1).trim());
  const parts = text.split(COMMA).map((part) => part.trim());
  if (parts.length === 1 || parts.length > 3 || parts.includes("") || isBody(parts)) return inOnePiece(text);
  const [family, second, third] = parts;
  if (third !== undefined) {
    const turned = SUFFIX_OF_A_NAME.test(second) && !SUFFIX_OF_A_NAME.test(third); /* BibTeX's order */
    const [given, suffix] = turned ? [third, second] : [second, third];
    return SUFFIX_OF_A_NAME.test(suffix) ? personNamed(family, given, suffix) : inOnePiece(text);
  }
  if (!SUFFIX_OF_A_NAME.test(second) || A_TITLE.test(second)) return personNamed(family, second, "");
  const words = family.split(" ");
  const last = /** @type {string} */ (words.pop());
  return words.length ? personNamed(last, words.join(" "), second) : inOnePiece(text);
}
