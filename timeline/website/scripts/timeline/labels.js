/** Labels and clusters: the only marks in the document, one of them a tab stop. */

import { button, make } from "../dom.js";
import { rangeWords } from "./calendar.js";
import { ROW, TOP } from "./page.js";
import { LEAST } from "./state.js";

/** @import {Cluster, Heap, Label} from "./layout.js" */
/** @import {View} from "./view.js" */

/**
 * How much room a label takes: the sum of its letters, each measured once, because whole texts take long.
 * @param {View} view
 * @param {number} i
 */
export function widthOf(view, i) {
  const { widths, letters } = view;
  if (widths[i]) return widths[i];
  const { title, weight } = view.events[i];
  const pen = view.ui.plot.getContext("2d");
  const font = (weight > 2 ? "600 " : "") + view.palette().font;
  let width = 7;
  for (const letter of title) width += letters[font + letter] ??= measured(pen, font, letter);
  return (widths[i] = Math.min(Math.ceil(width), 460));
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {string} font
 * @param {string} letter
 */
function measured(pen, font, letter) {
  pen.font = font;
  return pen.measureText(letter).width;
}

/**
 * @param {View} view
 * @param {Label[]} placed
 * @param {Heap} heap
 * @param {number} chosen
 * @param {boolean} inside whether the focus was in the lanes
 */
export function drawLabels(view, placed, heap, chosen, inside) {
  const { index, pool, places, tall } = view;
  const { links, query } = view.ui;
  const stays = /** @type {typeof pool} */ (new Map());
  for (const { index: i, x, row, width } of placed.sort((a, b) => a.index - b.index)) {
    const link = pool.get(i) || label(view, i);
    const y = places[index.lane[i]] * tall + TOP + row * ROW;
    link.style.cssText = `width:${width}px;transform:translate(${x.toFixed(1)}px,${y}px)`;
    link.toggleAttribute("data-chosen", i === chosen);
    stays.set(i, link);
  }
  const stop = stays.has(view.focused) ? view.focused : placed[0]?.index;
  for (const [i, link] of stays) link.tabIndex = i === stop ? 0 : -1;
  for (const group of heap.clusters.slice(0, 40)) {
    const key = `${group.members[0]}-${group.members.length}`;
    const open = pool.get(key) || cluster(view, group);
    const x = Math.max(0, Math.min((group.x + group.right) / 2 - 11, view.wide - 24));
    open.style.transform = `translate(${x.toFixed(1)}px,${places[group.lane] * tall + 1}px)`;
    stays.set(key, open);
  }
  for (const [key, node] of pool) if (!stays.has(key)) node.remove();
  let last = /** @type {Element | null} */ (null);
  for (const node of stays.values()) {
    if (node.parentNode !== links) last ? last.after(node) : links.prepend(node);
    last = node;
  }
  view.pool = stays;
  /* What had the focus may be gone. */
  if (inside && !links.contains(document.activeElement)) (stays.get(stop) || query).focus();
}

/**
 * @param {View} view
 * @param {number} i
 * @returns {HTMLElement}
 */
function label({ events, lanes }, i) {
  const { link, weight, date, title, lane, data } = events[i];
  const attributes = { href: link.href, target: link.target || null, "data-i": i, "data-weight": weight };
  const name = `${date}: ${title}. ${lanes[lane].title}${"disputed" in data ? ". Sources disagree" : ""}`;
  return make("a", { ...attributes, "aria-label": name }, title);
}

/**
 * @param {View} view
 * @param {Cluster} group
 * @returns {HTMLElement}
 */
function cluster(view, { members, lane }) {
  const { start, end } = view.index;
  const { n, title } = view.lanes[lane];
  const period = rangeWords({ from: start[members[0]], to: end[members[members.length - 1]] });
  const name = `${members.length} events, ${period}, ${title}: zoom in`;
  const attributes = { tabindex: -1, "data-topic": n, click: () => enter(view, members), "aria-label": name };
  return button(attributes, String(members.length));
}

/**
 * Opens a cluster: zooms to what it gathers, or opens its first event where no zoom parts them.
 * @param {View} view
 * @param {number[]} members
 */
function enter(view, members) {
  const { at } = view.index;
  const [from, to] = [at[members[0]], at[members[members.length - 1]]];
  const air = Math.max((to - from) * 0.15, LEAST / 2);
  const range = view.range();
  const parts = range.to - range.from > LEAST * 1.01;
  view.change(parts ? { range: { from: from - air, to: to + air } } : { event: view.events[members[0]].id });
  view.focus(members[0]);
}
