/**
 * What the page holds for the timeline: the list of events, and the names beside it.
 *
 * @typedef {{id: string, title: string, n: number}} Lane
 * @typedef {{title: string, from: number, to: number}} Era
 * @typedef {{title: string, points: [number, number][]}} Line
 * A series with the limits of its scale, and whether values grow downwards.
 * @typedef {{id: string, title: string, unit: string, least: number, most: number, down: boolean,
 *   lines: Line[]}} Series
 * @typedef {{topics: Lane[], eras: Era[], series: Series[], actors: Record<string, string>}} Names
 */

import { split, textOf } from "../dom.js";

/** Pixels: a lane above its labels, a row of them, the axis, the data lane, how near marks gather. */
export const TOP = 18;
export const ROW = 15;
export const AXIS = 26;
export const DATA = 110;
export const NEAR = 11;

/** One event of the list. Date and summary are read when they are asked for. */
export class Entry {
  /** @param {HTMLElement} item */
  constructor(item) {
    const { dataset } = item;
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
    this.actors = split(dataset.actors, " ");
    this.colour = Number(dataset.topic);
    this.lane = 0;
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
  return Array.from(items, (item) => new Entry(item)).sort((a, b) => a.start - b.start);
}

/**
 * Whether a click asks for a new tab or window: that stays the browser's.
 * @param {MouseEvent} e
 */
export const modified = (e) => e.ctrlKey || e.metaKey || e.shiftKey || e.altKey || e.button > 0;
