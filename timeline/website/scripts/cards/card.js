/** What a card says: the source behind a note's number, the meaning of a word, who or what a name stands for. */

/**
 * @param {string} tag
 * @param {string} className
 * @param {(Node | string)[]} children
 */
function make(tag, className, ...children) {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...children);
  return node;
}

/**
 * The parts of the card of a link, or nothing where there is nothing to say. A `title` becomes part of the card, so
 * that the browser does not show it a second time.
 * @param {HTMLAnchorElement} link
 * @returns {(Node | string)[]}
 */
export function parts(link) {
  if (link.title) link.dataset.about = link.title;
  link.removeAttribute("title");
  const about = link.dataset.about || "";
  if (link.getAttribute("role") === "doc-noteref") return source(link, about);
  if (!about) return [];
  const name = link.textContent || "";
  const more = make("a", "tl-hovercard__more", "More");
  more.setAttribute("href", link.href);
  more.setAttribute("aria-label", `More about ${name}`);
  return [make("b", "", name), " ", about, " ", more];
}

/**
 * @param {HTMLAnchorElement} link
 * @param {string} place where in the source
 */
function source(link, place) {
  const entry = document.getElementById(link.hash.slice(1));
  const copies = [...(entry?.querySelectorAll(".tl-ref, .tl-ref__meta") || [])].map((node) => node.cloneNode(true));
  return copies.length && place ? [copies[0], make("span", "tl-hovercard__place", place), ...copies.slice(1)] : copies;
}
