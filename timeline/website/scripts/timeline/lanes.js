/** The lanes: bands of eras, marks on a canvas, labels above it. */

import { half } from "./clusters.js";
import { drawLabels, widthOf } from "./labels.js";
import { arrange } from "./layout.js";
import { AXIS, DATA } from "./page.js";
import { brush, drawBar, drawDot } from "./pen.js";
import { drawSeries } from "./series.js";
import { ticks } from "./ticks.js";

/** @import {Period} from "./calendar.js" */
/** @import {Layout} from "./layout.js" */
/** @import {View} from "./view.js" */

/** How far from the middle of its line a dot stands, by its level. */
const LEVELS = [0, 6, -6];

/**
 * Where a mark is on the canvas; `long` is 0 for a dot.
 * @typedef {{i: number, x: number, y: number, long: number}} Spot
 */

/**
 * @param {View} view
 * @param {Period} range
 * @param {number[]} seen
 */
export function drawMain(view, range, seen) {
  const { wide, index, places, tall, rows, ui, focused } = view;
  const colours = view.palette();
  const series = view.series.find((one) => one.id === view.state.data);
  const lanes = Math.max(...places) + 1;
  const bottom = lanes * tall;
  const height = bottom + (series ? DATA : 0);
  const pen = brush(ui.plot, wide, height, colours);
  const at = (/** @type {number} */ t) => ((t - range.from) * wide) / (range.to - range.from);
  if (view.high !== height) {
    view.high = height;
    ui.area.style.height = `${height}px`;
    ui.gutter.style.setProperty("--plot", `${height}px`);
  }
  drawGround(view, pen, range, lanes, height);
  const chosen = view.indexOf(view.state.event);
  const inside = ui.links.contains(document.activeElement);
  const first = [...new Set([inside || view.held ? focused : -1, chosen])];
  const width = (/** @type {number} */ i) => widthOf(view, i);
  const layout = arrange(index, seen, range, wide, { first, rows, widthOf: width });
  if (series) drawSeries(pen, colours, series, { at, wide, top: bottom + 12, tall: DATA - 24 });
  drawMarks(view, pen, layout, chosen, at);
  drawLabels(view, layout, chosen, inside);
}

/**
 * @param {View} view
 * @param {CanvasRenderingContext2D} pen
 * @param {Layout} layout
 * @param {number} chosen
 * @param {(t: number) => number} at
 */
function drawMarks(view, pen, { labels, bars, dots, clusters }, chosen, at) {
  const { index, events, wide, places, tall, size } = view;
  const colours = view.palette();
  const spots = /** @type {Spot[]} */ ([]);
  const top = (/** @type {number} */ i) => places[index.lane[i]] * tall;
  const colour = (/** @type {number} */ i) => colours.topics[view.lanes[index.lane[i]].n];
  const isBar = new Set(bars.map((bar) => bar.index));
  for (const { index: i, x, right, row } of bars) {
    const y = top(i) + size.base + row * size.row + 1;
    drawBar(pen, colours, events[i], colour(i), { x, right, y, tall: size.row - 3, wide, chosen: i === chosen });
    spots.push({ i, x, y: y + size.row / 2, long: right - x });
  }
  const dot = (/** @type {number} */ i, /** @type {number} */ x, /** @type {number} */ y) => {
    drawDot(pen, colours, events[i], colour(i), { x, y, chosen: i === chosen });
    spots.push({ i, x, y, long: 0 });
  };
  for (const { index: i, x, level } of dots) dot(i, x, top(i) + size.base / 2 + LEVELS[level]);
  for (const { index: i, row, over } of labels) {
    if (isBar.has(i)) continue;
    const x = Math.min(Math.max(at(index.at[i]), 0), wide);
    dot(i, x, top(i) + (over ? size.base / 2 : size.base + (row + 0.5) * size.row - 1));
  }
  view.spots = spots;
  if (!view.moving) return;
  /* Clusters that move; at rest they are buttons, which would take most of the time of a frame. */
  pen.font = colours.font.replace("13px", "600 11px");
  for (const { lane, x, members } of clusters) {
    const y = places[lane] * tall + (size.base - size.pill) / 2;
    const wide = half(members.length);
    pen.fillStyle = colours.topics[view.lanes[lane].n];
    pen.beginPath();
    pen.roundRect(x - wide, y, 2 * wide, size.pill, size.pill / 2);
    pen.fill();
    pen.fillStyle = colours.paper;
    pen.fillText(String(members.length), x - wide + 9, y + size.pill / 2);
  }
}

/**
 * Bands of eras, lines of years, and the lines between lanes.
 * @param {View} view
 * @param {CanvasRenderingContext2D} pen
 * @param {Period} range
 * @param {number} lanes
 * @param {number} bottom
 */
function drawGround(view, pen, range, lanes, bottom) {
  const { ink, soft, rule, wash, paper } = view.palette();
  const { wide, tall } = view;
  const at = (/** @type {number} */ t) => Math.round(((t - range.from) * wide) / (range.to - range.from));
  for (const [n, { from, to }] of view.eras.entries()) {
    pen.fillStyle = n % 2 ? paper : wash;
    pen.fillRect(at(from), 0, at(to) - at(from), bottom);
    pen.fillStyle = rule;
    if (from > range.from) pen.fillRect(at(from), 0, 1, bottom);
  }
  const axis = brush(view.ui.axis, wide, AXIS, view.palette());
  for (const { t, text, strong } of ticks(range, wide, 72)) {
    const x = at(t);
    pen.fillStyle = axis.fillStyle = strong ? soft : rule;
    pen.globalAlpha = strong ? 0.3 : 0.6;
    pen.fillRect(x, 0, 1, bottom);
    axis.fillRect(x, 0, 1, 30);
    axis.fillStyle = strong ? ink : soft;
    if (x + 56 < wide) axis.fillText(text, x + 4, 12);
  }
  pen.globalAlpha = 1;
  pen.fillStyle = rule;
  for (let n = 1; n <= lanes; n += 1) pen.fillRect(0, n * tall - 0.5, wide, 1);
}
