/**
 * <assigned-task>: a list of all events from which a teacher makes a link, and what the link shows to a class.
 * The whole task stands in the address behind `#`, which no server is told; nothing is stored or sent.
 */

import { button, copy, make, split } from "../dom.js";

/** @typedef {"order" | "read" | "argue"} Kind */

/** What a class is to do: what it is told, and how many events it takes. */
const TASKS = {
  order: { told: "Put these events in order, the earliest first.", least: 2 },
  read: { told: "Read about these events, one after the other.", least: 1 },
  argue: {
    told: "Which of these events changed the most? Choose one, and give a reason against each other.",
    least: 2,
  },
};

const LONGEST = 600;

export class AssignedTask extends HTMLElement {
  connectedCallback() {
    if (!this.form) this.prepare();
    addEventListener("hashchange", this.onHash);
    this.show();
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this.onHash);
  }

  onHash = () => this.show();

  prepare() {
    this.form = /** @type {HTMLElement} */ (this.querySelector(".tl-assign__form"));
    this.boxes = /** @type {HTMLInputElement[]} */ (Array.from(this.form.querySelectorAll("li input")));
    this.kind = /** @type {HTMLSelectElement} */ (this.form.querySelector("select"));
    this.words = /** @type {HTMLTextAreaElement} */ (this.form.querySelector("textarea"));
    this.task = make("section.tl-assign__task", { hidden: true });
    this.link = make("textarea.tl-assign__link", { readonly: true, rows: 3, "aria-label": "Link for the class" });
    this.said = make("p.tl-order__said", { role: "status" });
    const click = () => {
      this.said.textContent = copy(this.link, { text: this.link.value }) ? "Copied." : "Selected; copy with Ctrl C.";
    };
    const open = make("a", { href: "#" }, "Look at it as the class will");
    const copied = button({ class: "tl-button", click }, "Copy the link");
    this.form.append(this.link, make("p", {}, copied, " ", open), this.said);
    this.form.addEventListener("input", () => this.offer(open));
    this.append(this.task);
    for (const node of this.querySelectorAll("[data-scripted]")) node.removeAttribute("hidden");
    for (const node of this.querySelectorAll("[data-unscripted]")) node.remove();
    this.offer(open);
  }

  /** Shows what the address holds: a task, or the list to make one from. */
  show() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const ids = split(asked.get("events") || "", ",");
    const chosen = ids.map((id) => this.boxes?.find((box) => named(box).includes(id)));
    const found = /** @type {HTMLInputElement[]} */ (chosen.filter(Boolean));
    const kind = /** @type {Kind} */ (asked.get("task") || "");
    const known = Object.hasOwn(TASKS, kind) && found.length > 0;
    if (this.form) this.form.hidden = known;
    this.task.hidden = !known;
    if (!known) return;
    const lines = (asked.get("say") || "").slice(0, LONGEST).split("\n");
    const lost = ids.length - found.length;
    this.task.replaceChildren(
      make("h2", {}, TASKS[kind].told),
      ...lines.map((line) => make("p", {}, line)),
      kind === "order" ? ordering(found) : reading(found),
      ...(lost ? [make("p.tl-note", {}, `The link names ${lost} more that this timeline does not have.`)] : []),
      make("p.tl-note", {}, make("a", { href: "#" }, "For teachers: set a task of your own")),
    );
  }

  /** @param {HTMLAnchorElement} open */
  offer(open) {
    const chosen = (this.boxes || []).filter((box) => box.checked);
    const kind = /** @type {Kind} */ (this.kind?.value);
    const told = this.kind ? problem(kind, chosen) : "";
    this.said.textContent = told;
    const words = this.words?.value.trim();
    const events = (kind === "order" ? mixed(chosen) : chosen).map((box) => box.value).join(",");
    const query = new URLSearchParams({ task: kind, ...(words && { say: words }) });
    const hash = `#${query}&events=${events}`;
    this.link.value = told ? "" : location.href.split("#")[0] + hash;
    open.hidden = Boolean(told);
    open.href = told ? "#" : hash;
  }
}

/**
 * What keeps a choice from being a task; nothing where it is one.
 * @param {Kind} kind
 * @param {HTMLInputElement[]} chosen
 */
function problem(kind, chosen) {
  const { least } = TASKS[kind];
  if (chosen.length < least) return `Choose at least ${least === 1 ? "one event" : "two events"}.`;
  if (kind !== "order") return "";
  const unsure = chosen.find((box) => "unsure" in box.dataset);
  if (unsure) return `The date of “${titleOf(unsure)}” is not certain: leave it out of an order.`;
  const sorted = inTime(chosen);
  const at = sorted.findIndex(
    (box, place) => place > 0 && Number(box.dataset.start) < Number(sorted[place - 1].dataset.end),
  );
  if (at < 0) return "";
  const [one, other] = [sorted[at - 1], sorted[at]].map(titleOf);
  return `“${one}” and “${other}” share days, so neither comes first: leave one out.`;
}

/**
 * The id of an event and its former ones: links that a class was given go on working.
 * @param {HTMLInputElement} box
 */
const named = (box) => [box.value, ...split(box.dataset.former || "", " ")];

/** @param {HTMLInputElement} box */
const titleOf = (box) => box.dataset.title || "";

/** @param {HTMLInputElement[]} boxes */
const inTime = (boxes) => [...boxes].sort((a, b) => Number(a.dataset.start) - Number(b.dataset.start));

/**
 * Events in an order that looks like chance, is the same each time, and is not theirs in time.
 * @param {HTMLInputElement[]} boxes
 */
function mixed(boxes) {
  const turned = (/** @type {HTMLInputElement} */ box) => [...box.value].reverse().join("");
  const found = [...boxes].sort((a, b) => (turned(a) < turned(b) ? -1 : 1));
  return found.every((box, at) => box === inTime(boxes)[at]) ? found.reverse() : found;
}

/** @param {HTMLInputElement[]} boxes */
function ordering(boxes) {
  const places = inTime(boxes);
  const items = boxes.map((box) =>
    make(
      "li",
      { "data-place": places.indexOf(box) + 1, "data-date": box.dataset.date },
      make("span.tl-order__title", {}, box.dataset.front || titleOf(box)),
    ),
  );
  return make("order-quiz", {}, make("ol.tl-order", {}, ...items));
}

/** @param {HTMLInputElement[]} boxes */
const reading = (boxes) =>
  make(
    "ol.tl-assign__read",
    {},
    ...boxes.map((box) => make("li", {}, `${box.dataset.date}: `, make("a", { href: box.dataset.href }, titleOf(box)))),
  );
