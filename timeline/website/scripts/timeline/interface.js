/** The interface of a timeline, put together. */

import { button, make } from "../dom.js";
import { buildControls } from "./controls.js";
import { buildLanes, escape } from "./hands.js";
import { buildOverview } from "./overview.js";

/** @import {View} from "./view.js" */

const HELP =
  "Arrow keys go along and between lanes, Home and End to the first and last. Enter opens, plus and minus zoom, " +
  "0 shows all, Escape leaves.";

/** @param {View} view */
export function build(view) {
  const controls = buildControls(view);
  const overview = buildOverview(view);
  const lanes = buildLanes(view);
  const panel = make("section.tv-panel", { hidden: true, tabindex: -1 });
  const zooms = Object.entries({ "Zoom in": 2, "Zoom out": 0.5, "Whole period": 0 }).map(([text, factor]) => {
    const click = () => {
      if (factor) view.zoomBy(factor, view.indexOf(view.state.event));
      else view.change({ range: null });
    };
    return button({ click }, text);
  });
  const status = make("p.tv-status", { "aria-hidden": "true" });
  const live = make("p.tv-help", { role: "status" });
  const node = make(
    "section.tv-ui",
    { "aria-label": "Interactive timeline", keydown: (/** @type {KeyboardEvent} */ e) => escape(view, e) },
    controls.form,
    controls.chosen,
    overview.over,
    make("div.tv-body", {}, make("div.tv-main", {}, lanes.gutter, lanes.area), panel),
    make("div.tv-foot", {}, status, make("div.tv-zoom", { role: "group", "aria-label": "Zoom" }, ...zooms)),
    live,
    make("p", { id: "tv-help", hidden: true }, HELP),
  );
  return { ...controls, ...overview, ...lanes, panel, zooms, status, live, node };
}
