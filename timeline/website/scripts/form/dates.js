/** Dates in words: as timeline/language/dates.py has them, which a test compares on every event. */

import { GUESSES, LONG_DATES, POINT } from "../words.js";

/**
 * @typedef {{text: string, size: number, year: number, last: number, month: number, day: number,
 *   unsure: boolean, about: boolean}} Point
 */

const DAYS_OF_IT = GUESSES.said[0];
const MONTHS_RUN = GUESSES.said[1];
const ENDS_FIRST = GUESSES.said[2];
const NO_DATE = GUESSES.said[3];
const NO_MONTH = /^(?:[^/]*\/)?-?\d{4}-(?:00|1[3-9]|[2-9]\d)(?!\d)/;
const CENTURY = 0;
const DECADE = 1;
const YEAR = 2;
const MONTH = 3;
const DAY = 4;
const ONE_DATE = new RegExp(POINT);

/**
 * One date of EDTF, or nothing.
 * @param {string} text
 * @returns {Point | null}
 */
export function point(text) {
  const found = ONE_DATE.exec(text)?.groups;
  if (!found) return null;
  const { digits = "", month, day, qualifier } = found;
  const whole = found.year || found.long || "";
  const ends = ["0", "9"].map((digit) => Number(whole || digits.replace(/X/g, digit))).sort((a, b) => a - b);
  const unknown = digits.endsWith("XX") ? CENTURY : DECADE;
  return {
    text,
    size: digits ? unknown : day ? DAY : month ? MONTH : YEAR,
    year: ends[0],
    last: ends[1],
    month: Number(month || 1),
    day: Number(day || 1),
    unsure: /[?%]/.test(qualifier),
    about: /[~%]/.test(qualifier),
  };
}

/**
 * The ends of a date or an interval: null for one that is open or unknown; nothing at all for what is no date.
 * @param {string} text
 * @returns {(Point | null)[] | null}
 */
export function ends(text) {
  const parts = text.split("/");
  const points = parts.map(point);
  const absent = (/** @type {string} */ part) => parts.length === 2 && (part === ".." || part === "");
  if (parts.length > 2 || !points.some(Boolean)) return null;
  return parts.every((part, at) => points[at] || absent(part)) ? [points[0], points[points.length - 1]] : null;
}

/** @param {Point} one */
const last = (one) => {
  if (one.size === DAY) return [one.last, one.month, one.day];
  return one.size === MONTH ? [one.last, one.month, daysOf(one.last, one.month)] : [one.last, 12, 31];
};

/**
 * @param {number[]} one
 * @param {number[]} other
 */
export const before = (one, other) => (one[0] - other[0] || one[1] - other[1] || one[2] - other[2]) < 0;

/**
 * The days from one day to another; no number where the browser has no such year.
 * @param {number[]} one
 * @param {number[]} other
 */
export function days(one, other) {
  const [first, last] = [one, other].map(([year, month, day]) => new Date(0).setUTCFullYear(year, month - 1, day));
  return (last - first) / 86400000;
}

/**
 * The first and the last possible day of a date: null where it is open or unknown.
 * @param {string} text
 */
export function bounds(text) {
  const [start, end] = ends(text) || [];
  return [start ? [start.year, start.month, start.day] : null, end ? last(end) : null];
}

/**
 * The first day that a date may mean; of its end, if the start is open or unknown.
 * @param {string} text
 */
export function firstDay(text) {
  const [start, end] = ends(text) || [];
  const one = start || end;
  return one ? [one.year, one.month, one.day] : [];
}

/**
 * @param {number} year
 * @param {number} month
 */
function daysOf(year, month) {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * What is wrong with a date of EDTF, or nothing.
 * @param {string} text
 */
export function dateFault(text) {
  const points = ends(text);
  if (!points) return NO_MONTH.test(text) ? MONTHS_RUN : NO_DATE;
  for (const one of points) {
    if (one?.size !== DAY) continue;
    const days = daysOf(one.year, one.month);
    const month = LONG_DATES.months[one.month - 1];
    const named = one.month === 2 ? `${month} ${String(one.year).padStart(4, "0")}` : month;
    if (one.day < 1 || one.day > days) return DAYS_OF_IT.replace("{}", named).replace("{}", String(days));
  }
  const [start, end] = bounds(text);
  return start && end && before(end, start) ? ENDS_FIRST : "";
}

/**
 * Whether a date is one day that is certain.
 * @param {string} text
 */
export function exactDay(text) {
  const one = text.includes("/") ? null : point(text);
  return Boolean(one && one.size === DAY && !one.unsure && !one.about);
}

/** @param {number} year */
const era = (year) => (year < 1 ? " BCE" : year < 100 ? " CE" : "");

/**
 * @param {number} year
 * @param {string} suffix
 */
const named = (year, suffix) => (year > 0 ? year : 1 - year) + suffix;

/**
 * @param {number} first
 * @param {number} last
 */
function years(first, last) {
  if (first < 1 && last >= 1) return `${named(first, " BCE")} – ${named(last, " CE")}`;
  return `${named(first, "")}–${named(last, era(last))}`;
}

/** @param {Point} one */
function dayAndMonth(one) {
  const month = LONG_DATES.months[one.month - 1];
  return one.size === DAY ? `${one.day} ${month}` : one.size === MONTH ? month : "";
}

/** @param {number} year the first of the century */
function century(year) {
  const floor = Math.floor(year / 100);
  const number = year >= 0 ? floor + 1 : -floor;
  const ending = [11, 12, 13].includes(number % 100) ? "th" : ["th", "st", "nd", "rd"][number % 10] || "th";
  return `${number}${ending} ${LONG_DATES.century}${year < 0 ? " BCE" : ""}`;
}

/**
 * @param {Point} one
 * @param {string} suffix
 */
function bare(one, suffix) {
  if (one.size === CENTURY) return century(one.year);
  if (one.size === DECADE) return one.year > 0 ? `${one.year}s${era(one.year)}` : years(one.year, one.last);
  return `${dayAndMonth(one)} ${named(one.year, suffix)}`.trim();
}

/**
 * @param {Point} one
 * @param {string} [suffix]
 */
function worded(one, suffix = era(one.year)) {
  const text = bare(one, suffix);
  const about = one.about ? LONG_DATES.approximate.replace("{}", text) : text;
  return one.unsure ? LONG_DATES.uncertain.replace("{}", about) : about;
}

/**
 * @param {Point} start
 * @param {Point} end
 */
function span(start, end) {
  const plain = !(start.unsure || start.about || end.unsure || end.about);
  if (plain && start.size === YEAR && end.size === YEAR) return years(start.year, end.year);
  if (plain && start.year === end.year && Math.min(start.size, end.size) > YEAR) {
    const inMonth = start.month === end.month && start.size === DAY && end.size === DAY;
    return inMonth ? `${start.day}–${worded(end)}` : `${dayAndMonth(start)} – ${worded(end)}`;
  }
  return `${worded(start)} – ${start.year < 1 && end.year >= 1 ? worded(end, " CE") : worded(end)}`;
}

/**
 * The date in words, or nothing if it is none.
 * @param {string} text
 */
export function dateWords(text) {
  const [start, end] = ends(text) || [];
  if (start && end) return start.text === end.text ? worded(start) : span(start, end);
  if (start) return text.endsWith("..") ? `from ${worded(start)}` : `${worded(start)} – unknown`;
  if (end) return text.startsWith("..") ? `until ${worded(end)}` : `unknown – ${worded(end)}`;
  return "";
}
