/** What is wrong with an event beside the others: the rules of timeline/checks that a new event can break. */

import { TEXTS } from "../words.js";
import { before, bounds, firstDay } from "./dates.js";
import { addressFault } from "./addresses.js";
import { ratio } from "./alike.js";
import { resolved, strangeReference } from "./characters.js";
import { matching } from "./matching.js";
import {
  bareAddresses,
  bareKeys,
  citesSomething,
  countWords,
  image,
  lookalike,
  markup,
  paragraphs,
  targets,
  unmarked,
} from "./prose.js";
import { Sourcing } from "./sourcing.js";

/** @import {Known, Trail} from "./data.js" */

const TAG = new RegExp(...TEXTS.tag);
const DEFINITION = new RegExp(...TEXTS.definition);
const DATED = new RegExp(...TEXTS.dated);
const MARKUP = new RegExp(...TEXTS.markup);
const REFERENCE = new RegExp(...TEXTS.reference);
const TABLES = /** @type {Record<string, string>} */ ({
  event: "events",
  era: "eras",
  actor: "actors",
  place: "places",
  topic: "topics",
  source: "sources",
  term: "terms",
});

/** Finds the faults of one event. */
export class Across extends Sourcing {
  /**
   * @param {any} values
   * @param {string} id
   * @param {Known} known
   */
  constructor(values, id, known) {
    super(values, id, known);
    this.references();
    this.title();
    this.text();
    this.plain(values, []);
    this.units();
    this.sources();
    this.cited();
    this.makers();
    this.quotes();
  }

  /**
   * @param {string} table
   * @param {string} id
   */
  exists(table, id) {
    const own = table === "events" && id === this.id;
    const cited = table === "sources" && (this.values.citations || []).some((/** @type {any} */ one) => one.key === id);
    return own || cited || id in (this.known.ids[table] || {});
  }

  references() {
    for (const table of ["topics", "places", "actors"]) {
      const ids = /** @type {string[]} */ (this.values[table] || []);
      for (const [at, id] of ids.entries()) {
        if (ids.indexOf(id) < at) this.say([table, at], "named-twice", `"${id}" stands twice`);
        const one = table.slice(0, -1);
        if (!this.exists(table, id)) this.say([table, at], `unknown-${one}`, this.unknown(one, table, id));
      }
    }
    for (const [kind, ids] of Object.entries(this.values.links || {})) {
      for (const [at, id] of ids.entries()) this.link(kind, ids, at, id);
    }
  }

  /**
   * @param {string} one
   * @param {string} table
   * @param {string} name
   */
  unknown(one, table, name) {
    const choices = Object.entries(this.known.ids[table]).map(([value, own]) => {
      return { value, name: own, spellings: this.known.spellings[table]?.[value] || [] };
    });
    const [near] = name ? matching(choices, name) : [];
    return `this timeline has no ${one} “${name}”${near ? `: is it ${near.name}? Choose it from the list` : ""}`;
  }

  /**
   * @param {string} kind
   * @param {string[]} ids
   * @param {number} at
   * @param {string} id
   */
  link(kind, ids, at, id) {
    const trail = ["links", kind, at];
    if (!this.exists("events", id)) this.say(trail, "unknown-event", this.unknown("event", "events", id));
    if (id === this.id) this.say(trail, "self-link", "this is the event itself");
    else if (ids.indexOf(id) < at) this.say(trail, "duplicate-link", `"${id}" stands twice`);
    else if (kind === "led_to" && this.isOver(this.known.dates[id], this.values.date)) {
      this.say(trail, "link-order", "that was over before this began: this cannot have led to it");
    } else if (kind === "follows" && this.isOver(this.values.date, this.known.dates[id])) {
      this.say(trail, "link-order", "that began when this was over: this does not come after it");
    }
  }

  /**
   * @param {string | undefined} one
   * @param {string | undefined} other
   */
  isOver(one, other) {
    const [, last] = bounds(one || "");
    const [first] = bounds(other || "");
    return Boolean(last && first && before(last, first));
  }

  title() {
    const day = firstDay(this.values.date);
    const eras = Object.values(this.known.eras).map(bounds);
    const starts = eras.flatMap(([start]) => (start ? [start] : []));
    const ends = eras.flatMap(([, end]) => (end ? [end] : []));
    const inside = starts.some((start) => !before(day, start)) && ends.some((end) => !before(end, day));
    if (eras.length && day.length && !inside)
      this.say(["date"], "outside-eras", "no era of this timeline has this date");
    const title = lookalike(this.values.title);
    const same = Object.entries(this.known.ids.events).find(
      ([id, other]) => id !== this.id && lookalike(other) === title,
    );
    if (same)
      this.say(["title"], "duplicate-title", `the event ${same[0]} has the same title: say what sets them apart`);
  }

  text() {
    const { body } = this.values;
    if (markup(body)) this.say(["body"], "html-in-text", `${markup(body)} is HTML: write *italic*, **bold** instead`);
    if (image(body)) this.say(["body"], "image-in-text", "texts have no pictures: link to it without the !");
    if (strangeReference(body))
      this.say(["body"], "hidden-character", `${strangeReference(body)} cannot be seen: remove it`);
    if (DEFINITION.test(body)) this.say(["body"], "bad-link", "write the address of a link behind it: [text](address)");
    for (const target of new Set(targets(body))) this.target(target);
    this.slips(body);
    const words = countWords(body);
    const [least, most] = TEXTS.words;
    if (words < least || words > most)
      this.say(["body"], "body-length", `${words} words; 80 to ${most} are best`, true);
    for (const [at, text] of paragraphs(body).entries()) {
      if (!citesSomething(text))
        this.say(["body"], "uncited-paragraph", `paragraph ${at + 1} names no source: cite one`);
    }
  }

  /** @param {string} target */
  target(target) {
    const found = REFERENCE.exec(target)?.groups;
    if (found) {
      if (this.exists(TABLES[found.kind], found.id)) return;
      this.say(["body"], `unknown-${found.kind}`, `no ${found.kind} has the id "${found.id}"`);
    } else if (/^https?:\/\//.test(target)) {
      const fault = addressFault(resolved(target));
      if (fault) this.say(["body"], "bad-address", `${target}: ${fault}`);
    } else
      this.say(["body"], "bad-link", `"${target}" leads nowhere: write https://…, or event: and the id of an event`);
  }

  /**
   * Brackets that lack their mark of a citation, and addresses that are no links.
   * @param {string} body
   */
  slips(body) {
    for (const [group, keys] of unmarked(body)) {
      if (keys.every((key) => this.isKey(key)))
        this.say(["body"], "citation-without-at", `${group} cites nothing: write [@…]`);
    }
    for (const key of bareKeys(body)) {
      if (this.exists("sources", key)) this.say(["body"], "citation-without-at", `@${key} needs brackets: [@${key}]`);
    }
    for (const address of bareAddresses(body)) {
      this.say(["body"], "bare-address", `${address} is no link: write [words](${address}), or make it a source`);
    }
  }

  /** @param {string} key */
  isKey(key) {
    if (this.exists("sources", key)) return true;
    if (!key.includes("-")) return false;
    const all = Object.keys(this.known.sources);
    const own = (this.values.citations || []).map((/** @type {any} */ one) => one.key || "");
    return DATED.test(key) || [...all, ...own].some((other) => ratio(other, key) >= 0.6);
  }

  /**
   * @param {any} value
   * @param {Trail} trail
   */
  plain(value, trail) {
    if (typeof value === "object") {
      if (!Object.keys(value).length && trail.length) this.say(trail, "empty-value", "this is empty: leave it out");
      for (const [key, part] of Object.entries(value)) this.plain(part, [...trail, Array.isArray(value) ? +key : key]);
      return;
    }
    const waits = value.split(/\s+/).includes(TEXTS.pending);
    if (waits) this.say(trail, "unfinished-text", "this is still to be written");
    const tag = trail.join() === "body" ? null : TAG.exec(value);
    if (tag) this.say(trail, "html-in-text", `${tag[0]} is HTML: leave it out`);
    const silent = trail.join() === "body" || trail.some((part) => TEXTS.noText.includes(String(part)));
    for (const key of silent ? [] : bareKeys(value).filter((one) => this.exists("sources", one)))
      this.say(trail, "markup-in-plain-text", `@${key} would show as it stands: cite in the text of the page`, true);
    const marks = silent ? null : MARKUP.exec(value);
    if (marks)
      this.say(trail, "markup-in-plain-text", `${marks[0]} would show as it stands: leave the marks out`, true);
  }

  units() {
    const units = /** @type {Map<string, string>} */ (new Map());
    for (const [at, { group, unit }] of (this.values.figures || []).entries()) {
      if (!group) continue;
      if (!units.has(group)) units.set(group, unit);
      if (units.get(group) === unit) continue;
      this.say(["figures", at, "unit"], "mixed-units", `the group "${group}" has ${units.get(group)} and ${unit}`);
    }
  }
}
