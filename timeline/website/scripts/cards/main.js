/**
 * Cards beside notes, words of the glossary and names: by pointer, by keyboard, and by a first tap; a second one
 * follows the link. A card stays while the pointer is on it or its link, or the focus on the link, and Escape puts it
 * away (WCAG 1.4.13). Tab goes on to the next link: what a card leads to, its link leads to as well. Without the
 * script each is a link, and the browser shows its title.
 */

import { parts } from "./card.js";

const LINKS = "a.tl-term, a.tl-named, a[role='doc-noteref']";
const SOON = 120;
const GONE = 260;

let card = /** @type {HTMLElement | null} */ (null);
let owner = /** @type {HTMLAnchorElement | null} */ (null);
let tapped = false;
let timer = 0;

/** @param {EventTarget | null} target */
const linkAt = (target) => /** @type {HTMLAnchorElement | null} */ (target instanceof Element && target.closest(LINKS));

/** @param {EventTarget | null} target */
const within = (target) => target instanceof Node && (owner?.contains(target) || card?.contains(target));

/** @param {HTMLAnchorElement} link */
function open(link) {
  clearTimeout(timer);
  if (owner === link) return;
  close();
  const content = parts(link);
  if (!content.length) return;
  owner = link;
  card = document.createElement("span");
  card.className = "tl-hovercard";
  card.id = "tl-hovercard";
  card.popover = "manual";
  card.append(...content);
  for (const inner of card.querySelectorAll("a")) inner.tabIndex = -1;
  link.after(card);
  link.setAttribute("aria-describedby", card.id);
  card.showPopover();
  place(card, link);
}

function close() {
  clearTimeout(timer);
  owner?.removeAttribute("aria-describedby");
  card?.remove();
  card = owner = null;
}

/**
 * Below the link, or above it where there is more room; never beyond the window's edges.
 * @param {HTMLElement} node
 * @param {HTMLElement} link
 */
function place(node, link) {
  const at = link.getClientRects()[0] || link.getBoundingClientRect();
  const { offsetWidth: wide, offsetHeight: high } = node;
  const { clientWidth, clientHeight } = document.documentElement;
  const above = at.bottom + high + 6 > clientHeight && at.top > clientHeight - at.bottom;
  node.style.left = `${Math.max(6, Math.min(at.left - 8, clientWidth - wide - 6)) + scrollX}px`;
  node.style.top = `${(above ? at.top - high - 3 : at.bottom + 3) + scrollY}px`;
}

/** @param {() => void} act @param {number} wait */
function later(act, wait) {
  clearTimeout(timer);
  timer = window.setTimeout(act, wait);
}

function listen() {
  addEventListener("pointerdown", ({ pointerType }) => (tapped = pointerType === "touch"), true);
  addEventListener("pointerover", ({ pointerType, target }) => {
    if (pointerType === "touch") return;
    const link = linkAt(target);
    if (within(target)) clearTimeout(timer);
    else if (link) later(() => open(link), SOON);
    else if (card && document.activeElement !== owner) later(close, GONE);
    else clearTimeout(timer);
  });
  addEventListener("focusin", ({ target }) => {
    const link = linkAt(target);
    if (link?.matches(":focus-visible") && !within(target)) open(link);
    else if (!within(target)) close();
  });
  addEventListener(
    "click",
    (event) => {
      const link = linkAt(event.target);
      if (tapped && link && link !== owner) {
        open(link);
        if (owner === link) {
          event.preventDefault();
          event.stopPropagation();
        }
      } else if (link || !within(event.target)) close();
    },
    true,
  );
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !card) return;
      event.stopPropagation();
      close();
    },
    true,
  );
}

/* Instant navigation runs this again on each page. */
if ("popover" in HTMLElement.prototype && !document.documentElement.dataset.cards) {
  document.documentElement.dataset.cards = "";
  listen();
}
