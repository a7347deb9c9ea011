/** The row of filters above a timeline: search, topics, people, figures, view, sharing. */

import { button, make } from "../dom.js";
import { fold } from "../find.js";
import { offer } from "./share.js";

/** @import {View} from "./view.js" */

/** @param {View} view */
export function buildControls(view) {
  const { lanes, series } = view;
  const query = make("input", {
    type: "search",
    "aria-label": "Search these events",
    placeholder: "Search these events",
    maxlength: 100,
    input: () => view.change({ query: query.value.trim() }, 700),
  });
  const boxes = /** @type {HTMLInputElement[]} */ (
    lanes.map(({ id }) => make("input", { type: "checkbox", value: id, change: () => choose() }))
  );
  const choose = () => view.change({ topics: boxes.filter((box) => box.checked).map((box) => box.value) });
  const topics = lanes.map((lane, i) =>
    make("label", { "data-topic": lane.n }, boxes[i], make("i.tl-dot"), lane.title),
  );
  const who = make("input", {
    type: "search",
    "aria-label": "Find a person or body",
    placeholder: "Name",
    input: () => suggest(view),
  });
  const found = make("div.tv-found");
  const pick = make(
    "select",
    {
      "aria-label": "Figures under the timeline",
      hidden: !series.length,
      change: () => view.change({ data: pick.value }),
    },
    make("option", { value: "" }, "No figures"),
    ...series.map((one) => make("option", { value: one.id }, one.title)),
  );
  const clear = button({ class: "tv-clear", click: () => view.reset() }, "Clear");
  const views = ["", "list"].map((name) =>
    button({ click: () => view.change({ view: name }) }, name ? "List" : "Timeline"),
  );
  const chips = lanes.map((lane) =>
    button(
      { "data-topic": lane.n, "data-id": lane.id, click: () => toggle(view, lane.id) },
      make("i.tl-dot"),
      lane.title,
    ),
  );
  /* Browsers leave a chip where it is as soon as an edge of it can be seen. */
  const focusin = (/** @type {FocusEvent} */ { target }) =>
    /** @type {Element} */ (target).scrollIntoView({ block: "nearest", inline: "nearest" });
  const strip = make("div.tv-chips", { role: "group", "aria-label": "Topics", focusin }, ...chips);
  const share = make("div");
  const form = make(
    "form.tv-controls",
    { "aria-label": "Filter the timeline", submit: (/** @type {Event} */ e) => e.preventDefault() },
    query,
    ...pop("Topics", () => {}, ...topics),
    ...pop("People and bodies", () => void view.learn().then(() => suggest(view)), who, found),
    pick,
    clear,
    make(
      "span.tv-end",
      {},
      make("span.tv-switch", { role: "group", "aria-label": "View" }, ...views),
      ...pop("Share", () => offer(view), share),
    ),
  );
  return { form, strip, chips, query, boxes, who, found, pick, clear, views, share, chosen: make("div.tv-chosen") };
}

/**
 * @param {View} view
 * @param {string} id of a topic
 */
function toggle(view, id) {
  const { topics } = view.state;
  view.change({ topics: topics.includes(id) ? topics.filter((other) => other !== id) : [...topics, id] });
}

/**
 * A button and the box that it opens; the browser closes it and gives the focus back.
 * @param {string} title
 * @param {() => void} ready what fills it
 * @param {Node[]} content
 */
export function pop(title, ready, ...content) {
  const opener = button({ class: "tv-opener", "data-of": title }, title);
  const beforetoggle = () => {
    const at = opener.getBoundingClientRect();
    box.style.cssText = `--x:${at.left + scrollX}px;top:${at.bottom + scrollY + 4}px`;
    ready();
  };
  const box = make("div", { class: "tv-pop", popover: true, beforetoggle }, ...content);
  opener.popoverTargetElement = box;
  return [opener, box];
}

/**
 * Brings the controls in line with the state; the filters that are on each have a button that takes it off.
 * @param {View} view
 */
export function drawChosen(view) {
  const { state, lanes, names, ui } = view;
  if (ui.query.value.trim() !== state.query) ui.query.value = state.query;
  for (const box of ui.boxes) box.checked = state.topics.includes(box.value);
  for (const chip of ui.chips) chip.setAttribute("aria-pressed", String(state.topics.includes(chip.dataset.id)));
  ui.pick.value = state.data;
  for (const [i, one] of ui.views.entries()) one.setAttribute("aria-pressed", String(view.listing() === i > 0));
  const chips = /** @type {("topics" | "actors")[]} */ (["topics", "actors"]).flatMap((name) =>
    state[name].map((id) => {
      const title = lanes.find((lane) => lane.id === id)?.title || names[id] || "…";
      const click = () => {
        view.change({ [name]: state[name].filter((other) => other !== id) });
        ui.query.focus();
      };
      return button({ "aria-label": `Remove filter: ${title}`, click }, `${title} ×`);
    }),
  );
  ui.chosen.replaceChildren(...chips);
}

/**
 * Names that match what is typed, the most frequent first.
 * @param {View} view
 */
function suggest(view) {
  const { names, spellings, entries, ui } = view;
  const { actors } = view.state;
  const sought = fold(ui.who.value);
  const counts = /** @type {Record<string, number>} */ ({});
  for (const id of entries.flatMap((event) => event.actors)) counts[id] = (counts[id] || 0) + 1;
  const ids = Object.keys(counts)
    .filter((id) => !actors.includes(id) && fold(`${names[id]} ${spellings[id] || ""}`).includes(sought))
    .sort((a, b) => counts[b] - counts[a]);
  const buttons = ids.slice(0, 8).map((id) => {
    const click = () => {
      ui.who.value = "";
      view.change({ actors: [...actors, id] });
      suggest(view);
      ui.who.focus();
    };
    return button({ click }, `${names[id]} `, make("small", {}, String(counts[id])));
  });
  ui.found.replaceChildren(...buttons);
}
