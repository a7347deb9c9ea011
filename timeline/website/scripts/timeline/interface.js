/** The interface of a timeline, put together. */

import { button, make, plural } from "../dom.js";
import { buildCard } from "./card.js";
import { buildControls } from "./controls.js";
import { buildEras } from "./eras.js";
import { buildLanes, escape } from "./hands.js";
import { buildLegend } from "./legend.js";
import { buildOverview } from "./overview.js";

/** @import {View} from "./view.js" */

const HELP =
  "Arrow keys go along and between lanes, Home and End to the first and last. Enter opens, plus and minus zoom, " +
  "0 shows all, Escape leaves.";

/** @param {View} view */
export function build(view) {
  const controls = buildControls(view);
  const overview = buildOverview(view);
  const eras = buildEras(view);
  const lanes = buildLanes(view);
  const { legend, hint } = buildLegend(view);
  const { card } = buildCard();
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
  const axis = make("canvas", { class: "tv-axis", "aria-hidden": "true" });
  const all = make(
    "a.tv-all",
    { href: "?view=list", click: (/** @type {MouseEvent} */ e) => showList(view, e) },
    `All ${plural(view.entries.length, "event")} as a list`,
  );
  const frame = make("div.tv-frame", {}, overview.over, eras.eras, axis, lanes.area, lanes.gutter, card);
  const node = make(
    "section.tv-ui",
    { "aria-label": "Interactive timeline", keydown: (/** @type {KeyboardEvent} */ e) => escape(view, e) },
    all,
    controls.form,
    controls.strip,
    make(
      "div.tv-foot",
      {},
      status,
      controls.chosen,
      hint,
      ...legend,
      make("div.tv-zoom", { role: "group", "aria-label": "Zoom" }, ...zooms),
    ),
    frame,
    panel,
    live,
    make("p", { id: "tv-help", hidden: true }, HELP),
  );
  return { ...controls, ...overview, ...eras, ...lanes, axis, card, hint, all, panel, zooms, status, live, node };
}

/**
 * @param {View} view
 * @param {MouseEvent} e
 */
function showList(view, e) {
  if (e.ctrlKey || e.metaKey || e.shiftKey) return;
  e.preventDefault();
  view.change({ view: "list" });
  view.list.querySelector("a")?.focus();
}
