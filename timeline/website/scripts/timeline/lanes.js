/** The lanes: axis, marks and stems on a canvas, labels above it. */

import { drawLabels, widthOf } from "./labels.js";
import { clusters, labels, tracks } from "./layout.js";
import { AXIS, DATA, NEAR, ROW, TOP } from "./page.js";
import { brush, drawMark } from "./pen.js";
import { drawSeries } from "./series.js";
import { ticks } from "./ticks.js";

/** @import {Period} from "./calendar.js" */
/** @import {View} from "./view.js" */

/** How far below the top of its lane a mark stands, by its track. */
const TRACKS = [9, 14.5, 3.5];

/**
 * @param {View} view
 * @param {Period} range
 * @param {number[]} seen
 */
export function drawMain(view, range, seen) {
  const { wide, index, events, places, tall, rows, ui, focused } = view;
  const colours = view.palette();
  const scale = wide / (range.to - range.from);
  const series = view.series.find((one) => one.id === view.state.data);
  const lanes = Math.max(...places) + 1;
  const height = lanes * tall + AXIS + (series ? DATA : 0);
  const pen = brush(ui.plot, wide, height, colours);
  const at = (/** @type {number} */ t) => (t - range.from) * scale;
  const top = (/** @type {number} */ i) => places[index.lane[i]] * tall;
  ui.area.style.height = `${height}px`;
  drawGround(view, pen, range, lanes, height - AXIS);
  const heap = clusters(index, seen, range, wide, NEAR);
  const track = tracks(index, scale, NEAR);
  const chosen = view.indexOf(view.state.event);
  const inside = ui.links.contains(document.activeElement);
  const first = [...new Set([inside || view.held ? focused : -1, chosen])];
  const width = (/** @type {number} */ i) => widthOf(view, i);
  const placed = labels(index, seen, range, wide, { first, rows, skip: heap.gathered, widthOf: width });
  /* A stem leads from the mark to its label. */
  for (const { index: i, x, row } of placed) {
    pen.fillStyle = colours.topics[events[i].colour];
    pen.fillRect(Math.max(at(index.at[i]), x + 3) - 0.5, top(i) + 9, 1, TOP - 6 + row * ROW);
  }
  pen.globalAlpha = 1;
  for (const i of seen) {
    if (heap.gathered[i] && i !== chosen && i !== focused) continue;
    const place = { x: at(index.at[i]), y: top(i) + TRACKS[track[i]], long: index.bar[i] * scale };
    drawMark(pen, colours, events[i], { ...place, wide, chosen: i === chosen });
  }
  if (series) drawSeries(pen, colours, series, { at, wide, top: lanes * tall + 12, tall: DATA - 24 });
  drawLabels(view, placed, heap, chosen, inside);
}

/**
 * Ticks, the lines between lanes, and those where eras begin.
 * @param {View} view
 * @param {CanvasRenderingContext2D} pen
 * @param {Period} range
 * @param {number} lanes
 * @param {number} bottom
 */
function drawGround(view, pen, range, lanes, bottom) {
  const { ink, soft, rule } = view.palette();
  const { wide, tall } = view;
  const at = (/** @type {number} */ t) => Math.round(((t - range.from) * wide) / (range.to - range.from));
  for (const { t, text, strong } of ticks(range, wide, 72)) {
    const x = at(t);
    pen.fillStyle = strong ? soft : rule;
    pen.globalAlpha = strong ? 0.35 : 0.6;
    pen.fillRect(x, 0, 1, bottom + 6);
    pen.globalAlpha = 1;
    pen.fillStyle = strong ? ink : soft;
    if (x + 56 < wide) pen.fillText(text, x + 4, bottom + AXIS / 2 + 4);
  }
  pen.fillStyle = rule;
  for (let n = 1; n <= lanes; n += 1) pen.fillRect(0, n * tall - 0.5, wide, 1);
  pen.strokeStyle = soft;
  pen.globalAlpha = 0.6;
  pen.setLineDash([2, 4]);
  for (const { from } of view.eras) if (at(from) > 1) pen.strokeRect(at(from) + 0.5, 0, 0, bottom);
  pen.setLineDash([]);
}
