/** The reading panel. The focus keeps its place in it, and goes back to where it came from when it closes. */

import { button, make, plural } from "../dom.js";
import { next } from "./marks.js";

/** @import {View} from "./view.js" */

const STOPS = "a, button";

/** How long a swipe has rested when it is over, in ms. */
const REST = 120;

/** @param {View} view */
export function drawPanel(view) {
  const { events, ui } = view;
  const { panel } = ui;
  const i = view.indexOf(view.state.event);
  const event = events[i];
  const key = event ? `${event.id}-${view.version}` : " ";
  if (key === view.opened) return;
  const held = panel.contains(document.activeElement);
  const place = [...panel.querySelectorAll(STOPS)].indexOf(document.activeElement);
  const was = view.shut;
  view.shut = i;
  view.opened = key;
  panel.hidden = !event;
  ui.node.toggleAttribute("data-open", !!event);
  /* Styles ask the page and not what it holds: a `:has` would look through ten thousand events at every change. */
  document.documentElement.dataset.timeline = event ? "open" : "";
  if (!event) {
    if (held) giveBack(view, was);
    view.opener = null;
    return;
  }
  panel.dataset.topic = String(view.lanes[event.lane].n);
  panel.setAttribute("aria-label", `Chosen event: ${event.title}`);
  panel.replaceChildren(...content(view, i));
  centre(panel);
  requestAnimationFrame(() => centre(panel)); /* at first it is not in the page */
  if (held) (panel.querySelectorAll(STOPS)[place] || panel).focus({ preventScroll: true });
}

/**
 * Turns the deck to the open event, from which one swipes to both sides.
 * @param {HTMLElement} panel
 */
function centre(panel) {
  const now = /** @type {HTMLElement | null} */ (panel.querySelector(".tv-now"));
  const deck = now?.parentElement;
  if (!now || !deck?.isConnected) return;
  deck.scrollLeft = now.offsetLeft - deck.offsetLeft;
  deck.dataset.ready = ""; /* what moves it from here on is a hand */
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
  const { link, title, summary, date, lane, data, figures: told } = view.events[i];
  const figures = told.map((text) => make("li", {}, text));
  const disagree = "disputed" in data ? " · sources disagree" : "";
  const read = { href: link.href, target: link.target || null, "aria-label": `Read the page: ${title}` };
  const now = make(
    "div.tv-now",
    {},
    make(
      "div",
      {},
      make("p.tv-panel__date", {}, `${date} · ${view.lanes[lane].title}`),
      make("h2", {}, title),
      make("p", {}, summary),
    ),
    make(
      "div",
      {},
      make("ul", {}, ...figures),
      make("p.tv-panel__meta", {}, plural(Number(data.sources), "source") + disagree),
      make("p", {}, make("a", read, "Read the page")),
    ),
  );
  return [
    button({ class: "tv-close", "aria-label": "Close", click: () => view.change({ event: "" }) }, "×"),
    deck(view, i, now),
    make("p.tv-panel__steps", {}, step(view, i, "Earlier", -1), step(view, i, "Later", 1)),
  ];
}

/**
 * The open event with those before and after it, to which one swipes on a small screen.
 * @param {View} view
 * @param {number} i
 * @param {HTMLElement} now
 */
function deck(view, i, now) {
  const near = [-1, 1].map((by) => {
    const to = next(view.index, i, by, -1);
    const event = view.events[to];
    if (!event) return [];
    const words = [make("small", {}, event.date), make("b", {}, event.title), make("span", {}, event.summary)];
    return [make("div.tv-near", { "aria-hidden": "true", "data-to": to }, ...words)];
  });
  let waiting = 0;
  const settle = () => {
    const cards = /** @type {HTMLElement[]} */ ([...made.children]);
    const there = cards[Math.round(made.scrollLeft / made.clientWidth)];
    if (there?.dataset.to && made.isConnected && "ready" in made.dataset) go(view, Number(there.dataset.to));
  };
  const scroll = () => {
    clearTimeout(waiting);
    waiting = setTimeout(settle, REST);
  };
  const made = make("div.tv-deck", { scroll }, ...near[0], now, ...near[1]);
  return made;
}

/**
 * @param {View} view
 * @param {number} to
 */
function go(view, to) {
  view.focused = to;
  view.reach(to);
  view.change({ event: view.events[to].id });
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
  const click = () => there && go(view, to);
  const name = `${word}: ${there?.title || "no event"}`;
  return button({ "aria-disabled": String(!there), "aria-label": name, click }, word);
}
