/**
 * Ticks of an axis, at round years, months and days.
 *
 * @typedef {{t: number, text: string, strong: boolean}} Tick
 */

import { SHORT_MONTHS } from "../words.js";
import { before, fromYear, toYear, yearWords } from "./calendar.js";

/** @import {Period} from "./calendar.js" */

/** Steps between ticks: years, months, days. */
const STEPS = [
  ...[1, 5, 10].map((days) => [0, 0, days]),
  ...[1, 3, 6].map((months) => [0, months, 0]),
  ...[1, 10, 100, 1e3, 1e4].flatMap((n) => [1, 2, 5].map((times) => [times * n, 0, 0])),
];

/**
 * Ticks at least `gap` pixels apart.
 * @param {Period} range
 * @param {number} width
 * @param {number} gap
 */
export function ticks(range, width, gap) {
  const least = (gap / width) * (range.to - range.from);
  const fits = STEPS.find(([y, m, d]) => (y || m / 12 || d / 365.25) >= least);
  const [years, months, days] = fits || [1e5, 0, 0];
  return years ? yearTicks(range, years) : monthTicks(range, months, days);
}

/**
 * Ticks at round years, also before our era, where the year -399 is 400 BCE.
 * @param {Period} range
 * @param {number} step
 */
function yearTicks(range, step) {
  const found = /** @type {Tick[]} */ ([]);
  for (let y = Math.ceil(range.from / step) * step; y <= range.to; y += step) {
    const t = step > 1 && y < 1 ? y + 1 : y;
    found.push({ t, text: yearWords(t), strong: true });
  }
  return found;
}

/**
 * Ticks every so many months, or at the start of months and every so many days.
 * @param {Period} range
 * @param {number} months
 * @param {number} days
 */
function monthTicks(range, months, days) {
  const found = /** @type {Tick[]} */ ([]);
  const add = (/** @type {number} */ t, /** @type {string} */ text, /** @type {boolean} */ strong) => {
    if (t >= range.from && t <= range.to) found.push({ t, text, strong });
  };
  let { y, m } = fromYear(range.from);
  for (; toYear(y, m, 1) <= range.to; m += 1) {
    if (m > 12) {
      m = 1;
      y += 1;
    }
    if (!months || (m - 1) % months === 0) add(toYear(y, m, 1), m === 1 ? yearWords(y) : SHORT_MONTHS[m - 1], m === 1);
    const length = before(y, m + 1) - before(y, m);
    for (let d = 1 + days; days && d + days * 0.6 < length + 1; d += days) add(toYear(y, m, d), String(d), false);
  }
  return found;
}
