/**
 * The calendar. Time is an astronomical float year (1 BCE is 0), never a `Date`, so that any calendar year works.
 *
 * @typedef {{from: number, to: number}} Period
 */

import { SHORT_MONTHS } from "../words.js";

const BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/**
 * @param {number} y
 * @returns {number} 1 in a leap year, else 0
 */
const leap = (y) => (y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 1 : 0);

/**
 * Days of a year before a month.
 * @param {number} y
 * @param {number} m 1 to 12, or 13 for all of them
 */
export const before = (y, m) => BEFORE[m - 1] + (m > 2 ? leap(y) : 0);

/**
 * The float year of the start of a day.
 * @param {number} y
 * @param {number} m 1 to 12, or 13 for the next year
 * @param {number} d
 */
export const toYear = (y, m, d) => y + (before(y, m) + d - 1) / (365 + leap(y));

/**
 * The day that holds an instant.
 * @param {number} t
 */
export function fromYear(t) {
  const y = Math.floor(t + 1e-9);
  const length = 365 + leap(y);
  const n = Math.min(length - 1, Math.max(0, Math.floor((t - y) * length + 1e-4)));
  let m = 12;
  while (before(y, m) > n) m -= 1;
  return { y, m, d: n - before(y, m) + 1 };
}

/**
 * An instant as an ISO date.
 * @param {number} t
 */
export function isoDate(t) {
  const { y, m, d } = fromYear(t);
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${y < 0 ? "-" : ""}${String(Math.abs(y)).padStart(4, "0")}-${two(m)}-${two(d)}`;
}

/**
 * The first instant of an ISO date of any precision, or the first after it; null if it is none.
 * @param {string | null} text
 * @param {boolean} end
 */
export function parseDate(text, end) {
  const found = /^(-?\d{4,6})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text || "");
  if (!found) return null;
  const [y, m, d] = [Number(found[1]), Number(found[2] || 1), Number(found[3] || 1)];
  if (m < 1 || m > 12 || d < 1 || d > before(y, m + 1) - before(y, m)) return null;
  if (!end) return toYear(y, m, d);
  return found[3] ? toYear(y, m, d + 1) : found[2] ? toYear(y, m + 1, 1) : y + 1;
}

/** @param {number} y */
export const yearWords = (y) => (y > 0 ? String(y) : `${1 - y} BCE`);

/**
 * An instant in words, as fine as the range that it belongs to asks for.
 * @param {number} t
 * @param {number} span
 */
export function words(t, span) {
  const { y, m, d } = fromYear(t);
  const year = yearWords(y);
  if (span > 12) return year;
  return `${span > 1 ? "" : `${d} `}${SHORT_MONTHS[m - 1]} ${year}`;
}

/**
 * A range in words; its end is the last instant that belongs to it.
 * @param {Period} range
 */
export function rangeWords(range) {
  const span = range.to - range.from;
  const first = words(range.from, span);
  const last = words(range.to - 1e-6, span);
  return first === last ? first : `${first} – ${last}`;
}
