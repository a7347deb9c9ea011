/** What hands do in the lanes: pan, zoom, walk by keys, open. */

import { make } from "../dom.js";
import { dragging } from "./gestures.js";
import { nearest, next, visible } from "./marks.js";
import { modified } from "./page.js";
import { zoom } from "./state.js";

/** @import {View} from "./view.js" */

/** @param {View} view */
export function buildLanes(view) {
  const plot = make("canvas", { "aria-hidden": "true" });
  const links = make("div.tv-links");
  const hands = dragging(
    view,
    () => view.range(),
    (start, dx, pinch, at) => {
      const scale = (start.to - start.from) / view.wide;
      const from = start.from - dx * scale;
      view.show(zoom({ from, to: start.to - dx * scale }, pinch, from + at * scale));
    },
  );
  const area = make(
    "div.tv-area",
    {
      role: "group",
      "aria-label": "Timeline",
      "aria-describedby": "tv-help",
      ...hands,
      keydown: (/** @type {KeyboardEvent} */ e) => key(view, e),
      wheel: (/** @type {WheelEvent} */ e) => wheel(view, e),
      click: (/** @type {MouseEvent} */ e) => click(view, e),
      mousemove: (/** @type {MouseEvent} */ e) => hover(view, e),
      focusin: (/** @type {any} */ e) => {
        view.focused = Number(e.target.dataset.i ?? view.focused);
      },
    },
    plot,
    links,
  );
  const names = view.lanes.map((lane) => make("span", { "data-topic": lane.n }, lane.title));
  return { area, plot, links, gutter: make("div.tv-gutter", { "aria-hidden": "true" }, ...names) };
}

/**
 * What a pointer rests on, in a tooltip.
 * @param {View} view
 * @param {MouseEvent} e
 */
function hover(view, e) {
  const event = e.buttons ? null : view.events[hit(view, e)];
  view.area.title = event ? `${event.date}: ${event.title}` : "";
}

/**
 * @param {View} view
 * @param {WheelEvent} e
 */
function wheel(view, e) {
  const across = Math.abs(e.deltaX) > Math.abs(e.deltaY) * 2 ? e.deltaX : 0;
  const sideways = e.shiftKey ? e.deltaY || e.deltaX : across;
  const range = view.range();
  const scale = (range.to - range.from) / view.wide;
  if (e.ctrlKey || e.metaKey) {
    const x = e.clientX - view.area.getBoundingClientRect().left;
    view.show(zoom(range, Math.exp(-e.deltaY / 250), range.from + x * scale));
  } else if (sideways) view.show({ from: range.from + sideways * scale, to: range.to + sideways * scale });
  else return;
  e.preventDefault();
  view.note(400);
}

/**
 * The event that an arrow key leads to in a lane beside; -1 if there is none.
 * @param {View} view
 * @param {number} step
 */
function beside({ index, focused, lanes }, step) {
  let to = -1;
  for (let lane = index.lane[focused] + step; to < 0 && lane >= 0 && lane < lanes.length; lane += step) {
    to = nearest(index, index.start[focused], lane);
  }
  return to;
}

/**
 * @param {View} view
 * @param {KeyboardEvent} e
 */
function key(view, e) {
  const { index, focused } = view;
  if (e.altKey || e.ctrlKey || e.metaKey || focused < 0) return;
  const lane = index.lane[focused];
  const keys = /** @type {Record<string, () => number | void>} */ ({
    "+": () => view.zoomBy(2, focused),
    "-": () => view.zoomBy(0.5, focused),
    0: () => view.change({ range: null }),
    Home: () => next(index, -1, 1, -1),
    End: () => next(index, index.n, -1, -1),
    ArrowRight: () => next(index, focused, 1, lane),
    ArrowLeft: () => next(index, focused, -1, lane),
    ArrowUp: () => beside(view, -1),
    ArrowDown: () => beside(view, 1),
  });
  const act = keys[e.key === "=" ? "+" : e.key];
  if (!act) return;
  e.preventDefault();
  const to = act() ?? -1;
  if (to < 0) return;
  view.reach(to);
  view.focus(to);
}

/**
 * @param {View} view
 * @param {KeyboardEvent} e
 */
export function escape(view, e) {
  const { ui, area, state } = view;
  if (e.key !== "Escape" || ui.node.querySelector(":popover-open")) return; /* the browser closes it */
  if (state.event) view.change({ event: "" });
  else if (area.contains(e.target)) ui.query.focus();
  else return;
  e.preventDefault();
}

/**
 * A click on a label or a mark.
 * @param {View} view
 * @param {MouseEvent} e
 */
function click(view, e) {
  const i = hit(view, e);
  if (!view.dragged && (i < 0 || modified(e))) return;
  e.preventDefault();
  e.stopPropagation(); /* instant navigation listens too */
  if (view.dragged) return;
  view.focused = i;
  view.change({ event: view.events[i].id });
}

/**
 * The event under a pointer, by its label or its mark, or -1.
 * @param {View} view
 * @param {MouseEvent} e
 */
function hit(view, e) {
  const { index, area, places } = view;
  const target = /** @type {HTMLElement} */ (e.target);
  const box = area.getBoundingClientRect();
  const range = view.range();
  const scale = view.wide / (range.to - range.from);
  const place = Math.floor((e.clientY - box.top) / view.tall);
  let best = Number(target.dataset.i ?? -1);
  let near = target.closest("a, button") ? 0 : 14;
  for (const i of visible(index, range)) {
    const left = (index.at[i] - range.from) * scale - (e.clientX - box.left);
    const away = Math.max(left, -left - index.bar[i] * scale, 0);
    if (places[index.lane[i]] !== place || away >= near) continue;
    near = away;
    best = i;
  }
  return best;
}
