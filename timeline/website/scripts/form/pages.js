/** Pages of a source: one, a range, or several, whatever sign stands between them: as timeline/records/pages.py. */

import { PAGES_OF_SOURCES } from "../words.js";

const WORD_FOR_PAGES = new RegExp(...PAGES_OF_SOURCES.word);
const DASH_OF_PAGES = new RegExp(...PAGES_OF_SOURCES.dash);
const BETWEEN_PAGES = new RegExp(...PAGES_OF_SOURCES.between);
const A_PAGE = new RegExp(...PAGES_OF_SOURCES.number);
const FOLLOWING = new RegExp(...PAGES_OF_SOURCES.following);

/**
 * The pages that a text names, in words.
 * @param {string} text
 */
export function pagesOf(text) {
  const whole = text.trim().replace(/\s+/g, " ").replace(WORD_FOR_PAGES, "");
  const ranges = whole.split(BETWEEN_PAGES).filter(Boolean).map(rangeOf);
  const several = ranges.length > 1 || ranges.some(([first, last]) => last || FOLLOWING.test(first));
  const written = ranges.map(([first, last]) => (last ? `${first}–${last}` : first)).join(", ");
  return `${several ? "pp." : "p."} ${written}`;
}

/**
 * @param {string} text
 * @returns {[string, string]} first and last; the last is empty where there is one alone
 */
function rangeOf(text) {
  const parts = text.split(DASH_OF_PAGES);
  if (parts.length === 2 && parts.every(Boolean)) return [parts[0], parts[1]];
  const hyphens = [...text.matchAll(/-/g)].map(({ index }) => index);
  if (hyphens.length % 2) {
    const middle = hyphens[(hyphens.length - 1) / 2]; /* A-1-A-5: the one in the middle */
    const ends = /** @type {[string, string]} */ ([text.slice(0, middle).trim(), text.slice(middle + 1).trim()]);
    if (areEnds(...ends)) return ends;
  }
  return [text, ""];
}

/**
 * Whether two texts can be first and last page: of one form, the second one later or cut short.
 * @param {string} first
 * @param {string} last
 */
function areEnds(first, last) {
  const [one, other] = [first, last].map((text) => A_PAGE.exec(text.slice(text.lastIndexOf("-") + 1))?.groups);
  if (!one || !other || !["", one.letters].includes(other.letters)) return false;
  if (first.split("-").length !== last.split("-").length) return false;
  const [from, to] = [one.number, other.number];
  const digits = [from, to].map((text) => /^[0-9]+$/.test(text));
  if (digits[0] && digits[1]) return to.length < from.length || Number(from) <= Number(to);
  return !digits[0] && !digits[1] && !one.letters;
}
