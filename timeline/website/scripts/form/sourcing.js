/** What is wrong with the sources of an event: the rules of timeline/checks/sources.py and quotes.py. */

import { part } from "../parts.js";
import { TEXTS } from "../words.js";
import { bounds, days } from "./dates.js";
import { caseless, cites, listedCite } from "./prose.js";

/** @import {Fault, Known, Trail} from "./data.js" */
/** @import {Cite} from "./prose.js" */

/** @param {any} source */
export function makerOf(source) {
  const { origin, publisher, author, URL: url } = source;
  const host = ((url || "").split("/")[2] || "").toLowerCase().replace(/^www\./, "");
  return (
    origin ||
    publisher ||
    source["container-title"] ||
    (author?.length ? author[0].replace(/^\{(.*)\}$/, "$1").normalize("NFC") : host)
  );
}

/**
 * Whether a citation describes its source, and does not only name it.
 * @param {any} one
 */
const describes = (one) => Object.keys(one).some((key) => !["key", "locator", "checked"].includes(key));

/** Finds the faults of one event's sources. */
export class Sourcing {
  /**
   * @param {any} values
   * @param {string} id
   * @param {Known} known
   */
  constructor(values, id, known) {
    this.values = values;
    this.id = id;
    this.known = known;
    this.found = /** @type {Fault[]} */ ([]);
  }

  /**
   * @param {Trail} trail
   * @param {string} code
   * @param {string} text
   * @param {boolean} [soft]
   */
  say(trail, code, text, soft = false) {
    this.found.push({ trail, code, text, soft });
  }

  sources() {
    const keys = new Set();
    const addresses = new Set();
    const described = this.values.citations.filter(describes).map((/** @type {any} */ one) => one.key);
    for (const [at, one] of this.values.citations.entries()) {
      const trail = ["citations", at];
      const twice = keys.has(one.key);
      if (twice) this.say([...trail, "key"], "duplicate-source", `"${one.key}" stands in this list already`);
      keys.add(one.key);
      if (!describes(one)) {
        const known = one.key in this.known.ids.sources || described.includes(one.key);
        if (!known) this.say([...trail, "key"], "unknown-source", `no source is known by "${one.key}": describe it`);
        continue;
      }
      if (!twice && one.key in this.known.ids.sources) {
        this.say([...trail, "key"], "duplicate-source", `"${one.key}" is the key of another source`);
      } else if (!twice && one.URL && (addresses.has(one.URL) || one.URL in this.known.addresses)) {
        const where = this.known.addresses[one.URL] || "this event";
        this.say([...trail, "URL"], "same-address", `${where} describes the same address`, true);
      }
      this.readAfterIssue(one, trail);
      addresses.add(one.URL);
    }
  }

  /**
   * No source was read before it was published, but for what publishers date ahead.
   * @param {any} one
   * @param {Trail} trail
   */
  readAfterIssue({ issued, accessed, type }, trail) {
    const [first] = bounds(issued || "");
    const [, last] = bounds(accessed || "");
    if (!first || !last || !(days(last, first) > (TEXTS.ahead[type] ?? 1))) return;
    this.say([...trail, "accessed"], "impossible-date", "that is before it was published: check the year", true);
  }

  /** @returns {[Trail, Cite][]} */
  cites() {
    const found = /** @type {[Trail, Cite][]} */ (cites(this.values.body).map((cite) => [["body"], cite]));
    const list = (/** @type {any} */ holder, /** @type {Trail} */ trail) => {
      for (const [at, text] of (holder.citations || []).entries()) {
        found.push([[...trail, "citations", at], listedCite(text)]);
      }
    };
    for (const name of ["figures", "disputes", "quotes"]) {
      for (const [at, one] of (this.values[name] || []).entries()) {
        list(one, [name, at]);
        for (const [number, each] of (one.positions || []).entries()) list(each, [name, at, "positions", number]);
      }
    }
    return found;
  }

  cited() {
    const own = this.values.citations.map((/** @type {any} */ one) => one.key);
    const used = new Set();
    for (const [trail, { key, locator }] of this.cites()) {
      used.add(key);
      if (!key) this.say(trail, "bad-citation", `"${locator}" is no citation`);
      else if (!own.includes(key)) this.say(trail, "unknown-citation", `no source here has the key "${key}"`);
    }
    for (const [at, key] of own.entries()) {
      if (!used.has(key))
        this.say(["citations", at, "key"], "unused-citation", `nothing cites this source (${key}) yet`);
    }
  }

  makers() {
    const known = this.values.citations.map((/** @type {any} */ one) =>
      describes(one) ? one : this.known.sources[one.key],
    );
    if (known.some((/** @type {any} */ one) => !one)) return;
    const makers = new Set(known.map((/** @type {any} */ one) => caseless(makerOf(one) || "")));
    if (makers.size > 1) return;
    const all =
      known.length > 1 ? `all sources come from one maker (${[...makers].join()})` : "one source is not enough";
    this.say(["citations"], "too-few-sources", `${all}: add one by somebody else, which does not copy the first`);
  }

  quotes() {
    const site = this.known.language;
    const short = (/** @type {string} */ tag) => tag.split("-")[0];
    const misfit = part("tongues") || (() => ""); /* the form loads it with the first quotation */
    const located = this.values.citations.filter((/** @type {any} */ one) => one.locator);
    const places = located.map((/** @type {any} */ one) => one.key);
    for (const [at, one] of (this.values.quotes || []).entries()) {
      const trail = ["quotes", at];
      const strange = misfit(one.text, one.language);
      if (strange) this.say([...trail, "language"], "quote-language", strange);
      if (!one.translation) {
        const foreign = short(one.language) !== short(site);
        if (foreign) this.say([...trail, "translation"], "quote-translation", "words in another language need one");
      } else if (misfit(one.translation, site)) {
        this.say([...trail, "translation"], "quote-translation", misfit(one.translation, site));
      }
      for (const [number, text] of one.citations.entries()) {
        const { key, locator } = listedCite(text);
        if (locator || one.unlocated || places.includes(key)) continue;
        this.say([...trail, "citations", number], "quote-place", "say where in the source these words stand");
      }
    }
  }
}
