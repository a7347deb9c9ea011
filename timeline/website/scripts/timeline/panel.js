/** The reading panel. The focus keeps its place in it, and goes back to where it came from when it closes. */

import { button, make, plural, split } from "../dom.js";
import { next } from "./marks.js";

/** @import {View} from "./view.js" */

const STOPS = "a, button";

/** @param {View} view */
export function drawPanel(view) {
  const { events, ui } = view;
  const { panel } = ui;
  const i = view.indexOf(view.state.event);
  const event = events[i];
  const key = event ? `${i}-${view.version}` : "";
  if (key === view.opened) return;
  const held = panel.contains(document.activeElement);
  const place = [...panel.querySelectorAll(STOPS)].indexOf(document.activeElement);
  const was = parseInt(view.opened, 10);
  view.opened = key;
  panel.hidden = !event;
  ui.node.toggleAttribute("data-open", !!event);
  if (!event) {
    if (held) giveBack(view, was);
    view.opener = null;
    return;
  }
  panel.dataset.topic = String(event.colour);
  panel.setAttribute("aria-label", `Chosen event: ${event.title}`);
  panel.replaceChildren(...content(view, i));
  if (held) (panel.querySelectorAll(STOPS)[place] || panel).focus();
}

/**
 * Gives the focus to the first that takes it.
 * @param {View} view
 * @param {number} was the event that was open
 */
function giveBack({ opener, pool, events, ui }, was) {
  for (const node of [opener, pool.get(was), events[was]?.link, ui.query]) {
    node?.focus();
    if (node && node === document.activeElement) return;
  }
}

/**
 * @param {View} view
 * @param {number} i
 */
function content(view, i) {
  const { link, title, summary, date, lane, data } = view.events[i];
  const figures = split(data.figures, "|").map((text) => make("li", {}, text));
  const disagree = "disputed" in data ? " · sources disagree" : "";
  const read = { href: link.href, target: link.target || null, "aria-label": `Read the page: ${title}` };
  return [
    button({ class: "tv-close", "aria-label": "Close", click: () => view.change({ event: "" }) }, "×"),
    make("p.tv-panel__date", {}, `${date} · ${view.lanes[lane].title}`),
    make("h2", {}, title),
    make("p", {}, summary),
    make("ul", {}, ...figures),
    make("p.tv-panel__meta", {}, plural(Number(data.sources), "source") + disagree),
    make("p", {}, make("a", read, "Read the page")),
    make("p.tv-panel__steps", {}, step(view, i, "Earlier", -1), step(view, i, "Later", 1)),
  ];
}

/**
 * @param {View} view
 * @param {number} i
 * @param {string} word
 * @param {number} by
 */
function step(view, i, word, by) {
  const to = next(view.index, i, by, -1);
  const there = view.events[to];
  const click = () => {
    if (!there) return;
    view.focused = to;
    view.reach(to);
    view.change({ event: there.id });
  };
  const name = `${word}: ${there?.title || "no event"}`;
  return button({ "aria-disabled": String(!there), "aria-label": name, click }, word);
}
