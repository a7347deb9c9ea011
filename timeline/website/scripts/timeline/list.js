/** The list below a timeline: what of it shows, and what a click in it opens on a small screen. */

import { button, make } from "../dom.js";
import { digest } from "./digest.js";
import { gathered } from "./labels.js";
import { modified } from "./page.js";
import { LEAST } from "./state.js";

/** @import {Period} from "./calendar.js" */
/** @import {View} from "./view.js" */

/** Cards of a small screen, before the rest is counted between them. */
const CARDS = 30;

/**
 * Hides what the filters and, on lists, the period leave out. On a small screen the list is the timeline: what weighs
 * most has a card, and what lies between is counted.
 * @param {View} view
 * @param {Period} range
 * @param {number[]} seen
 */
export function drawList(view, range, seen) {
  const { entries, events, index, list, small } = view;
  const listing = view.listing();
  const inSight = listing || small.matches;
  const key = [view.version, inSight && range.from, inSight && range.to, small.matches, view.unfolded].join();
  if (key === view.listed) return;
  view.listed = key;
  const held = document.activeElement?.closest(".tv-gap");
  for (const old of list.querySelectorAll(".tv-gap")) if (old !== held) old.remove();
  const marks = inSight ? seen : [...index.shown.keys()].filter((i) => index.shown[i]);
  const order = [...new Map(marks.map((i) => [events[i].n, i])).values()].sort((a, b) => events[a].n - events[b].n);
  const whole = listing || !small.matches || view.unfolded === keyOf(range);
  const chapters = order.map((i) => (whole ? 0 : events[i].item.closest(".tl-chapter, .tv-list")));
  const { cards, gaps } = digest(
    order.map((i) => index.weight[i]),
    chapters,
    whole ? Infinity : CARDS,
  );
  const shown = new Set(cards.map((n) => events[order[n]].n));
  for (const { item, n } of entries) if (item.hidden === shown.has(n)) item.hidden = !shown.has(n);
  for (const gap of gaps)
    addGap(
      view,
      gap.map((n) => order[n]),
    );
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".tl-year, .tl-chapter"))) {
    part.hidden = !part.querySelector("li.tl-item:not([hidden]), .tv-gap");
  }
  held?.remove();
  list.toggleAttribute("data-vertical", !listing && small.matches);
}

/** @param {Period} range */
const keyOf = (range) => [range.from, range.to].join();

/**
 * A button for what lies between two cards: it zooms to that.
 * @param {View} view
 * @param {number[]} members
 */
function addGap(view, members) {
  const { at } = view.index;
  const first = view.events[members[0]];
  const click = () => {
    const times = members.map((i) => at[i]);
    const [from, to] = [Math.min(...times), Math.max(...times)];
    const air = Math.max((to - from) * 0.05, LEAST / 2);
    const now = view.range();
    view.change({ range: { from: from - air, to: to + air } });
    /* Where no zoom parts them all of them show. */
    if (to - from + 2 * air > (now.to - now.from) * 0.9) view.unfolded = keyOf(view.range());
    view.draw();
    const there = first.item.hidden ? first.item.previousElementSibling?.querySelector("button") : first.link;
    there?.focus({ preventScroll: true });
    there?.scrollIntoView({ block: "center" });
  };
  const gap = make("li.tv-gap", {}, button({ click }, gathered(view, members).replace(" events", " more events")));
  first.item.before(gap);
}

/**
 * A click on a title of the list: on a small screen it opens the sheet.
 * @param {View} view
 * @param {MouseEvent} e
 */
export function openFromList(view, e) {
  const link = /** @type {HTMLElement} */ (e.target).closest("a");
  const item = /** @type {HTMLElement | null | undefined} */ (link?.closest("li.tl-item"));
  if (!link || !item || !view.small.matches || view.listing() || modified(e)) return;
  e.preventDefault();
  view.change({ event: item.dataset.id });
  view.opener = link;
  view.ui.panel.focus({ preventScroll: true });
}
