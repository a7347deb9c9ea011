/** What exists already under nearly a name: as timeline/records/ids.py, with the measure of Python's difflib. */

import { SMALL_WORDS } from "../words.js";
import { caseless } from "./prose.js";

/**
 * The longest run of letters that stands in both, as early as possible: its starts, and its length.
 * @param {string[]} a
 * @param {Map<string, number[]>} places of each letter of the other text
 * @param {number[]} within
 */
function longest(a, places, [aFrom, aTo, bFrom, bTo]) {
  let best = [aFrom, bFrom, 0];
  let runs = /** @type {Map<number, number>} */ (new Map());
  for (let i = aFrom; i < aTo; i += 1) {
    const next = /** @type {Map<number, number>} */ (new Map());
    for (const j of places.get(a[i]) || []) {
      if (j < bFrom) continue;
      if (j >= bTo) break;
      const run = (runs.get(j - 1) || 0) + 1;
      next.set(j, run);
      if (run > best[2]) best = [i - run + 1, j - run + 1, run];
    }
    runs = next;
  }
  return best;
}

/**
 * How alike two texts are, from 0 to 1.
 * @param {string} one
 * @param {string} other
 */
export function ratio(one, other) {
  const a = [...one];
  const b = [...other];
  if (!a.length && !b.length) return 1;
  const places = /** @type {Map<string, number[]>} */ (new Map());
  for (const [at, letter] of b.entries()) places.set(letter, [...(places.get(letter) || []), at]);
  if (b.length >= 200) for (const [letter, at] of places) if (at.length > b.length / 100 + 1) places.delete(letter);
  const open = [[0, a.length, 0, b.length]];
  let same = 0;
  for (let part = open.pop(); part; part = open.pop()) {
    const [i, j, size] = longest(a, places, part);
    if (!size) continue;
    same += size;
    open.push([part[0], i, part[2], j], [i + size, part[1], j + size, part[3]]);
  }
  return (2 * same) / (a.length + b.length);
}

/** @param {string} id */
const parted = (id) => {
  const at = id.indexOf("-");
  return at < 0 ? [id, ""] : [id.slice(0, at), id.slice(at + 1)];
};

/** @param {string[]} words */
const inOrder = (words) => [...words].sort().join(" ");

/**
 * A known id of the same year that differs by little more than a slip, or nothing.
 * @param {string} id
 * @param {string[]} known
 */
export function nearId(id, known) {
  const [year, words] = parted(id);
  const rest = known.filter((other) => parted(other)[0] === year).map((other) => [parted(other)[1], other]);
  if (!words) return "";
  const turned = rest.find(([other]) => other && inOrder(words.split("-")) === inOrder(other.split("-")));
  if (turned) return turned[1];
  return closest(words, rest, 0.85);
}

/**
 * @param {string} text
 * @param {string[][]} known texts, each with what it stands for
 * @param {number} cutoff
 */
function closest(text, known, cutoff) {
  let best = /** @type {[string, number]} */ (["", cutoff]);
  for (const [other, whole] of known) {
    const measure = ratio(other, text);
    if (measure >= best[1] && (measure > best[1] || !best[0])) best = [whole, measure];
  }
  return best[0];
}

/** @param {string} text */
const telling = (text) =>
  (caseless(text).match(/[\p{L}\p{N}_]+/gu) || []).filter((word) => !SMALL_WORDS.includes(word));

/** @param {string[]} words */
const numbers = (words) => (words.join(" ").match(/[0-9]+/g) || []).join(" ");

/**
 * Whose text is nearly this one; other numbers make another text.
 * @param {string} text
 * @param {[string, string][]} known texts, each with whose it is
 */
export function nearText(text, known) {
  const mine = telling(text);
  const found = known.find(([other]) => {
    const theirs = telling(other);
    if (numbers(mine) !== numbers(theirs)) return false;
    const longer = Math.max(mine.join(" ").length, theirs.join(" ").length);
    const could = longer * 0.7 < Math.min(mine.join(" ").length, theirs.join(" ").length) + 1;
    return inOrder(mine) === inOrder(theirs) || (could && ratio(theirs.join(" "), mine.join(" ")) >= 0.85);
  });
  return found ? found[1] : "";
}
