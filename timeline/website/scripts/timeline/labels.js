/** Labels and clusters: the only marks in the document, one of them a tab stop. */

import { button, make } from "../dom.js";
import { rangeWords } from "./calendar.js";
import { half } from "./clusters.js";
import { LEAST } from "./state.js";

/** @import {Cluster, Layout} from "./layout.js" */
/** @import {View} from "./view.js" */

/**
 * How much room the words of a label take: the sum of its letters, each measured once, because whole texts take long.
 * @param {View} view
 * @param {number} i
 */
export function widthOf(view, i) {
  const { letters } = view;
  const event = view.events[i];
  if (event.width) return event.width;
  const pen = view.ui.plot.getContext("2d");
  const font = (event.weight > 2 ? "600 " : "") + view.palette().font;
  let width = 8;
  for (const letter of event.title) width += letters[font + letter] ??= measured(pen, font, letter);
  return (event.width = Math.min(Math.ceil(width), 460));
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
 * @param {Layout} layout
 * @param {number} chosen
 * @param {boolean} inside whether the focus was in the lanes
 */
export function drawLabels(view, { labels, clusters, bars }, chosen, inside) {
  const { index, pool, places, tall, size } = view;
  const { links, query } = view.ui;
  const stays = /** @type {typeof pool} */ (new Map());
  const isBar = new Set(bars.map((bar) => bar.index));
  for (const { index: i, x, right, row, before, over } of labels.sort((a, b) => a.index - b.index)) {
    const link = (view.labels[i] ??= label(view, i));
    const y = places[index.lane[i]] * tall + (row < 0 ? (size.base - size.row) / 2 : size.base + row * size.row);
    const width = `${Math.round(right - x)}px`;
    const side = isBar.has(i) && !over ? "bar" : before ? "left" : "right";
    link.style.transform = `translate(${x.toFixed(1)}px,${y}px)`;
    if (link.style.width !== width) link.style.width = width; /* what does not change costs nothing */
    if (link.dataset.side !== side) link.dataset.side = side;
    link.toggleAttribute("data-over", over);
    link.toggleAttribute("data-chosen", i === chosen);
    stays.set(i, link);
  }
  const stop = stays.has(view.focused) ? view.focused : labels[0]?.index;
  for (const [i, link] of stays) if ((link.tabIndex === 0) !== (i === stop)) link.tabIndex = i === stop ? 0 : -1;
  if (!view.moving) drawClusters(view, clusters, stays);
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
 * Buttons stay with their clusters: making them takes long.
 * @param {View} view
 * @param {Cluster[]} clusters
 * @param {View["pool"]} stays
 */
function drawClusters(view, clusters, stays) {
  const { places, tall, size, pool } = view;
  const keys = clusters.map(({ lane, members }) => `${view.version}-${lane}-${members[0]}-${members.length}`);
  for (const [n, group] of clusters.entries()) {
    const old = pool.get(keys[n]);
    const open = old || cluster(view);
    const x = group.x - half(group.members.length);
    const y = places[group.lane] * tall + (size.base - size.pill) / 2;
    open.style.transform = `translate(${x.toFixed(1)}px,${y}px)`;
    stays.set(keys[n], open);
    if (!old) entitle(view, open, group);
  }
}

/**
 * Says on a button what its cluster holds.
 * @param {View} view
 * @param {HTMLElement} open
 * @param {Cluster} group
 */
function entitle(view, open, { members, lane }) {
  const { n, title } = view.lanes[lane];
  view.members.set(open, members);
  if (open.dataset.topic !== String(n)) open.dataset.topic = String(n);
  open.toggleAttribute(
    "data-heavy",
    members.some((i) => view.index.weight[i] > 2),
  );
  if (open.textContent !== String(members.length)) {
    open.textContent = String(members.length);
    open.style.width = `${2 * half(members.length)}px`;
  }
  open.setAttribute("aria-label", `${gathered(view, members)}, ${title}: zoom in`);
}

/**
 * What a cluster holds, in words.
 * @param {View} view
 * @param {number[]} members in order of time
 */
export function gathered({ index: { start, end } }, members) {
  const last = members[members.length - 1];
  const to = Math.min(end[last], start[last] + 1.1 / 365);
  return `${members.length} events, ${rangeWords({ from: start[members[0]], to })}`;
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
  return make("a", { ...attributes, tabindex: -1, "aria-label": name }, title);
}

/**
 * @param {View} view
 * @returns {HTMLElement}
 */
function cluster(view) {
  const made = button({ tabindex: -1, click: () => enter(view, view.members.get(made) || []) });
  return made;
}

/**
 * Opens a cluster: zooms to what it gathers, or opens its first event where no zoom parts them.
 * @param {View} view
 * @param {number[]} members
 */
function enter(view, members) {
  const { at } = view.index;
  const times = members.map((i) => at[i]);
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const air = Math.max((to - from) * 0.15, LEAST / 2);
  const range = view.range();
  const parts = range.to - range.from > LEAST * 1.01;
  view.change(parts ? { range: { from: from - air, to: to + air } } : { event: view.events[members[0]].id });
  view.focus(members[0]);
}
