/**
 * The state of a view, and how a URL's query holds it. Names are an API: once published they hold. `from` and `to` are
 * ISO dates of any precision, both included; `topics` (any of them) and `actors` (all of them) are ids with commas
 * between; `find` holds words; `event` is the id of the open one; `view` is list or nothing; `data` is the id of the
 * series below.
 *
 * @typedef {{range: Period | null, topics: string[], actors: string[], query: string, event: string, view: string,
 *   data: string}} State
 */

import { isoDate, parseDate } from "./calendar.js";

/** @import {Period} from "./calendar.js" */
/** @import {Former} from "./page.js" */

/** The shortest period that a view shows, in years. */
export const LEAST = 7 / 365;

/**
 * A range moved and shrunk until it lies within bounds, no shorter than a view can show; null for the whole.
 * @param {Period} range
 * @param {Period} bounds
 */
export function clamp(range, bounds) {
  const span = Math.max(range.to - range.from, LEAST);
  const from = Math.min(Math.max((range.from + range.to - span) / 2, bounds.from), bounds.to - span);
  return span > bounds.to - bounds.from - 1e-3 ? null : { from, to: from + span };
}

/**
 * A range zoomed about an instant that keeps its place.
 * @param {Period} range
 * @param {number} factor above 1 zooms in
 * @param {number} at
 */
export const zoom = (range, factor, at) => ({
  from: at - (at - range.from) / factor,
  to: at + (range.to - at) / factor,
});

/**
 * @param {string} search
 * @param {Period} bounds
 * @returns {State} what could be read; what is wrong is left out
 */
export function decode(search, bounds) {
  const query = new URLSearchParams(search);
  const text = (/** @type {string} */ name) => query.get(name) || "";
  const list = (/** @type {string} */ name) => text(name).split(",").filter(Boolean).slice(0, 50);
  const from = Math.max(parseDate(text("from"), false) ?? -Infinity, bounds.from);
  const to = Math.min(parseDate(text("to"), true) ?? Infinity, bounds.to);
  return {
    range: to > from ? clamp({ from, to }, bounds) : null,
    topics: list("topics"),
    actors: list("actors"),
    query: text("find").slice(0, 100),
    event: text("event"),
    view: text("view") === "list" ? "list" : "",
    data: text("data"),
  };
}

/**
 * The id of today for one that an address holds.
 * @param {Record<string, string> | undefined} former
 * @param {string} id
 */
export const now = (former, id) => (former && Object.hasOwn(former, id) ? former[id] : id);

/**
 * A state with ids of today in the place of former ones: addresses that somebody wrote down lead on.
 * @param {State} state
 * @param {Former} former
 * @returns {State}
 */
export function renewed(state, former) {
  return {
    ...state,
    topics: [...new Set(state.topics.map((id) => now(former.topics, id)))],
    actors: [...new Set(state.actors.map((id) => now(former.actors, id)))],
    event: now(former.events, state.event),
    data: now(former.series, state.data),
  };
}

/**
 * The query of a state, with the parameters of others kept.
 * @param {State} state
 * @param {string} search
 */
export function encode(state, search) {
  const query = new URLSearchParams(search);
  const { range } = state;
  const values = {
    from: range && isoDate(range.from + 1e-6),
    to: range && isoDate(range.to - 1e-6),
    topics: state.topics.join(),
    actors: state.actors.join(),
    find: state.query,
    event: state.event,
    view: state.view,
    data: state.data,
  };
  for (const [name, value] of Object.entries(values)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString().replace(/%2C/g, ",");
  return text ? `?${text}` : "";
}
