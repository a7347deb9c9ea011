/** What a mark is, beside it: for a pointer that rests there and for the focus. Its words stand in the names aloud. */

import { make } from "../dom.js";

/** @import {View} from "./view.js" */

export const buildCard = () => ({ card: make("div.tv-card", { hidden: true, "aria-hidden": "true" }) });

/**
 * @param {View} view
 * @param {number} x from the left of the lanes
 * @param {number} y from the top of the frame
 * @param {string[]} lines when, what, and more
 * @param {number} [above] how far up it goes where there is no room below
 */
export function showCard(view, x, y, [when, what, ...more], above = 0) {
  const { card, area } = view.ui;
  const key = [x, y, what].join();
  if (!card.hidden && card.dataset.key === key) return;
  card.dataset.key = key;
  card.hidden = false;
  card.replaceChildren(make("small", {}, when), make("b", {}, what), ...more.map((line) => make("span", {}, line)));
  const left = Math.max(0, Math.min(x - 12, view.wide - card.offsetWidth));
  const room = area.offsetTop + area.offsetHeight - y;
  const top = above && room < card.offsetHeight ? y - above - card.offsetHeight : y;
  card.style.cssText = `left:${area.offsetLeft + left}px;top:${top}px`;
}

/** @param {View} view */
export function hideCard(view) {
  view.ui.card.hidden = true;
}
