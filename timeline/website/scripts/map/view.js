/**
 * The map of a page in step with time. What it shows stands in the list that it holds; without this script the dots
 * lead there. The state stands in the URL's query under the names of the timeline (from, to, topics, actors, event);
 * and `place` is the id of the chosen place.
 */

import { make, plural } from "../dom.js";
import { rangeWords } from "../timeline/calendar.js";
import { decode, encode, now, renewed } from "../timeline/state.js";
import { buildControls } from "./controls.js";

export class MapView extends HTMLElement {
  bounds = { from: 0, to: 1 };
  timeline = "";
  place = "";
  /** @type {import("../timeline/calendar.js").Period | null} */
  range = null;
  /** What controls.js makes. @type {any} */
  first;
  /** @type {any} */
  last;
  /** @type {any} */
  said;
  /** @type {any} */
  era;
  /** @type {any} */
  topic;
  /** @type {any} */
  back;
  /** @type {any} */
  status;
  /** @type {any} */
  state;
  /** @type {HTMLDetailsElement[]} */
  places = [];
  /** @type {HTMLElement[]} */
  features = [];
  /** The layers that are shown. @type {Set<string>} */
  on = new Set();
  /** @type {Map<string, HTMLElement>} */
  spots = new Map();
  /**
   * @type {{topics: {id: string, title: string}[], eras: {title: string, from: number, to: number}[],
   *   former?: import("../timeline/page.js").Former}}
   */
  names = { topics: [], eras: [] };

  connectedCallback() {
    if (this.first) return;
    const { from, to, timeline } = this.dataset;
    this.bounds = { from: Number(from), to: Number(to) };
    this.timeline = timeline || "";
    this.names = JSON.parse(this.querySelector("[data-names]")?.textContent || "{}");
    this.places = [...this.querySelectorAll(".tl-atlas details")].map((node) => /** @type {any} */ (node));
    this.features = [...this.querySelectorAll(".tl-layers [data-feature]")].map((node) => /** @type {any} */ (node));
    this.on = new Set(this.features.filter((f) => f.dataset.area === undefined).map((f) => this.layer(f)));
    this.buttons();
    this.layers();
    buildControls(this);
    this.read();
    addEventListener("popstate", this.read);
  }

  disconnectedCallback() {
    removeEventListener("popstate", this.read);
  }

  /** @param {HTMLElement} feature */
  layer(feature) {
    return feature.closest("[data-layer]")?.getAttribute("data-layer") || "";
  }

  /** The dots lead to the list; with a script they are buttons that pick a place. */
  buttons() {
    this.querySelectorAll("a.tl-spot").forEach((link) => {
      const id = link.getAttribute("data-place") || "";
      const button = make(
        "button",
        {
          type: "button",
          class: link.className,
          style: link.getAttribute("style"),
          "data-place": id,
          "aria-pressed": "false",
          click: () => this.pick(id),
        },
        ...link.childNodes,
      );
      link.replaceWith(button);
      this.spots.set(id, button);
    });
  }

  layers() {
    this.querySelectorAll("[data-layer]").forEach((section) => {
      const name = section.getAttribute("data-layer") || "",
        heading = section.querySelector("h3");
      if (!heading || section.querySelector("[data-always]")) return;
      const box = make("input", {
        type: "checkbox",
        change: () => {
          if (box.checked) this.on.add(name);
          else this.on.delete(name);
          this.draw();
        },
      });
      box.checked = this.on.has(name);
      heading.replaceChildren(make("label", {}, box, name));
    });
  }

  /** The state as the URL tells it. */
  read = () => {
    const former = this.names.former || {};
    this.state = renewed(decode(location.search, this.bounds), former);
    const known = this.names.topics.map((topic) => topic.id);
    this.state.topics = this.state.topics.filter((/** @type {string} */ topic) => known.includes(topic));
    this.range = this.state.range;
    this.place = now(former.places, new URLSearchParams(location.search).get("place") || "");
    this.draw();
  };

  write() {
    const query = new URLSearchParams(encode({ ...this.state, range: this.range }, location.search));
    if (this.place) query.set("place", this.place);
    else query.delete("place");
    const text = query.toString().replace(/%2C/g, ",");
    history.pushState(history.state, "", (text ? "?" + text : location.pathname) + location.hash);
  }

  slid() {
    const a = Number(this.first.value),
      b = Number(this.last.value);
    this.range = { from: Math.min(a, b), to: Math.max(a, b) + 1 };
    this.draw();
  }

  /** @param {string} id */
  pick(id) {
    this.place = this.place === id ? "" : id;
    this.state.event = "";
    this.draw();
    this.write();
  }

  draw() {
    const bounds = this.bounds,
      range = this.range || bounds,
      { topics, actors, event } = this.state;
    const within = (/** @type {DOMStringMap} */ data) => Number(data.end) > range.from && Number(data.start) < range.to;
    let shown = 0,
      here = 0;
    const seen = new Set();
    for (const place of this.places) {
      const id = place.dataset.place || "";
      let count = 0,
        holds = false;
      place.querySelectorAll("li").forEach((item) => {
        const data = item.dataset,
          its = (data.topics || "").split(" "),
          who = (data.actors || "").split(" ");
        const fits =
          within(data) &&
          (!topics.length || topics.some((/** @type {string} */ t) => its.includes(t))) &&
          actors.every((/** @type {string} */ a) => who.includes(a));
        item.hidden = !fits;
        item.classList.toggle("is-here", !!event && data.id === event);
        if (fits) {
          count += 1;
          seen.add(data.id);
        }
        if (event && data.id === event) holds = true;
      });
      const chosen = this.place === id || holds,
        spot = this.spots.get(id);
      place.hidden = !count || !!(this.place && this.place !== id);
      if (chosen) {
        place.open = true;
        here = count;
      }
      const counter = place.querySelector("[data-count]");
      if (counter) counter.textContent = plural(count, "event");
      if (spot) {
        spot.hidden = !count;
        spot.style.setProperty("--n", String(count));
        spot.setAttribute("aria-pressed", String(this.place === id));
        spot.classList.toggle("is-here", holds);
        const words = spot.querySelector(".tl-spot__count");
        if (words) words.textContent = `, ${plural(count, "event")}`;
      }
      shown += count ? 1 : 0;
    }
    for (const feature of this.features) {
      const always = feature.dataset.always !== undefined,
        inTime = !feature.dataset.start || within(feature.dataset);
      const visible = inTime && (always || this.on.has(this.layer(feature)));
      feature.hidden = !inTime;
      this.querySelectorAll(`.tl-map [data-feature="${CSS.escape(feature.dataset.feature || "")}"]`).forEach(
        (shape) => {
          /** @type {any} */ (shape).style.display = visible ? "inline" : "none";
        },
      );
    }
    this.querySelectorAll("[data-layer]").forEach((section) => {
      /** @type {HTMLElement} */ (section).hidden = !section.querySelector("li:not([hidden])");
    });
    this.first.value = Math.floor(range.from + 1e-6);
    this.last.value = Math.ceil(range.to - 1e-6) - 1;
    this.said.textContent = rangeWords(range);
    this.topic.value = topics.length === 1 ? topics[0] : "";
    const eras = this.names.eras,
      era = eras.findIndex(
        (e) => this.range && Math.abs(e.from - range.from) < 0.003 && Math.abs(e.to - range.to) < 0.003,
      );
    this.era.value = era < 0 ? "" : String(era);
    const name = this.place && this.spots.get(this.place)?.querySelector("span")?.firstChild?.textContent;
    this.status.textContent = name
      ? `${name}: ${plural(here, "event")}, in the list below.`
      : `${plural(seen.size, "event")} at ${plural(shown, "place")}. Pick a place to see what happened there.`;
    const query = encode({ ...this.state, range: this.range }, "");
    this.back.href = this.timeline + query;
  }
}
