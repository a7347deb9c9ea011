/** A series of figures below the lanes, on the scale that its chart has too (timeline/pages/charts.py). */

import { make } from "../dom.js";
import { DATA } from "./page.js";
import { brush } from "./pen.js";

/** @import {Series} from "./page.js" */
/** @import {View} from "./view.js" */
/** @import {Colours} from "./pen.js" */

/** @param {number} value */
const signed = (value) => String(value).replace("-", "−");

/**
 * The limits of a scale in words: 0–80, or −4 to 6.
 * @param {Series} series
 */
export const scaleWords = ({ least, most }) => (least < 0 ? `${signed(least)} to ${signed(most)}` : `${least}–${most}`);

/**
 * Where a value stands between the top of the scale, 0, and its foot, 1.
 * @param {Series} series
 * @param {number} value
 */
export function depth({ least, most, down }, value) {
  const part = (value - least) / (most - least);
  return down ? part : 1 - part;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Colours} colours
 * @param {Series} series
 * @param {{at: (t: number) => number, top: number, tall: number, wide: number}} place
 */
export function drawSeries(pen, { topics, soft }, series, { at, top, tall, wide }) {
  pen.fillStyle = soft;
  if (series.lines) pen.fillText(`${series.title}, ${scaleWords(series)} ${series.unit}`, 4, top);
  for (const [n, line] of (series.lines || []).entries()) {
    const points = line.points.map(([t, value]) => [at(t), top + 10 + (tall - 12) * depth(series, value)]);
    const [x, y] = points[points.length - 1];
    pen.strokeStyle = pen.fillStyle = topics[((n * 5) % 8) + 1] || soft;
    pen.setLineDash(n % 2 ? [4, 3] : []);
    pen.beginPath();
    for (const point of points) pen.lineTo(point[0], point[1]);
    pen.stroke();
    pen.setLineDash([]);
    for (const point of points) pen.fillRect(point[0] - 2, point[1] - 2, 4, 4);
    if (x > 0) pen.fillText(line.title, Math.min(x + 6, wide - pen.measureText(line.title).width - 4), y);
  }
}

/**
 * The chosen series above a list, along the whole period as the overview has it.
 * @param {View} view
 * @param {number} wide
 */
export function drawData(view, wide) {
  const series = view.listing() ? view.series.find((one) => one.id === view.state.data) : undefined;
  const { over } = view.ui;
  const there = over.parentElement?.querySelector(".tv-data");
  if (!series) there?.remove();
  if (!series || !wide) return;
  const data = there || make("canvas.tv-data", { role: "img", style: `height:${DATA}px` });
  if (!there) over.after(data);
  data.setAttribute("aria-label", `${series.title}, ${series.unit}`);
  const pen = brush(data, wide, DATA, view.palette());
  const at = (/** @type {number} */ t) => view.share01(t) * wide;
  drawSeries(pen, view.palette(), series, { at, wide, top: 12, tall: DATA - 24 });
}
