/** What a timeline hears of the page around it. */

import { openFromList } from "./list.js";
import { decode } from "./state.js";
import { say } from "./status.js";

/** @import {View} from "./view.js" */

/**
 * Listens to what outlives the interface.
 * @param {View} view
 * @param {AddEventListenerOptions} on
 */
export function listen(view, on) {
  const { area, list, resizes, schemes, small, ui } = view;
  const back = () => {
    if (location.pathname !== view.path) return;
    view.state = decode(location.search, view.bounds);
    view.load();
    say(view, 350);
  };
  const restyle = () => {
    view.widths = [];
    view.letters = {};
    view.repaint();
  };
  addEventListener("popstate", back, on);
  resizes.observe(area);
  resizes.observe(ui.over);
  schemes.observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
  matchMedia("(forced-colors: active)").addEventListener("change", () => view.repaint(), on);
  small.addEventListener("change", () => view.adopt(), on);
  document.fonts.addEventListener("loadingdone", restyle, on);
  /* Instant navigation puts a page in place while its styles are still on their way. */
  document.head.addEventListener("load", restyle, { ...on, capture: true });
  list.addEventListener("click", (e) => openFromList(view, e), on);
  list.addEventListener("beforematch", () => view.change({ view: "list" }), on); /* found in the page */
}
