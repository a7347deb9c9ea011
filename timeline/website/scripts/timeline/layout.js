/**
 * Room for marks and labels: clusters, tracks of bars, labels that do not overlap.
 *
 * @typedef {{index: number, x: number, row: number, width: number}} Label
 * @typedef {{lane: number, x: number, right: number, members: number[]}} Cluster
 * @typedef {{clusters: Cluster[], gathered: Uint8Array}} Heap
 */

/** @import {Period} from "./calendar.js" */
/** @import {Index} from "./marks.js" */

/**
 * Gathers marks of one lane that stand closer than `near` pixels; three or more make a cluster. The heaviest stay
 * alone.
 * @param {Index} index
 * @param {number[]} seen those in sight
 * @param {Period} range
 * @param {number} width
 * @param {number} near
 * @returns {Heap} the clusters, and 1 for each mark that is in one
 */
export function clusters(index, seen, range, width, near) {
  const scale = width / (range.to - range.from);
  const gathered = new Uint8Array(index.n);
  const open = /** @type {Cluster[]} */ ([]);
  const all = /** @type {Cluster[]} */ ([]);
  for (const i of seen) {
    if (index.weight[i] > 2 || index.bar[i] * scale > 4 * near) continue;
    const x = (index.at[i] - range.from) * scale;
    const lane = index.lane[i];
    if (!open[lane] || x - open[lane].right >= near) all.push((open[lane] = { lane, x, right: x, members: [] }));
    open[lane].right = x;
    open[lane].members.push(i);
  }
  const found = all.filter((group) => group.members.length > 2);
  for (const group of found) for (const i of group.members) gathered[i] = 1;
  return { clusters: found, gathered };
}

/**
 * The track of each shown mark within its lane: 0, or 1 and 2 for bars that others of the lane would cover.
 * It depends on the scale alone, so that nothing jumps while one pans.
 * @param {Index} index
 * @param {number} scale pixels a year
 * @param {number} least pixels of a bar
 */
export function tracks(index, scale, least) {
  const track = new Uint8Array(index.n);
  const until = new Float64Array(index.lanes * 3).fill(-Infinity);
  for (let i = 0; i < index.n; i += 1) {
    if (!index.shown[i] || index.bar[i] * scale <= least) continue;
    const lane = index.lane[i] * 3;
    const free = [0, 1, 2].find((n) => until[lane + n] <= index.start[i]) || 0;
    track[i] = free;
    until[lane + free] = index.end[i];
  }
  return track;
}

/**
 * Gives labels room: the chosen first, then by weight; none overlaps another of its lane and row. A label stands at
 * its mark, or farther along where a bar is long, and shrinks only if no row has room for the whole.
 * @param {Index} index
 * @param {number[]} seen those in sight
 * @param {Period} range
 * @param {number} width
 * @param {{first: number[], skip: Uint8Array, widthOf: (i: number) => number, rows?: number, most?: number,
 *   gap?: number, least?: number}} options who comes first and who goes without; rows a lane, labels in all, pixels
 *   between them, and to how many a label may shrink
 * @returns {Label[]}
 */
export function labels(index, seen, range, width, options) {
  const { first, skip, widthOf, rows = 2, most = 56, gap = 10, least = 176 } = options;
  const scale = width / (range.to - range.from);
  const placed = /** @type {Label[]} */ ([]);
  const line = () => /** @type {number[][]} */ ([]);
  const taken = Array.from({ length: index.lanes }, () => Array.from({ length: rows }, line));

  /** @param {number} i */
  function place(i) {
    const at = (index.at[i] - range.from) * scale;
    const end = at + index.bar[i] * scale - 20;
    const full = widthOf(i);
    for (const wide of full > least ? [full, least] : [full]) {
      for (const [row, parts] of taken[index.lane[i]].entries()) {
        const x = free(parts, Math.max(0, Math.min(at - 3, width - wide)), Math.min(end, width - wide), wide, gap);
        if (x < 0) continue;
        parts.push([x, x + wide]);
        placed.push({ index: i, x, row, width: wide });
        return;
      }
    }
  }

  first.filter((i) => seen.includes(i)).forEach(place);
  for (const weight of [3, 2, 1]) {
    for (const i of seen) {
      if (index.weight[i] === weight && placed.length < most && !skip[i] && !first.includes(i)) place(i);
    }
  }
  return placed;
}

/**
 * The first place of a row, from `x` on, that has room; -1 if there is none up to `last`.
 * @param {number[][]} parts what is taken
 * @param {number} x
 * @param {number} last
 * @param {number} wide
 * @param {number} gap
 */
function free(parts, x, last, wide, gap) {
  const inWay = () => parts.find((part) => x + wide + gap > part[0] && x < part[1] + gap);
  for (let part = inWay(); part; part = inWay()) {
    x = part[1] + gap;
    if (!(x <= last)) return -1;
  }
  return x;
}
