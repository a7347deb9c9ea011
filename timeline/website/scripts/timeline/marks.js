/**
 * Marks in order of time, and the way from one to another.
 *
 * @typedef {{start: number, end: number, lane: number, weight: number}} Mark
 */

/** @import {Period} from "./calendar.js" */

/** What lasts no longer than a day stands at one instant. */
const ONE_DAY = 1.5 / 365;

/** Marks as flat arrays, which a view looks through for every frame. */
export class Index {
  /** @param {Mark[]} marks sorted by start */
  constructor(marks) {
    const n = (this.n = marks.length);
    this.start = Float64Array.from(marks, (mark) => mark.start);
    this.end = Float64Array.from(marks, (mark) => mark.end);
    /** Where a mark stands: the middle of its day, or the start of what lasts longer. */
    this.at = this.start.map((t, i) => (this.end[i] - t > ONE_DAY ? t : (t + this.end[i]) / 2));
    /** How long the bar of a mark is; 0 for a dot. */
    this.bar = this.end.map((t, i) => (t - this.start[i] > ONE_DAY ? t - this.start[i] : 0));
    this.lane = Uint8Array.from(marks, (mark) => mark.lane);
    this.lanes = this.lane.reduce((most, lane) => Math.max(most, lane), 0) + 1;
    this.weight = Uint8Array.from(marks, (mark) => mark.weight);
    this.shown = new Uint8Array(n).fill(1);
    /** The row of a bar within its lane, from 1; 0 for what has none. */
    this.track = new Uint8Array(n);
  }
}

/**
 * Gives every shown bar a row of its own, the heaviest first; what finds all rows taken has none. Rows depend on time
 * alone, so that nothing jumps while one pans or zooms.
 * @param {Index} index
 * @param {number} most rows of a lane
 */
export function tracks(index, most) {
  const rows = Array.from({ length: index.lanes * most }, () => /** @type {number[]} */ ([]));
  const bars = Array.from(index.bar.keys()).filter((i) => index.shown[i] && index.bar[i]);
  index.track.fill(0);
  for (const i of bars.sort((a, b) => index.weight[b] - index.weight[a] || a - b)) {
    for (let n = 0; n < most; n += 1) {
      const row = rows[index.lane[i] * most + n];
      const place = slot(index, row, i);
      if (place < 0) continue;
      row.splice(place, 0, i);
      index.track[i] = n + 1;
      break;
    }
  }
}

/**
 * Where a bar fits into a row that is in order of time; -1 if another is in its way.
 * @param {Index} index
 * @param {number[]} row
 * @param {number} i
 */
function slot({ start, end }, row, i) {
  let [low, high] = [0, row.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start[row[middle]] < start[i]) low = middle + 1;
    else high = middle;
  }
  const free = (!low || end[row[low - 1]] <= start[i]) && (low === row.length || start[row[low]] >= end[i]);
  return free ? low : -1;
}

/**
 * The shown marks that touch a range, in order of time.
 * @param {Index} index
 * @param {Period} range
 */
export function visible(index, range) {
  const found = /** @type {number[]} */ ([]);
  for (let i = 0; index.start[i] < range.to; i += 1) if (index.shown[i] && index.end[i] > range.from) found.push(i);
  return found;
}

/**
 * Marks per bin over a range, those of them that are shown, and the fullest bin.
 * @param {Index} index
 * @param {Period} range
 * @param {number} bins
 */
export function density(index, range, bins) {
  const all = new Uint16Array(bins);
  const counts = new Uint16Array(bins);
  index.start.forEach((t, i) => {
    const bin = Math.floor(((t - range.from) / (range.to - range.from)) * bins);
    all[bin] += 1; /* beyond its ends an array of numbers keeps nothing */
    counts[bin] += index.shown[i];
  });
  return { all, counts, most: Math.max(...all) };
}

/**
 * The nearest shown mark from `i` in steps of `step`, in one lane or (lane < 0) in any; -1 if there is none.
 * @param {Index} index
 * @param {number} i
 * @param {number} step
 * @param {number} lane
 */
export function next(index, i, step, lane) {
  do i += step;
  while (i >= 0 && i < index.n && !(index.shown[i] && (lane < 0 || index.lane[i] === lane)));
  return i < index.n ? i : -1;
}

/**
 * The shown mark of a lane that is nearest in time; -1 if the lane is empty.
 * @param {Index} index
 * @param {number} t
 * @param {number} lane
 */
export function nearest(index, t, lane) {
  let best = -1;
  for (let i = next(index, -1, 1, lane); i >= 0; i = next(index, i, 1, lane)) {
    if (best < 0 || Math.abs(index.start[i] - t) < Math.abs(index.start[best] - t)) best = i;
  }
  return best;
}
