/** How to read the timeline, and, until it is put away, how to move in it. Nothing of that is kept. */

import { button, make } from "../dom.js";
import { pop } from "./controls.js";

/** @import {View} from "./view.js" */

const MARKS = [
  ["dots", "The larger the dot, the more it weighs; bold names are landmarks"],
  ["soft", "Pale and dashed, or fading: the date is in doubt"],
  ["bar", "A bar lasts as long as it is long"],
  ["cluster", "Events that stand close: click to part them"],
  ["band", "Bands behind the lanes are eras"],
];

const MOVES = "Drag to move, double-click or pinch to zoom, click an event to read it.";
const KEYS =
  "Ctrl and the wheel zoom too, Shift and the wheel move. By keys: arrows go along and between lanes, " +
  "Home and End to the first and last, Enter opens, + and − zoom, 0 shows all, Escape leaves. Back undoes one step.";

let seen = false; /* in this visit to the page; nothing is stored */

/** @param {View} view */
export function buildLegend(view) {
  const samples = MARKS.map(([kind, text]) =>
    make(
      "li",
      {},
      make("span", { class: `tv-sample tv-sample--${kind}`, "aria-hidden": "true" }, kind === "cluster" ? "3" : ""),
      text,
    ),
  );
  const lanes = view.lanes.map((lane) => make("li", { "data-topic": lane.n }, make("i.tl-dot"), lane.title));
  const legend = make(
    "div.tv-legend",
    {},
    make("ul", {}, ...samples),
    make("ul", { class: "tv-legend__lanes" }, ...lanes),
    make("p", {}, `${MOVES} ${KEYS}`),
  );
  const away = () => {
    seen = true;
    view.ui.hint.hidden = true;
    view.ui.zooms[0].focus();
  };
  const hint = make("p.tv-hint", { hidden: seen }, MOVES, button({ click: away }, "Got it"));
  return { legend: pop("How to read this", () => {}, legend), hint };
}
