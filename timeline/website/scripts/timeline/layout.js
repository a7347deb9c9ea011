/**
 * Room for marks and labels. Every mark in sight gets exactly one place: a bar in its row, a dot with its label in a
 * row, a dot alone, or a part of a counted cluster.
 *
 * `x` and `right` of a label are the ends of its box, which holds the dot too: at its left, or (`before`) its
 * right. A
 * label that lies `over` the others, in the row -1 of the dots, belongs to a mark that has its place without it.
 * @typedef {{index: number, x: number, right: number, row: number, before: boolean, over: boolean}} Label
 * @typedef {{index: number, x: number, right: number, row: number}} Bar
 * @typedef {{index: number, x: number, level: number}} Dot
 * @typedef {{lane: number, cell: number, x: number, members: number[]}} Cluster
 * @typedef {{labels: Label[], bars: Bar[], dots: Dot[], clusters: Cluster[]}} Layout
 * Who gets a label in any case, how wide a label is, rows of a lane, labels in all, pixels between labels, and
 * to how few a
 * label may shrink.
 * @typedef {{first: number[], widthOf: (i: number) => number, rows?: number, most?: number, gap?: number,
 *   least?: number}} Options
 */

import { dotsAndClusters, grid } from "./clusters.js";
import { PAD } from "./page.js";

/** @import {Period} from "./calendar.js" */
/** @import {Grid} from "./clusters.js" */
/** @import {Index} from "./marks.js" */

/** From how many pixels on what lasts is a bar. */
const LONG = 12;

/** How few pixels of words a bar may have. */
const BAR_WORDS = 80;

/**
 * @param {Index} index
 * @param {number[]} seen those in sight, in order of time
 * @param {Period} range
 * @param {number} width
 * @param {Options} options
 * @returns {Layout}
 */
export function arrange(index, seen, range, width, options) {
  const scale = width / (range.to - range.from);
  const { rows = 2 } = options;
  const bars = /** @type {Bar[]} */ ([]);
  const points = /** @type {number[]} */ ([]);
  for (const i of seen) {
    const x = (index.at[i] - range.from) * scale;
    const long = index.bar[i] * scale;
    if (index.track[i] && long > LONG) bars.push({ index: i, x, right: x + long, row: rows - index.track[i] });
    else points.push(i);
  }
  const cells = grid(index, points, range, width);
  const labels = layLabels(index, seen, range, width, bars, cells, options);
  const named = new Set(labels.filter((one) => !one.over).map((one) => one.index));
  const loose = points.filter((i) => !named.has(i));
  return { labels, bars, ...dotsAndClusters(index, loose, range, width, cells) };
}

/**
 * Gives labels room by weight; none overlaps another, or a bar, of its lane and row. A label begins or ends at
 * its own
 * mark, and shrinks only if no row has room for the whole. What has to have a label and finds no room gets it
 * above all
 * others, so that nothing moves when an event opens.
 * @param {Index} index
 * @param {number[]} seen
 * @param {Period} range
 * @param {number} width
 * @param {Bar[]} bars
 * @param {Grid} cells
 * @param {Options} options
 */
function layLabels(
  index,
  seen,
  range,
  width,
  bars,
  cells,
  { first, widthOf, rows = 2, most = 56, gap = 8, least = 120 },
) {
  const scale = width / (range.to - range.from);
  const found = /** @type {Label[]} */ ([]);
  const taken = Array.from({ length: index.lanes * rows }, () => /** @type {number[][]} */ ([]));
  const barOf = new Map(bars.map((bar) => [bar.index, bar]));
  for (const bar of bars) taken[index.lane[bar.index] * rows + bar.row].push([bar.x, bar.right]);

  const xOf = (/** @type {number} */ i) => Math.min(Math.max((index.at[i] - range.from) * scale, 0), width);

  /** @param {number} i */
  function place(i) {
    const wide = widthOf(i);
    const lane = taken.slice(index.lane[i] * rows, (index.lane[i] + 1) * rows);
    const bar = barOf.get(i);
    const x = bar ? Math.max(bar.x, 0) : xOf(i);
    const ways = bar ? [along(lane[bar.row], bar, x, width, gap)] : aside(lane, x, width, gap);
    const whole = ways.find((way) => way.room >= wide);
    const { row, room, before } = whole || ways.reduce((best, one) => (one.room > best.room ? one : best));
    if (!whole && room < (bar ? Math.min(least, BAR_WORDS) : least)) return false;
    const size = Math.min(wide, Math.floor(room)) + (bar ? 0 : 2 * PAD);
    const from = bar ? x : before ? x + PAD - size : x - PAD;
    found.push({ index: i, x: from, right: from + size, row, before, over: false });
    lane[row].push([from, from + size]);
    return true;
  }

  /* Where cells are crowded only the heaviest have names, until one finds no room there. */
  const full = new Uint8Array(cells.counts.length);
  for (const weight of [3, 2, 1]) {
    for (const i of seen) {
      if (index.weight[i] !== weight || found.length >= most) continue;
      const crowded = !barOf.has(i) && cells.counts[cells.keys[i]] > 3;
      if (crowded && (weight < 3 || full[cells.keys[i]])) continue;
      if (!place(i) && crowded) full[cells.keys[i]] = 1;
    }
  }
  for (const i of first) {
    if (!seen.includes(i) || found.some((one) => one.index === i)) continue;
    const x = barOf.has(i) ? Math.max(0, barOf.get(i)?.x || 0) : xOf(i);
    const before = x > width / 2;
    const room = (before ? x : width - x) - PAD;
    const size = Math.min(widthOf(i), room) + 2 * PAD;
    const from = before ? x + PAD - size : x - PAD;
    found.push({ index: i, x: from, right: from + size, row: barOf.get(i)?.row ?? -1, before, over: true });
  }
  return found;
}

/**
 * Room for the words of a bar: from where one sees it to what comes next in its row.
 * @param {number[][]} parts
 * @param {Bar} bar
 * @param {number} x
 * @param {number} width
 * @param {number} gap
 */
function along(parts, bar, x, width, gap) {
  let end = width;
  for (const part of parts) if (part[0] > bar.x && part[0] - gap < end) end = part[0] - gap;
  return { row: bar.row, before: false, room: end - x };
}

/**
 * Room for words to the right of a dot in each row, then to its left.
 * @param {number[][][]} lane
 * @param {number} x
 * @param {number} width
 * @param {number} gap
 */
function aside(lane, x, width, gap) {
  const right = [];
  const left = [];
  for (const [row, parts] of lane.entries()) {
    let [low, high] = [0, width];
    for (const [from, to] of parts) {
      if (to + gap <= x - PAD) low = Math.max(low, to + gap);
      else if (from - gap >= x + PAD) high = Math.min(high, from - gap);
      else low = high = x; /* something stands at the dot itself */
    }
    right.push({ row, before: false, room: high - x - PAD });
    left.push({ row, before: true, room: x - PAD - low });
  }
  return [...right, ...left];
}
