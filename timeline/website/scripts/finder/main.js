/**
 * What the timeline's box asks: the index and the ranking of the site's search, without its interface.
 *
 * The words that were asked for, ids of the events that have them, and what is to be said if
 * other words were taken instead.
 * @typedef {{query: string, events: Set<string>, instead: string}} Answer
 */

import { finder } from "../search/index.js";

const root = new URL("..", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;

/** @type {any} */ (window).__events = finder(root).then((find) => (/** @type {string} */ query) => {
  const { groups, asked, mended } = find(query);
  const events = groups.flatMap(({ docs }) => docs.filter(({ kind }) => kind === "event"));
  const ids = new Set(events.map(({ location }) => location.split("/")[1]));
  return { query, events: ids, instead: mended ? `, for “${asked.join(" ")}”` : "" };
});
