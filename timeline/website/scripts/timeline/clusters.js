/**
 * Gathering what stands too close. Time is cut into cells that hold still while one pans, so a cluster never grows into
 * a chain, and no two of them meet.
 *
 * `keys` has the cell of each mark within its lane, and `counts` how many there are in each.
 * @typedef {{size: number, first: number, keys: Int32Array, counts: Uint16Array}} Grid
 */

import { NEAR } from "./page.js";

/** @import {Period} from "./calendar.js" */
/** @import {Cluster, Dot} from "./layout.js" */
/** @import {Index} from "./marks.js" */

/** Pixels: the narrowest cell, what of a cell has to be in sight to hold a cluster, and its margin. */
const CELL = 46;
const SEEN = 45;
const MARGIN = 5;

/** More than so many cannot stand apart in a cell. */
const MANY = 8;

/** Half the width of a cluster's button. @param {number} count */
export const half = (count) => 9 + 3 * String(count).length;

/**
 * The cells of a period, and which of them are crowded.
 * @param {Index} index
 * @param {number[]} points what is drawn as a dot
 * @param {Period} range
 * @param {number} width
 * @returns {Grid}
 */
export function grid(index, points, range, width) {
  const scale = width / (range.to - range.from);
  const size = 2 ** (Math.ceil(2 * Math.log2(CELL / scale)) / 2);
  let first = Math.floor(range.from / size);
  let last = Math.floor(range.to / size);
  /* What is left of a cell at the edge goes to its neighbour. */
  if (((first + 1) * size - range.from) * scale < SEEN) first += 1;
  if ((range.to - last * size) * scale < SEEN) last -= 1;
  const keys = new Int32Array(index.n);
  const counts = new Uint16Array((Math.max(last - first, 0) + 1) * index.lanes);
  for (const i of points) {
    const cell = Math.max(Math.min(Math.floor(index.at[i] / size), last), first) - first;
    keys[i] = cell * index.lanes + index.lane[i];
    counts[keys[i]] += 1;
  }
  return { size, first, keys, counts };
}

/**
 * Gathers what stands closer than `NEAR` with two others in its cell; the rest are dots, side by side.
 * @param {Index} index
 * @param {number[]} loose what has no label
 * @param {Period} range
 * @param {number} width
 * @param {Grid} cells
 */
export function dotsAndClusters(index, loose, range, width, cells) {
  const scale = width / (range.to - range.from);
  const xOf = (/** @type {number} */ i) => Math.min(Math.max((index.at[i] - range.from) * scale, 0), width);
  const groups = /** @type {number[][]} */ ([]);
  for (const i of loose) (groups[cells.keys[i]] ||= []).push(i);
  const dots = /** @type {Dot[]} */ ([]);
  const clusters = /** @type {Cluster[]} */ ([]);
  for (const members of groups) {
    if (!members) continue;
    const many = members.length > MANY;
    const xs = many ? [] : members.map(xOf).sort((a, b) => a - b);
    if (members.length < 3 || (!many && xs.every((x, n) => !n || x - xs[n - 1] >= NEAR))) {
      for (const i of members) dots.push({ index: i, x: xOf(i), level: 0 });
      continue;
    }
    const cell = Math.floor(cells.keys[members[0]] / index.lanes) + cells.first;
    const reach = half(members.length) + MARGIN;
    const left = Math.max((cell * cells.size - range.from) * scale, 0);
    const right = Math.min(((cell + 1) * cells.size - range.from) * scale, width);
    const middle = many ? (left + right) / 2 : (xs[0] + xs[xs.length - 1]) / 2;
    const x = Math.max(Math.min(middle, right - reach), Math.min(left + reach, width - reach));
    clusters.push({ lane: index.lane[members[0]], cell, x, members });
  }
  spread(index, dots);
  return { dots, clusters };
}

/**
 * Puts dots that would cover one another on levels of their own.
 * @param {Index} index
 * @param {Dot[]} dots
 */
function spread(index, dots) {
  const until = new Float64Array(index.lanes * 3).fill(-Infinity);
  for (const dot of dots.sort((a, b) => a.x - b.x)) {
    const lane = index.lane[dot.index] * 3;
    const free = [0, 1, 2].find((level) => until[lane + level] <= dot.x);
    dot.level = free ?? 0;
    until[lane + dot.level] = dot.x + 8;
  }
}
