/** Pinching the list of a small screen, which the page scrolls otherwise. */

import { travel } from "./gestures.js";
import { zoom } from "./state.js";

/** @import {Period} from "./calendar.js" */
/** @import {View} from "./view.js" */

/**
 * @param {View} view
 * @param {AddEventListenerOptions} on
 */
export function listenToPinch(view, on) {
  let start = /** @type {{range: Period, gap: number, at: number} | null} */ (null);
  const gap = (/** @type {TouchList} */ [a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  const begin = (/** @type {TouchEvent} */ e) => {
    if (!view.small.matches || e.touches.length !== 2) return;
    const y = (e.touches[0].clientY + e.touches[1].clientY) / 2;
    start = { range: view.range(), gap: Math.max(gap(e.touches), 24), at: timeAt(view, y) };
  };
  const move = (/** @type {TouchEvent} */ e) => {
    if (!start || e.touches.length !== 2) return;
    e.preventDefault();
    travel(view, zoom(start.range, Math.max(gap(e.touches), 24) / start.gap, start.at));
  };
  const end = () => {
    if (start) view.note(0);
    start = null;
  };
  view.list.addEventListener("touchstart", begin, { ...on, passive: true });
  view.list.addEventListener("touchmove", move, { ...on, passive: false });
  view.list.addEventListener("touchend", end, on);
  view.list.addEventListener("touchcancel", end, on);
}

/**
 * The instant at a height of the list.
 * @param {View} view
 * @param {number} y
 */
function timeAt(view, y) {
  const { from, to } = view.range();
  const there = view.entries.find(({ item }) => !item.hidden && item.getBoundingClientRect().bottom > y);
  const t = there ? there.start : to;
  return Math.min(Math.max(t, from), to);
}
