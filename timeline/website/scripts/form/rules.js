/** Checks of one value: the same rules as the check's, as far as one field can tell. */

/** @import {Field} from "./data.js" */

const ADDRESS = /^https?:\/\/[^\s"<>/@?#:]+\.[^\s"<>/@?#:]+(:[1-9]\d{0,4})?([/?#][^\s"<>]*)?$/;
const HIDDEN = /(?![\n\r\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/u;
const HTML = /<\/?[A-Za-z!][^<>]*>/;

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
 * @param {string} text
 * @param {RegExp} pattern
 */
function dateFault(text, pattern) {
  if (!pattern.test(text) || !/\d/.test(text)) return "this is not a date: write 1815-06-18, 1815-06 or 1815";
  const points = text.split("/").map((point) => /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?![\dX])/.exec(point));
  for (const point of points) {
    if (!point) continue;
    const [year, month, day] = point.slice(1).map(Number);
    if (month < 1 || month > 12) return "months run from 01 to 12";
    const days = daysOf(year, month);
    if (day < 1 || day > days) return `the days of this month run from 01 to ${days}`;
  }
  const [start, end] = points;
  if (points.length !== 2 || !start || !end) return "";
  const first = start.slice(1).map((part) => Number(part || 1));
  const last = end.slice(1).map((part, at) => Number(part || [0, 12, 31][at]));
  const apart = last[0] - first[0] || last[1] - first[1] || last[2] - first[2];
  return apart < 0 ? "this ends before it starts" : "";
}

/**
 * What is wrong with a value, in words, or nothing.
 * @param {Field} field
 * @param {string} value
 * @param {Record<string, string> | null} known the ids that it has to be one of
 * @param {Record<string, RegExp>} patterns
 */
export function fault({ kind, longest }, value, known, patterns) {
  const hidden = HIDDEN.exec(value)?.[0].codePointAt(0);
  if (hidden !== undefined) {
    return `character U+${hidden.toString(16).toUpperCase().padStart(4, "0")} cannot be seen: remove it`;
  }
  if (longest && value.length > longest) return `${value.length} characters; the limit is ${longest}`;
  if (kind === "date") return dateFault(value, patterns.date);
  if (kind === "number") {
    return /^-?\d+(\.\d+)?$/.test(value) ? "" : "write digits with a point, no unit and no blanks: 82.7";
  }
  if (kind === "address") {
    return ADDRESS.test(value) ? "" : "copy the whole address: https://example.org/the-page, without blanks";
  }
  if (patterns[kind] && !patterns[kind].test(value)) {
    return kind === "id"
      ? "an id has small Latin letters, digits and single hyphens"
      : "write a tag such as en or sr-Latn";
  }
  if (known && !(value in known)) return "nothing has this id; choose one from the list";
  return HTML.test(value) ? "write Markdown, not HTML" : "";
}
