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
  const more = button({ class: "tl-found__more", click: () => unfold() }, `${rest.length} more`);
  const unfold = () => {
    const added = items(rest);
    list.append(...added);
    more.remove();
    added[0].querySelector("a").focus();
  };
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
  const words = text.split(/\s+/);
  const at = words.findIndex((word) => (missing.length ? missing : asked).some((one) => fold(word).includes(one)));
  const from = Math.max(0, at - BEFORE);
  const part = words.slice(from, from + BEFORE + AFTER).join(" ");
  return marked(`${from ? "… " : ""}${part}${from + BEFORE + AFTER < words.length ? " …" : ""}`, asked);
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
