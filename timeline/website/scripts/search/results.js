/** Results as one sees them: by kind, with dates, and with the words by which they were found. */

import { button, make } from "../dom.js";
import { fold } from "../find.js";

/** @import {Doc, Found, Group} from "./finder.js" */

/** So many of a kind show before one asks for the rest. */
const FEW = 4;

/** Words of a text beside those that were looked for. */
const BEFORE = 8;
const AFTER = 18;

const PARTS = /([\p{L}\p{N}'’ʼ]+)/u;

/**
 * @param {Found} found
 * @param {string} root where the site lies
 * @returns {Node[]}
 */
export const shown = ({ groups, asked }, root) => groups.map((group) => section(group, asked, root));

/**
 * @param {Group} group
 * @param {string[]} asked
 * @param {string} root
 */
function section({ title, docs }, asked, root) {
  const items = (/** @type {Doc[]} */ some) => some.map((doc) => make("li", {}, result(doc, asked, root)));
  const list = make("ol", {}, ...items(docs.slice(0, FEW)));
  const rest = docs.slice(FEW);
  const unfold = () => {
    list.append(...items(rest));
    more.remove();
    list.children[FEW].querySelector("a")?.focus();
  };
  const more = button({ class: "tl-found__more", click: unfold }, `${rest.length} more`);
  return make(
    "div.tl-found",
    { role: "group", "aria-label": title },
    make("h2", {}, title),
    list,
    ...(rest.length ? [more] : []),
  );
}

/**
 * @param {Doc} doc
 * @param {string[]} asked
 * @param {string} root
 */
function result({ location, title, date, names, text }, asked, root) {
  return make(
    "a.md-search-result__link",
    { href: root + location },
    ...(date ? [make("small", {}, date)] : []),
    make("b", {}, ...marked(title, asked)),
    make("span", {}, ...why(title, names || "", text, asked)),
  );
}

/**
 * Why a page is here: by another name of it, by words in its text, or by its title alone.
 * @param {string} title
 * @param {string} names
 * @param {string} text
 * @param {string[]} asked
 */
function why(title, names, text, asked) {
  const missing = asked.filter((word) => !fold(title).includes(word));
  const also = names.split(" · ").filter((name) => missing.some((word) => fold(name).includes(word)));
  if (also.length) return ["Also written ", ...marked(also.slice(0, 2).join(", "), asked)];
  const wanted = missing.length ? missing : asked;
  const lines = text.split("\n");
  const about = lines.filter((line) => line.includes(" · ")); /* all names of one that it tells of */
  const words = lines.filter((line) => !about.includes(line)).flatMap((line) => line.split(/\s+/));
  const at = words.findIndex((word) => wanted.some((one) => fold(word).includes(one)));
  const [name, other] = at < 0 ? named(about, wanted) : [];
  if (name) return [...marked(name, asked), ...(other ? [", also written ", ...marked(other, asked)] : [])];
  const from = Math.max(0, at - BEFORE);
  const part = words.slice(from, from + BEFORE + AFTER).join(" ");
  return marked(`${from ? "… " : ""}${part}${from + BEFORE + AFTER < words.length ? " …" : ""}`, asked);
}

/**
 * Whom a page is about that has a name with one of these words, and that name, if it is another than the usual one.
 * @param {string[]} lines all names of one, a line each
 * @param {string[]} wanted
 */
function named(lines, wanted) {
  for (const [first, ...rest] of lines.map((line) => line.split(" · "))) {
    const found = [first, ...rest].find((name) => wanted.some((word) => fold(name).includes(word)));
    if (found) return found === first ? [first] : [first, found];
  }
  return [];
}

/**
 * A text in which the words that were looked for are marked, however they are spelt.
 * @param {string} text
 * @param {string[]} asked
 * @returns {(Node | string)[]}
 */
const marked = (text, asked) =>
  text
    .split(PARTS)
    .map((part, n) => (n % 2 && asked.some((word) => fold(part).includes(word)) ? make("mark", {}, part) : part));
