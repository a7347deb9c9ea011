/** Which events the filters leave. */

import { split } from "../dom.js";
import { fold } from "./state.js";

/** @import {View} from "./view.js" */

/**
 * Notes which events have any of the topics, all of the actors and all of the words.
 * @param {View} view
 */
export function match({ state, events, names, index }) {
  const { topics, actors, query } = state;
  const sought = split(fold(query), " ");
  for (const [i, event] of events.entries()) {
    if (sought.length) {
      const actorNames = event.actors.map((id) => names[id]);
      event.text ||= fold([event.title, event.summary, event.date, ...actorNames].join(" "));
    }
    const fits =
      (!topics.length || event.topics.some((id) => topics.includes(id))) &&
      actors.every((id) => event.actors.includes(id)) &&
      sought.every((word) => event.text.includes(word));
    index.shown[i] = Number(fits);
  }
}
