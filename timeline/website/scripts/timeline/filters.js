/** Which events the filters leave. */

import { split } from "../dom.js";
import { fold } from "../find.js";
import { Index, next, tracks } from "./marks.js";
import { COARSE, FINE, inLanes } from "./page.js";
import { told } from "./seeking.js";

/** @import {Entry} from "./page.js" */
/** @import {View} from "./view.js" */

/**
 * Puts the events into the lanes that the chosen topics ask for. What has the focus keeps it.
 * @param {View} view
 */
export function fill(view) {
  const key = view.state.topics.join();
  if (key === view.filled && view.events.length) return;
  const focused = view.events[view.focused]?.id;
  const shut = view.events[view.shut]?.id;
  view.filled = key;
  view.events = inLanes(view.entries, view.lanes, view.state.topics);
  view.index = new Index(view.events);
  view.ids = new Map(view.events.map(({ id }, i) => /** @type {[string, number]} */ ([id, i])).reverse());
  view.focused = view.indexOf(focused);
  view.shut = view.indexOf(shut);
  for (const node of view.pool.values()) node.remove();
  view.pool.clear();
  view.labels = [];
}

/**
 * Notes which events have any of the topics, all of the actors and all of the words.
 * @param {View} view
 */
export function match(view) {
  const { state, events, index, lanes } = view;
  const { topics, actors, query } = state;
  const sought = split(fold(query), " ");
  const found = told(view)?.events;
  for (const [i, event] of events.entries()) {
    const fits =
      (!topics.length || event.topics.some((id) => topics.includes(id))) &&
      (!view.named || actors.every((id) => event.actors.includes(id))) &&
      (found ? found.has(event.id) : sought.every((word) => wordsOf(event).includes(word)));
    index.shown[i] = Number(fits);
  }
  let rows = 0; /* lanes without a match fold away, and fewer lanes have more labels each */
  view.places = lanes.map((_, n) => (next(index, -1, 1, n) < 0 ? -1 : rows++));
  view.rows = rows > 4 ? 3 : rows > 2 ? 4 : 5;
  tracks(index, view.rows - 1);
  measure(view);
}

/**
 * What search looks through until the index is there: the event's words on the page.
 * @param {Entry} event
 */
const wordsOf = (event) => (event.text ||= fold(event.item.textContent || ""));

/**
 * How tall lanes are, for the hand that is there.
 * @param {View} view
 */
function measure(view) {
  const { places, ui, coarse } = view;
  view.size = coarse.matches ? { ...COARSE, pill: 24 } : { ...FINE, pill: 18 };
  view.tall = view.size.base + view.size.row * view.rows + 3;
  ui.gutter.style.setProperty("--tall", `${view.tall}px`);
  ui.links.style.setProperty("--row", `${view.size.row}px`);
  ui.node.toggleAttribute("data-coarse", coarse.matches);
  for (const [n, place] of places.entries()) ui.gutter.children[n].hidden = place < 0;
}
