/**
 * What the page holds for the timeline: the list of events, and the frame beside it.
 *
 * @typedef {{id: string, title: string, n: number}} Lane
 * @typedef {{title: string, from: number, to: number}} Era
 * @typedef {{title: string, points: [number, number][]}} Line
 * A series with the limits of its scale, and whether values grow downwards.
 * @typedef {{id: string, title: string, unit: string, least: number, most: number, down: boolean,
 *   lines?: Line[]}} Series without lines until they are asked for (told.js)
 * Ids of today by former ones, of each kind.
 * @typedef {Partial<Record<"events" | "actors" | "topics" | "series" | "places", Record<string, string>>>} Former
 * @typedef {{topics: Lane[], eras: Era[], series: Series[], former?: Former}} Frame
 */

import { split, textOf } from "../dom.js";

/** Pixels: the axis of years, the data lane, how near marks may stand without being gathered, half a labelled mark. */
export const AXIS = 22;
export const DATA = 110;
export const NEAR = 11;
export const PAD = 8;

/**
 * Pixels of what lies between the top of a lane and its labels, and of a row of those, for a mouse and for
 * a finger.
 */
export const FINE = { base: 21, row: 17 };
export const COARSE = { base: 26, row: 24 };

/** One event of the list. Date and summary are read when they are asked for. */
export class Entry {
  /**
   * @param {HTMLElement} item
   * @param {number} n where it stands in the list
   */
  constructor(item, n) {
    const { dataset } = item;
    this.n = n;
    this.item = item;
    this.data = dataset;
    this.link = /** @type {HTMLAnchorElement} */ (item.querySelector("a"));
    this.id = dataset.id || "";
    this.title = this.link.textContent || "";
    this.start = Number(dataset.start);
    this.end = Number(dataset.end);
    this.soft = dataset.soft || "";
    this.weight = ["", "minor", "major", "landmark"].indexOf(dataset.importance || "");
    this.topics = split(dataset.topics, " ");
    this.actors = /** @type {string[]} */ ([]); /* this and the next once they are asked for */
    this.figures = /** @type {string[]} */ ([]);
    this.lane = 0;
    this.width = 0; /* of its label, once measured */
    this.text = ""; /* what search looks through, once somebody searches */
  }

  get date() {
    return textOf(this.item, ".tl-item__date");
  }

  get summary() {
    return textOf(this.item, ".tl-item__summary");
  }
}

/**
 * The events of a list, in order of time.
 * @param {HTMLElement} list
 */
export function entries(list) {
  const items = /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("li.tl-item"));
  return Array.from(items, (item, n) => new Entry(item, n)).sort((a, b) => a.start - b.start);
}

/**
 * Events in their lanes: that of the first topic, or one for each topic that is asked for.
 * @param {Entry[]} all
 * @param {Lane[]} lanes
 * @param {string[]} topics
 * @returns {Entry[]} an event that stands in several lanes comes once for each
 */
export function inLanes(all, lanes, topics) {
  const places = new Map(lanes.map(({ id }, n) => [id, n]));
  return all.flatMap((entry) => {
    const asked = entry.topics.filter((id) => topics.includes(id));
    const wanted = asked.length ? asked : entry.topics.slice(0, 1);
    return wanted.map((id, n) => {
      const placed = n ? /** @type {Entry} */ (Object.create(entry)) : entry;
      placed.lane = places.get(id) ?? 0;
      return placed;
    });
  });
}

/**
 * Whether a click asks for a new tab or window: that stays the browser's.
 * @param {MouseEvent} e
 */
export const modified = (e) => e.ctrlKey || e.metaKey || e.shiftKey || e.altKey || e.button > 0;
