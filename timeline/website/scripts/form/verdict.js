/** The verdict on an event, which is the check's: what it says by itself, and beside the other records. */

import { Across } from "./across.js";
import { trim } from "./prose.js";
import { Shape } from "./shape.js";

/** @import {Fault, Field, Known} from "./data.js" */
/** @typedef {{fields: Field[], patterns: Record<string, string>, known: Known}} Rules */

/**
 * @param {any} values
 * @param {Rules} rules
 */
function shapeOf(values, { fields, patterns }) {
  const compiled = Object.entries(patterns).map(([name, pattern]) => [name, new RegExp(pattern)]);
  const shape = new Shape(Object.fromEntries(compiled));
  shape.record(fields, values, []);
  return shape.found;
}

/**
 * Values as records hold them: without blanks at the ends of texts.
 * @param {any} value
 * @returns {any}
 */
function trimmed(value) {
  if (typeof value === "string") return trim(value);
  if (Array.isArray(value)) return value.map(trimmed);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, trimmed(part)]));
}

/**
 * Every fault of an event. The check looks at an event beside others only when it is right by itself, and so does this.
 * @param {any} values
 * @param {string} id
 * @param {Rules} rules
 * @returns {Fault[]}
 */
export function verdict(values, id, rules) {
  const found = shapeOf(values, rules);
  return found.length ? found : new Across(trimmed(values), id, rules.known).found;
}

/**
 * The same while an event grows: what is right so far is looked at beside the others, too.
 * @param {any} values
 * @param {string} id
 * @param {Rules} rules
 * @returns {Fault[]}
 */
export function growing(values, id, rules) {
  const found = shapeOf(values, rules);
  if (!found.length) return new Across(trimmed(values), id, rules.known).found;
  const { kept, places } = sound(values, found);
  const beside = new Across({ title: "", date: "", body: "", citations: [], ...trimmed(kept) }, id, rules.known).found;
  const empty = (/** @type {Fault} */ { trail: [key] }) => (key === "body" || key === "citations") && !kept[key];
  const told = beside.filter((fault) => !empty(fault)).map((fault) => ({ ...fault, trail: back(fault.trail, places) }));
  return [...found, ...told];
}

/**
 * The parts of an event that have no fault, and the numbers that they had in their lists.
 * @param {any} values
 * @param {Fault[]} faults
 */
function sound(values, faults) {
  const places = /** @type {Record<string, number[]>} */ ({});
  const kept = /** @type {Record<string, any>} */ ({});
  for (const [key, value] of Object.entries(values)) {
    const own = faults.filter(({ trail }) => trail[0] === key);
    if (!own.length) kept[key] = value;
    else if (Array.isArray(value)) {
      const isWrong = (/** @type {number} */ at) => own.some(({ trail }) => trail[1] === at);
      places[key] = [...value.keys()].filter((at) => (key === "citations" ? value[at]?.key : !isWrong(at)));
      kept[key] = places[key].map((at) => value[at]);
    }
  }
  return { kept, places };
}

/**
 * @param {(string | number)[]} trail
 * @param {Record<string, number[]>} places
 */
function back(trail, places) {
  const [key, at, ...rest] = trail;
  return typeof at === "number" && places[key] ? [key, places[key][at], ...rest] : trail;
}
