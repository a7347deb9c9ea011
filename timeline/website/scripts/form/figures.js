/** Figures and disputes of an event as its page shows them. */

import { make } from "../dom.js";
import { dateWords } from "./dates.js";
import { apostrophes } from "./texts.js";

/** @import {Notes} from "./texts.js" */

/** @param {string} text */
function number(text) {
  const [whole, ...parts] = text.split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, "\u202f").replace("-", "−"), ...parts.slice(0, 1)].join(".");
}

/** @param {any} figure */
function quantity({ value, low, high }) {
  if (value) return number(value);
  if (!low) return `up to ${number(high || "0")}`;
  return high ? `${number(low)}${low.startsWith("-") ? " to " : "–"}${number(high)}` : `at least ${number(low)}`;
}

/** @param {any} figure */
const amount = (figure) =>
  figure.unit === "%" ? `${quantity(figure)}\u202f%` : `${quantity(figure)} ${apostrophes(figure.unit || "")}`;

/**
 * Those of one group under its name; those that stand alone come last.
 * @param {any[]} figures
 * @param {any} event
 * @param {Notes} notes
 */
export function figureList(figures, event, notes) {
  const grouped = /** @type {Map<string, any[]>} */ (new Map());
  for (const one of figures) {
    const alone = !one.group || figures.filter((other) => other.group === one.group).length < 2;
    const name = alone ? "" : one.group;
    grouped.set(name, [...(grouped.get(name) || []), one]);
  }
  const groups = [...grouped].sort(([a], [b]) => Number(a === "") - Number(b === ""));
  return groups.map(([name, members]) => {
    const rows = members.map((one) => row(one, name, event, notes));
    const title = name ? [make("p", { class: "tl-preview__group" }, apostrophes(name))] : [];
    return make("div", {}, ...title, make("dl", { class: "tl-figures" }, ...rows));
  });
}

/**
 * @param {any} one
 * @param {string} group
 * @param {any} event
 * @param {Notes} notes
 */
function row(one, group, event, notes) {
  const date = !group && one.date && one.date !== event.date ? `, ${dateWords(one.date) || one.date}` : "";
  const said = [
    apostrophes(one.measured_by || "") + date,
    ...(one.citations ? [" ", notes.group(one.citations)] : []),
    ...(one.note ? [(group ? " " : ". ") + apostrophes(one.note)] : []),
  ];
  const base = one.base ? [" ", make("span", { class: "tl-base" }, apostrophes(one.base))] : [];
  const value = [make("b", {}, amount(one)), ...(group ? [] : base), " "];
  return make(
    "div",
    {},
    make("dt", {}, apostrophes(one.label || ""), ...(group ? base : [])),
    " ",
    make("dd", {}, ...value, make("span", { class: "tl-note" }, ...said)),
  );
}

/**
 * @param {any} dispute
 * @param {Notes} notes
 */
export function disputeNode(dispute, notes) {
  const positions = (dispute.positions || []).map((/** @type {any} */ one) => {
    const cites = one.citations ? [notes.group(one.citations)] : [];
    return make(
      "li",
      {},
      make("p", { class: "tl-claim" }, apostrophes(one.claim || "")),
      make("p", { class: "tl-holder" }, apostrophes(one.held_by || ""), " ", ...cites),
    );
  });
  return make(
    "div",
    { class: "tl-dispute" },
    make("h4", {}, apostrophes(dispute.question || "")),
    make("ul", {}, ...positions),
    dispute.note ? make("p", { class: "tl-note" }, apostrophes(dispute.note)) : "",
  );
}
