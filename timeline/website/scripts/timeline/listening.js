/** What a timeline hears of the page around it. */

import { openFromList } from "./list.js";
import { listenToPinch } from "./pinch.js";
import { decode } from "./state.js";
import { say } from "./status.js";

/** @import {View} from "./view.js" */

/** When the reader last went back or forward, here or on the page before: a page that comes of that is not new. */
let wentBack = -Infinity;
addEventListener("popstate", () => (wentBack = performance.now()));

/** Whether the page was come back to, from elsewhere or within it. */
function returned() {
  const [load] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  const now = performance.now();
  return now - wentBack < 3000 || (load?.type === "back_forward" && now < 5000);
}

/**
 * Gives the focus back to an event, if nothing else has it, and moves nothing.
 * @param {View} view
 * @param {number} i
 */
function giveFocus(view, i) {
  if (i < 0 || document.activeElement !== document.body) return;
  if (view.small.matches || view.listing()) view.events[i].link.focus({ preventScroll: true });
  else view.focus(i);
}

/**
 * Comes to the event of an address: back from its page the focus is there, and a small screen has it in sight.
 * @param {View} view
 * @param {number} i
 */
function arriveAt(view, i) {
  if (i < 0) return;
  if (returned()) giveFocus(view, i);
  else if (view.small.matches && !view.listing() && !scrollY) view.events[i].item.scrollIntoView({ block: "nearest" });
}

/**
 * Listens to what outlives the interface.
 * @param {View} view
 * @param {AddEventListenerOptions} on
 */
export function listen(view, on) {
  const { area, list, resizes, schemes, small, ui } = view;
  const back = () => {
    if (location.pathname !== view.path) return;
    const was = view.indexOf(view.state.event);
    view.state = decode(location.search, view.bounds);
    view.load();
    if (document.activeElement === document.body) giveFocus(view, was);
    say(view, 350);
  };
  const restyle = () => {
    for (const entry of view.entries) entry.width = 0;
    view.letters = {};
    view.repaint();
  };
  addEventListener("popstate", back, on);
  requestAnimationFrame(() => arriveAt(view, view.indexOf(view.state.event)));
  resizes.observe(area);
  resizes.observe(ui.over);
  schemes.observe(document.documentElement, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
  matchMedia("(forced-colors: active)").addEventListener("change", () => view.repaint(), on);
  const turned = () => {
    view.opened = "";
    view.adopt();
  };
  for (const one of [small, view.coarse]) one.addEventListener("change", turned, on);
  document.fonts.addEventListener("loadingdone", restyle, on);
  /* What a canvas writes in loads no font by itself everywhere. */
  const { font } = view.palette();
  Promise.all([font, `600 ${font}`].map((one) => document.fonts.load(one))).then(restyle, () => {});
  list.addEventListener("click", (e) => openFromList(view, e), on);
  listenToPinch(view, on);
  /* Who comes near may open or search: names and figures are there by then. */
  for (const near of ["pointerenter", "focusin"])
    view.host.addEventListener(near, () => view.learn(), { ...on, once: true });
  list.addEventListener("beforematch", () => view.change({ view: "list" }), on); /* found in the page */
}
