/**
 * The search of the site. It comes when somebody opens it, and the index with it: as a script, so that both work from a
 * disk too.
 */

import { finder } from "./index.js";
import { shown } from "./results.js";

/** @import {Finder} from "./finder.js" */

const root = new URL("..", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
const box = /** @type {HTMLElement} */ (document.querySelector("[data-search]"));
const toggle = /** @type {HTMLInputElement} */ (document.getElementById("__search"));
const query = /** @type {HTMLInputElement} */ (box.querySelector("input"));
const said = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
const list = /** @type {HTMLElement} */ (box.querySelector("[data-found]"));

let ask = /** @type {Finder | null} */ (null);

function answer() {
  if (!ask) return;
  const found = ask(query.value);
  list.replaceChildren(...shown(found, root));
  said.textContent = query.value.trim() ? words(found) : "Type to search";
}

/** @param {import("./finder.js").Found} found */
function words({ count, asked, mended }) {
  if (!count) return "No page found";
  return `${count === 1 ? "1 page" : `${count} pages`} found${mended ? `, for “${asked.join(" ")}”` : ""}`;
}

/** @param {KeyboardEvent} event */
function key(event) {
  const links = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("a,button")]);
  const at = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (!step || (at < 0 && step < 0)) return;
  event.preventDefault();
  (links[at + step] || (step < 0 ? query : links[at])).focus();
}

query.addEventListener("input", answer);
box.addEventListener("keydown", key);
box.addEventListener("focusout", (event) => {
  /* what has the focus then would lie behind the results */
  const to = /** @type {Element | null} */ (event.relatedTarget);
  if (to?.closest("[data-search]") === null) toggle.checked = false;
});
box.addEventListener("submit", (event) => {
  event.preventDefault();
  /** @type {HTMLElement | null} */ (list.querySelector("a"))?.click();
});
box.addEventListener("reset", () => setTimeout(answer));
list.addEventListener("click", (event) => {
  if (/** @type {Element} */ (event.target).closest("a")) toggle.click();
});

said.textContent = "The index is on its way";
finder(root).then(
  (found) => {
    ask = found;
    answer();
  },
  () => (said.textContent = "The index has not arrived"),
);
