/** Dates as people write them, and the EDTF that they mean: with the patterns of timeline/language/guesses.py. */

import { GUESSES } from "../words.js";
import { dateFault } from "./dates.js";
import { squeeze } from "./prose.js";

const FORMS = GUESSES.forms.map(([source, flags]) => new RegExp(source, flags));
const QUALIFIED = new RegExp(...GUESSES.qualified);
const SINCE = new RegExp(...GUESSES.since);
const UNTIL = new RegExp(...GUESSES.until);
const BETWEEN = new RegExp(...GUESSES.between);

/**
 * The EDTF that a text is or most likely means, or nothing.
 * @param {string} text
 */
export function understood(text) {
  if (!dateFault(text)) return text;
  const squeezed = squeeze(text);
  if ([...squeezed].length > GUESSES.longest) return "";
  const found = pointOf(squeezed) || interval(squeezed);
  return found && !dateFault(found) ? found : "";
}

/** @param {string} text */
function interval(text) {
  const since = SINCE.exec(text);
  if (since) return (since[1] && pointOf(since[1]) && `${pointOf(since[1])}/..`) || "";
  const until = UNTIL.exec(text);
  if (until) return pointOf(until[1]) && `../${pointOf(until[1])}`;
  const parted = (text.startsWith("from ") ? text.slice(5) : text).split(BETWEEN);
  const ends = parted.length === 1 ? text.split("/") : parted;
  if (ends.length !== 2) return "";
  const start = startOf(ends[0], ends[1]);
  const end = endOf(ends[1]);
  return start === null || end === null ? "" : `${start}/${end}`;
}

/**
 * @param {string} text
 * @returns {string | null}
 */
function endOf(text) {
  const word = text.toLowerCase();
  return Object.hasOwn(GUESSES.absent, word) ? GUESSES.absent[word] : pointOf(text) || null;
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
  const borrowed = [1, 2].filter((count) => count < shared.length);
  return borrowed.map((count) => pointOf([text, ...shared.slice(-count)].join(" "))).find(Boolean) || null;
}

/** @param {string} text */
function pointOf(text) {
  const found = QUALIFIED.exec(text)?.groups;
  if (!found) return "";
  const form = FORMS.map((one) => one.exec(found.bare)?.groups).find(Boolean);
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
