/** What hands do in the lanes: pan, zoom, walk by keys, open. */

import { make } from "../dom.js";
import { hideCard, showCard } from "./card.js";
import { dragging, travel } from "./gestures.js";
import { gathered } from "./labels.js";
import { nearest, next } from "./marks.js";
import { modified, PAD } from "./page.js";
import { zoom } from "./state.js";

/** @import {View} from "./view.js" */

/** @param {View} view */
export function buildLanes(view) {
  const plot = make("canvas", { "aria-hidden": "true" });
  const links = make("div.tv-links", { style: `--pad:${PAD}px` });
  const hands = dragging(
    view,
    () => view.range(),
    (start, dx, pinch, at) => {
      const scale = (start.to - start.from) / view.wide;
      const from = start.from - dx * scale;
      travel(view, zoom({ from, to: start.to - dx * scale }, pinch, from + at * scale));
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
      dblclick: (/** @type {MouseEvent} */ e) => twice(view, e),
      mousemove: (/** @type {MouseEvent} */ e) => hover(view, e),
      mouseleave: () => hideCard(view),
      focusin: (/** @type {any} */ e) => {
        view.focused = Number(e.target.dataset.i ?? view.focused);
        if (e.target.scrollWidth > e.target.clientWidth) describe(view, view.focused);
      },
      focusout: () => hideCard(view),
    },
    plot,
    links,
  );
  const names = view.lanes.map((lane) => make("span", { "data-topic": lane.n }, lane.title));
  return { area, plot, links, gutter: make("div.tv-gutter", { "aria-hidden": "true" }, ...names) };
}

/**
 * What a pointer rests on, in a card beside it.
 * @param {View} view
 * @param {MouseEvent} e
 */
function hover(view, e) {
  const i = e.buttons ? -1 : hit(view, e);
  const button = /** @type {HTMLElement} */ (e.target).closest("button");
  view.area.toggleAttribute("data-over", i >= 0);
  if (button) {
    const members = view.members.get(button) || [];
    const heaviest = [...members].sort((a, b) => view.index.weight[b] - view.index.weight[a]);
    const titles = heaviest.slice(0, 3).map((n) => view.events[n].title);
    const { left, bottom } = button.getBoundingClientRect();
    const box = view.area.getBoundingClientRect();
    const y = view.area.offsetTop + bottom - box.top + 4;
    showCard(view, left - box.left, y, [gathered(view, members), titles[0] || "", ...titles.slice(1)], 32);
  } else if (i >= 0) describe(view, i);
  else hideCard(view);
}

/**
 * The card of an event that has a mark.
 * @param {View} view
 * @param {number} i
 */
function describe(view, i) {
  const spot = view.spots.find((one) => one.i === i);
  if (!spot) return;
  const { date, title } = view.events[i];
  showCard(view, Math.max(spot.x, 0), view.area.offsetTop + spot.y + 14, [date, title], 28);
}

/**
 * A second click beside all marks zooms in about the pointer; with Shift, out.
 * @param {View} view
 * @param {MouseEvent} e
 */
function twice(view, e) {
  if (hit(view, e) >= 0 || /** @type {HTMLElement} */ (e.target).closest("button")) return;
  e.preventDefault();
  const range = view.range();
  const x = e.clientX - view.area.getBoundingClientRect().left;
  const at = range.from + (x / view.wide) * (range.to - range.from);
  view.change({ range: zoom(range, e.shiftKey ? 0.4 : 2.5, at) });
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
    travel(view, zoom(range, Math.exp(-e.deltaY / 250), range.from + x * scale));
  } else if (sideways) travel(view, { from: range.from + sideways * scale, to: range.to + sideways * scale });
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
  if (!ui.card.hidden && area.contains(e.target)) return hideCard(view);
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
  if (view.dragged) return;
  view.focused = i;
  hideCard(view);
  view.change({ event: view.events[i].id });
}

/**
 * The event under a pointer, by its label or its mark, or -1.
 * @param {View} view
 * @param {MouseEvent} e
 */
function hit(view, e) {
  const target = /** @type {HTMLElement} */ (e.target);
  if (target.closest("a, button")) return Number(target.dataset.i ?? -1);
  const box = view.area.getBoundingClientRect();
  const [x, y] = [e.clientX - box.left, e.clientY - box.top];
  let best = -1;
  let near = view.size.row * 0.75;
  for (const spot of view.spots) {
    const across = Math.max(spot.x - x, x - spot.x - spot.long, 0);
    const away = Math.hypot(across, spot.y - y);
    if (away >= near) continue;
    near = away;
    best = spot.i;
  }
  return best;
}
