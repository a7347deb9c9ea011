/** Dates as people write them, and the EDTF that they mean: with the patterns of timeline/language/guesses.py. */

import { GUESSES } from "../words.js";
import { dateFault } from "./dates.js";
import { squeeze } from "./prose.js";

const FORMS = GUESSES.forms.map(([source, flags]) => new RegExp(source, flags));
const QUALIFIED = new RegExp(...GUESSES.qualified);
const SINCE = new RegExp(...GUESSES.since);
const UNTIL = new RegExp(...GUESSES.until);
const BETWEEN = new RegExp(...GUESSES.between);
const SEVERAL = new RegExp(...GUESSES.several);
const SHORT_END = new RegExp(...GUESSES.short);
const VAGUE = new RegExp(...GUESSES.vague);
const LOOSE = new RegExp(...GUESSES.loose);
const REASONS = GUESSES.reasons.map(
  ([[source, flags], why]) => /** @type {[RegExp, string]} */ ([new RegExp(source, flags), why]),
);

/**
 * The EDTF that a text is or most likely means, or nothing.
 * @param {string} text
 */
export function understood(text) {
  if (!dateFault(text)) return text;
  const found = guess(squeeze(text));
  return found && !dateFault(found) ? found : "";
}

/**
 * What is wrong with a date, however it is written, and what to write instead; or nothing.
 * @param {string} text
 */
export function unclear(text) {
  const fault = dateFault(text);
  if (!fault) return "";
  const squeezed = squeeze(text);
  const found = guess(squeezed);
  const why = /\d/.test(found) ? dateFault(found) : REASONS.find(([pattern]) => pattern.test(squeezed))?.[1];
  return why || fault;
}

/**
 * The words of a text that no date can hold: the middle, of "the middle of June 2009".
 * @param {string} text
 */
export const vague = (text) => VAGUE.exec(text)?.[0] || "";

/**
 * The EDTF that a text means, which may still be no date: the 31st of June.
 * @param {string} text
 */
function guess(text) {
  if ([...text].length > GUESSES.longest) return "";
  const found = pointOf(text) || interval(text) || several(text);
  const rest = found ? "" : LOOSE.exec(text)?.groups?.rest || "";
  const short = SHORT_END.exec(rest)?.groups;
  return short ? spanOfYears(short) : found || (rest && interval(rest));
}

/** @param {string} text */
function interval(text) {
  const since = SINCE.exec(text);
  if (since) return (since[1] && pointOf(since[1]) && `${pointOf(since[1])}/..`) || "";
  const until = UNTIL.exec(text);
  if (until) return pointOf(until[1]) && `../${pointOf(until[1])}`;
  const short = SHORT_END.exec(text)?.groups;
  if (short && !isMonthOrSeason(short)) return spanOfYears(short);
  const parted = (text.startsWith("from ") ? text.slice(5) : text).split(BETWEEN);
  const ends = parted.length === 1 ? text.split("/") : parted;
  if (ends.length !== 2) return "";
  const start = startOf(ends[0], ends[1]);
  const end = endOf(ends[1], ends[0]);
  return start === null || end === null ? "" : `${start}/${end}`;
}

/** @param {Record<string, string>} found 1914-10 is a month, and 1914-21 would be a season */
const isMonthOrSeason = ({ mark, end }) =>
  (mark === "-" && end >= "21" && end < "42") || ("-/".includes(mark) && end < "13");

/** @param {Record<string, string>} found */
const spanOfYears = ({ century, start, end }) => (end > start ? `${century}${start}/${century}${end}` : "");

/**
 * Days, months or years that are named one by one, and follow each other.
 * @param {string} text
 */
function several(text) {
  const parts = text.split(SEVERAL);
  const last = parts[parts.length - 1];
  const found = parts.map((one, at) => (parts[at + 1] ? startOf(one, last) : endOf(one, at ? parts[0] : "")) || "");
  const inTurn = found.length > 1 && found.every((one, at) => !at || follows(found[at - 1], one));
  return inTurn ? `${found[0]}/${found[found.length - 1]}` : "";
}

/**
 * @param {string} one
 * @param {string} other
 */
function follows(one, other) {
  const [a, b] = [one, other].map((text) => /^(.*-)?(\d+)(X*)$/.exec(text));
  return Boolean(
    a && b && a[1] === b[1] && one.length === other.length && a[3] === b[3] && Number(b[2]) === Number(a[2]) + 1,
  );
}

/**
 * @param {string} text
 * @param {string} [start] "June 15 to 16, 2009" says the month once
 * @returns {string | null}
 */
function endOf(text, start = "") {
  const word = text.toLowerCase();
  if (Object.hasOwn(GUESSES.absent, word)) return GUESSES.absent[word];
  const [month] = start.split(" ");
  return pointOf(text) || (/^\p{L}+$/u.test(month) && pointOf(`${month} ${text}`)) || null;
}

/**
 * "9–12 August 2020" leaves to the end what both share.
 * @param {string} text
 * @param {string} end
 */
function startOf(text, end) {
  const own = endOf(text);
  if (own !== null) return own;
  const shared = end.split(" ").filter(Boolean);
  const borrowed = [1, 2]
    .filter((count) => count < shared.length)
    .map((count) => [text, ...shared.slice(-count)].join(" "));
  return [...borrowed, text.replace(/\.$/, "") + end.replace(/^[0-9]+/, "")].map(pointOf).find(Boolean) || null;
}

/** @param {string} text */
function pointOf(text) {
  const found = QUALIFIED.exec(text)?.groups;
  if (!found) return "";
  const words = LOOSE.exec(found.bare)?.groups?.rest || found.bare;
  if (words !== found.bare && SHORT_END.test(words)) return ""; /* the winter of 2009/10 */
  const form = FORMS.map((one) => one.exec(words)?.groups).find(Boolean);
  const bare = form ? written(form) : "";
  const uncertain = found.uncertain || /[?%]/.test(found.marks);
  const approximate = found.approximate || /[~%]/.test(found.marks);
  return bare && bare + (uncertain && approximate ? "%" : uncertain ? "?" : approximate ? "~" : "");
}

/** @param {Record<string, string | undefined>} found */
function written({ tens, hundreds, century, before, first, second, year = "", name, month, day }) {
  const two = (/** @type {string | number} */ part) => String(part).padStart(2, "0");
  if (tens) return `${tens}X`;
  if (hundreds) return `${hundreds}XX`;
  if (century) return `${two(Number(century) - 1)}XX`;
  if (before) return before === "1" ? "0000" : `-${String(Number(before) - 1).padStart(4, "0")}`;
  if (first && second) {
    const [dayOf, monthOf] = Number(first) > 12 ? [first, second] : [second, first];
    return Number(dayOf) > 12 || dayOf === monthOf ? `${year}-${two(monthOf)}-${two(dayOf)}` : "";
  }
  const number = name ? GUESSES.months.indexOf(name.slice(0, 3).toLowerCase()) + 1 : month;
  return [year.padStart(4, "0"), ...[number, day].filter(Boolean).map((part) => two(part || ""))].join("-");
}
