/** The overview of the whole period: how many events when, the window on what is in view. */

import { make } from "../dom.js";
import { words } from "./calendar.js";
import { dragging, travel } from "./gestures.js";
import { density } from "./marks.js";
import { brush } from "./pen.js";
import { drawData } from "./series.js";
import { LEAST } from "./state.js";
import { ticks } from "./ticks.js";

/** @import {Period} from "./calendar.js" */
/** @import {View} from "./view.js" */

/** Pixels: the drawing, and half a handle. */
const STRIP = 46;
const GRIP = 12;

/** @param {View} view */
export function buildOverview(view) {
  const { bounds } = view;
  const strip = make("canvas", { "aria-hidden": "true" });
  const pane = make("div.tv-window");
  const handles = ["Start", "End"].map((end, i) =>
    make("div", {
      class: "tv-handle",
      role: "slider",
      tabindex: 0,
      "aria-label": `${end} of the period in view`,
      "aria-valuemin": bounds.from,
      "aria-valuemax": bounds.to,
      "data-end": i ? "to" : "from",
      keydown: (/** @type {KeyboardEvent} */ e) => slide(view, e, i),
    }),
  );
  const hands = dragging(
    view,
    (e) => grip(view, e),
    ({ part, from, to }, dx) => {
      const by = (dx * (bounds.to - bounds.from)) / over.clientWidth;
      if (part) stretch(view, part === "to" ? 1 : 0, (part === "to" ? to : from) + by);
      else travel(view, { from: from + by, to: to + by });
    },
  );
  const attributes = { role: "group", "aria-label": "Overview of the whole period", ...hands };
  const over = make("div.tv-overview", attributes, strip, pane, ...handles);
  return { over, strip, pane, handles };
}

/**
 * What a pointer takes hold of; where that is nothing the window jumps to it.
 * @param {View} view
 * @param {PointerEvent} e
 */
function grip(view, e) {
  const target = /** @type {HTMLElement} */ (e.target);
  const part = target.dataset.end;
  const { bounds, ui } = view;
  if (!part && target !== ui.pane) {
    const range = view.range();
    const half = (range.to - range.from) / 2;
    const box = ui.over.getBoundingClientRect();
    const at = bounds.from + ((e.clientX - box.left) / box.width) * (bounds.to - bounds.from);
    travel(view, { from: at - half, to: at + half });
    view.note(400);
  }
  return { part, ...view.range() };
}

/**
 * @param {View} view
 * @param {KeyboardEvent} e
 * @param {number} end 0 is the start of the period, 1 its end
 */
function slide(view, e, end) {
  const range = view.range();
  const steps = /** @type {Record<string, number>} */ ({
    ArrowLeft: -1,
    ArrowDown: -1,
    PageDown: -5,
    Home: -Infinity,
    ArrowRight: 1,
    ArrowUp: 1,
    PageUp: 5,
    End: Infinity,
  });
  if (!steps[e.key]) return;
  e.preventDefault();
  stretch(view, end, (end ? range.to : range.from) + (steps[e.key] * (range.to - range.from)) / 20);
  view.note(400);
}

/**
 * Moves one end of the period, the other stays.
 * @param {View} view
 * @param {number} end
 * @param {number} value
 */
function stretch(view, end, value) {
  const { from, to } = view.range();
  if (end) travel(view, { from, to: Math.max(Math.min(value, view.bounds.to), from + LEAST) });
  else travel(view, { from: Math.min(Math.max(value, view.bounds.from), to - LEAST), to });
}

/**
 * @param {View} view
 * @param {Period} range
 * @param {number} width
 */
export function drawOverview(view, range, width) {
  const { pane, handles } = view.ui;
  drawData(view, width);
  const [left, right] = [view.share01(range.from) * width, view.share01(range.to) * width];
  /* The handles of a short period stand apart. */
  const middle = Math.min(Math.max((left + right) / 2, GRIP), width - GRIP);
  pane.style.left = `${left}px`;
  pane.style.width = `${right - left}px`;
  for (const [i, x] of [Math.min(left, middle - GRIP), Math.max(right, middle + GRIP)].entries()) {
    const t = i ? range.to - 1e-6 : range.from;
    handles[i].style.left = `${x}px`;
    handles[i].setAttribute("aria-valuenow", t.toFixed(3));
    handles[i].setAttribute("aria-valuetext", words(t, 0.5));
  }
}

/**
 * Draws how many events there are when, once for each width and filter.
 * @param {View} view
 * @param {number} width
 */
export function drawStrip(view, width) {
  const key = [width, devicePixelRatio, view.version].join();
  if (view.strewn === key && view.colours) return;
  view.strewn = key;
  const { rule, soft, wash } = view.palette();
  const pen = brush(view.ui.strip, width, STRIP, view.palette());
  for (const [n, { from, to }] of view.eras.entries()) {
    const [left, right] = [view.share01(from) * width, view.share01(to) * width];
    pen.fillStyle = wash;
    if (n % 2 === 0) pen.fillRect(left, 0, right - left, STRIP);
  }
  const bins = Math.max(1, Math.min(Math.floor(width / 5), 220));
  const step = width / bins;
  const { all, counts, most } = density(view.index, view.bounds, bins);
  /* What filters leave stands before the whole. */
  for (const part of [all, counts]) {
    pen.fillStyle = part === all ? rule : soft;
    for (const [n, count] of part.entries()) {
      const tall = count && 3 + Math.sqrt(count / most) * (STRIP - 22);
      pen.fillRect(n * step + 0.5, STRIP - 16 - tall, Math.max(step - 1, 1), tall);
    }
  }
  for (const { t, text } of ticks(view.bounds, width, 56)) {
    const x = view.share01(t) * width;
    if (x + 34 < width) pen.fillText(text, x + 4, STRIP - 6);
    pen.fillRect(x, STRIP - 14, 1, 14);
  }
}
