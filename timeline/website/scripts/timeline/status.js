/** What is in view, in words. */

import { plural } from "../dom.js";
import { rangeWords } from "./calendar.js";
import { visible } from "./marks.js";
import { told } from "./seeking.js";

/** @import {View} from "./view.js" */

/**
 * How many events marks stand for: one of several topics may have several marks.
 * @param {View} view
 * @param {number[]} seen
 */
export const counted = ({ events, entries }, seen) =>
  events.length === entries.length ? seen.length : new Set(seen.map((i) => events[i].n)).size;

/**
 * @param {View} view
 * @param {number} count
 */
export function summary(view, count) {
  if (!count) return "No event matches. Clear a filter or widen the period.";
  return `${rangeWords(view.range())}: ${plural(count, "event")}${told(view)?.instead || ""}`;
}

/**
 * Says, politely and once a movement has ended, what is in view and which event is open.
 * @param {View} view
 * @param {number} wait
 */
export function say(view, wait) {
  clearTimeout(view.saying);
  view.saying = setTimeout(() => {
    const event = view.events[view.indexOf(view.state.event)];
    const text =
      summary(view, counted(view, visible(view.index, view.range()))) + (event ? `. Open: ${event.title}` : "");
    if (view.ui.live.textContent !== text) view.ui.live.textContent = text;
  }, wait);
}
