/** What one picks above a map: a part of the period, first and last year, a topic. */

import { make } from "../dom.js";

/** @param {any} view the map, which keeps what is made here */
export function buildControls(view) {
  const { from, to } = view.bounds,
    years = { min: Math.floor(from), max: Math.ceil(to) - 1 };
  const slide = (/** @type {string} */ name) =>
    make("input", {
      type: "range",
      ...years,
      step: 1,
      "aria-label": name,
      input: () => view.slid(),
      change: () => view.write(),
    });
  view.first = slide("First year");
  view.last = slide("Last year");
  view.said = make("output", {});
  const eras = view.names.eras;
  view.era = make(
    "select",
    {
      change: () => {
        const era = eras[view.era.value];
        view.range = era ? { from: era.from, to: era.to } : null;
        view.draw();
        view.write();
      },
    },
    make("option", { value: "" }, "The whole period"),
    ...eras.map((/** @type {any} */ era, /** @type {number} */ n) => make("option", { value: n }, era.title)),
  );
  view.topic = make(
    "select",
    {
      change: () => {
        view.state.topics = view.topic.value ? [view.topic.value] : [];
        view.draw();
        view.write();
      },
    },
    make("option", { value: "" }, "All topics"),
    ...view.names.topics.map((/** @type {any} */ topic) => make("option", { value: topic.id }, topic.title)),
  );
  view.back = make("a", {}, "The same on the timeline");
  view.status = make("p", { class: "mv-said", role: "status" });
  const controls = make(
    "div",
    { class: "mv-controls", role: "group", "aria-label": "What the map shows" },
    make("label", {}, "Part of the period", view.era),
    make("label", {}, "From", view.first),
    make("label", {}, "to", view.last),
    view.said,
    make("label", {}, "Topic", view.topic),
    make(
      "button",
      {
        type: "button",
        click: () => {
          view.range = null;
          view.state = { ...view.state, topics: [], actors: [], event: "" };
          view.place = "";
          view.draw();
          view.write();
        },
      },
      "Show all",
    ),
    view.back,
  );
  const maps = view.querySelector(".tl-maps");
  maps?.before(controls);
  maps?.after(view.status);
}
