/** The list below a timeline: what of it shows, and what a click in it opens on a small screen. */

import { plural } from "../dom.js";
import { modified } from "./page.js";

/** @import {Period} from "./calendar.js" */
/** @import {View} from "./view.js" */

/**
 * Hides what the filters and, on lists, the period leave out.
 * @param {View} view
 * @param {Period} range
 * @param {number} count
 */
export function drawList(view, range, count) {
  const { index, list, small } = view;
  const listing = view.listing();
  const inSight = listing || small.matches;
  const key = [view.version, inSight && range.from, inSight && range.to].join();
  if (key === view.listed) return;
  view.listed = key;
  for (const [i, { item }] of view.events.entries()) {
    const hidden = !index.shown[i] || (inSight && (index.end[i] <= range.from || index.start[i] >= range.to));
    if (item.hidden !== hidden) item.hidden = hidden;
  }
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".tl-year, .tl-chapter"))) {
    const left = part.querySelectorAll("li.tl-item:not([hidden])").length;
    const label = part.querySelector(".tl-chapter__count");
    part.hidden = !left;
    if (label) label.textContent = plural(left, "event");
  }
  list.toggleAttribute("data-folded", !listing && small.matches && count > 40);
}

/**
 * A click on a title of the list: on a small screen it opens the sheet, or a folded era.
 * @param {View} view
 * @param {MouseEvent} e
 */
export function openFromList(view, e) {
  const link = /** @type {HTMLElement} */ (e.target).closest("a");
  const item = /** @type {HTMLElement | null | undefined} */ (link?.closest("li.tl-item"));
  const chapter = link?.closest("[data-folded] h2");
  if (!link || view.listing() || modified(e) || !(item || chapter)) return;
  e.preventDefault();
  e.stopPropagation();
  if (item) {
    view.change({ event: item.dataset.id });
    view.opener = link;
    view.ui.panel.focus();
    return;
  }
  const era = view.eras.find((one) => one.title === link.textContent);
  if (era) view.change({ range: { from: era.from, to: era.to } });
  view.draw();
  chapter?.scrollIntoView();
}
