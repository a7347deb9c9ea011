/** What the form says beyond the check: what exists already, or nearly so. */

import { TEXTS } from "../words.js";
import { nearId, nearText } from "./alike.js";
import { before, bounds } from "./dates.js";
import { Library } from "./library.js";

/** @import {Fault, Known} from "./data.js" */

/**
 * @param {any} values
 * @param {string} id
 * @param {Known} known
 * @param {string} pattern
 * @returns {Fault[]}
 */
export function advice(values, id, known, pattern) {
  const found = /** @type {Fault[]} */ ([]);
  const say = (
    /** @type {Fault["trail"]} */ trail,
    /** @type {string} */ code,
    /** @type {string} */ text,
    soft = true,
  ) => found.push({ trail, code, text, soft });
  const { events } = known.ids;
  const taken = [...Object.keys(events), ...Object.keys(known.former)];
  if (!id) say(["id"], "missing-id", "this is needed: the title has no Latin letters that it could be made of", false);
  else if (!new RegExp(pattern).test(id))
    say(["id"], "bad-id", "small Latin letters, digits and single hyphens", false);
  else if (id in events) say(["id"], "taken-id", `an event has this name already: “${events[id]}”`, false);
  else if (id in known.former) say(["id"], "taken-id", `an event had this name before: ${known.former[id]}`, false);
  else {
    const near = nearId(id, taken);
    if (near)
      say(
        ["id"],
        "near-id",
        `nearly the name of “${events[near] || events[known.former[near]]}”: is it the same event?`,
      );
  }
  const titles = Object.entries(events).map(([other, title]) => /** @type {[string, string]} */ ([title, other]));
  const same = values.title ? nearText(values.title, titles) : "";
  if (same) say(["title"], "near-title", `nearly the title of “${events[same]}”: is it the same event?`);
  if (ahead(values.date, 1)) say(["date"], "impossible-date", "that has not happened yet: check the year");
  const library = new Library(known);
  for (const [at, one] of (values.citations || []).entries()) {
    if (ahead(one.issued, TEXTS.ahead[one.type] ?? 1))
      say(["citations", at, "issued"], "impossible-date", "that is not published yet: check the year");
    if (ahead(one.accessed, 1))
      say(["citations", at, "accessed"], "impossible-date", "nobody has read it yet: check the year");
    const told = one.URL && library.same({ URL: one.URL }); /* by its address, which says more */
    if (one.key in known.ids.sources || !one.title || told) continue;
    const near = library.near(one.title, one.key);
    if (near) say(["citations", at], "near-source", `nearly the title of one that this timeline has: ${near}`);
  }
  return found;
}

/**
 * Whether a date lies more than some days ahead of today.
 * @param {string | undefined} date
 * @param {number} days
 */
function ahead(date, days) {
  const [first] = bounds(date || "");
  const last = new Date(Date.now() + days * 86400000);
  return Boolean(first && before([last.getUTCFullYear(), last.getUTCMonth() + 1, last.getUTCDate()], first));
}
