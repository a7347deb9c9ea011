/**
 * The names of eras above the lanes, each over its band. They are one tab stop, and arrows go along them.
 *
 * @typedef {{n: number, left: number, right: number, turned: boolean}} Band
 */

import { button, make } from "../dom.js";
import { hideCard, showCard } from "./card.js";

/** @import {Period} from "./calendar.js" */
/** @import {Era} from "./page.js" */
/** @import {View} from "./view.js" */

/** Pixels: the least that a name needs across, and below what it is turned upright. */
const LEAST_BAND = 14;
const UPRIGHT = 42;

/**
 * Where the names of eras in sight stand: over their bands, and a little beside only where those are too narrow.
 * @param {Era[]} eras in order of time
 * @param {Period} range
 * @param {number} width
 * @returns {Band[]}
 */
export function placeEras(eras, range, width) {
  const at = (/** @type {number} */ t) => ((t - range.from) * width) / (range.to - range.from);
  const found = eras
    .map(({ from, to }, n) => ({ n, left: Math.max(at(from), 0), right: Math.min(at(to), width), turned: false }))
    .filter((band) => band.right > 0 && band.left < width && band.right > band.left);
  let edge = 0;
  for (const band of found) {
    band.left = Math.max(band.left, edge);
    edge = band.right = Math.max(band.right, band.left + LEAST_BAND);
  }
  edge = width;
  for (const band of found.reverse()) {
    band.right = Math.min(band.right, edge);
    edge = band.left = Math.min(band.left, band.right - LEAST_BAND);
    band.turned = band.right - band.left < UPRIGHT;
  }
  return found.reverse();
}

/** @param {View} view */
export function buildEras(view) {
  const names = view.eras.map(({ title, from, to }, n) =>
    button(
      {
        tabindex: n ? -1 : 0,
        click: () => view.change({ range: { from, to } }),
        mouseenter: () => point(view, n),
        focus: () => point(view, n),
        mouseleave: () => hideCard(view),
        blur: () => hideCard(view),
      },
      make("span", {}, title),
    ),
  );
  const keydown = (/** @type {KeyboardEvent} */ e) => {
    const by = e.key === "ArrowRight" ? 1 : e.key === "ArrowLeft" ? -1 : 0;
    const shown = names.filter((name) => !name.hidden);
    const to = shown[shown.indexOf(document.activeElement) + by];
    if (!by || !to) return;
    e.preventDefault();
    for (const name of names) name.tabIndex = name === to ? 0 : -1;
    to.focus();
  };
  const attributes = { role: "group", "aria-label": "Eras", hidden: !names.length, keydown };
  return { eras: make("div.tv-eras", attributes, ...names) };
}

/**
 * @param {View} view
 * @param {number} n
 */
function point(view, n) {
  const { title, from, to } = view.eras[n];
  const name = view.ui.eras.children[n];
  const years = `${Math.floor(from)}–${Math.floor(to - 1e-6)}`;
  showCard(view, name.offsetLeft, view.ui.eras.offsetTop + view.ui.eras.offsetHeight, [years, title]);
}

/**
 * @param {View} view
 * @param {Period} range
 */
export function drawEras(view, range) {
  const { ui, eras, wide, bounds } = view;
  const placed = placeEras(eras, range, wide);
  /* Their height is that of the whole period, so that zooming moves nothing. */
  ui.eras.toggleAttribute(
    "data-tall",
    placeEras(eras, bounds, wide).some((band) => band.turned),
  );
  const names = /** @type {HTMLElement[]} */ ([...ui.eras.children]);
  for (const [n, name] of names.entries()) {
    const hidden = !placed.some((band) => band.n === n);
    if (name.hidden !== hidden) name.hidden = hidden;
  }
  for (const { n, left, right, turned } of placed) {
    names[n].style.cssText = `left:${left.toFixed(1)}px;width:${(right - left - 1).toFixed(1)}px`;
    names[n].toggleAttribute("data-turned", turned);
    names[n].toggleAttribute("data-narrow", right - left < 28);
  }
  if (!names.some((name) => !name.hidden && !name.tabIndex) && placed.length) {
    for (const [n, name] of names.entries()) name.tabIndex = n === placed[0].n ? 0 : -1;
  }
}
