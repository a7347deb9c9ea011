/** One mounted timeline: what it holds, its state, and what follows when that changes. */

import { textOf } from "../dom.js";
import { drawChosen } from "./controls.js";
import { drawEras } from "./eras.js";
import { fill, match } from "./filters.js";
import { build } from "./interface.js";
import { drawMain } from "./lanes.js";
import { drawList } from "./list.js";
import { listen } from "./listening.js";
import { Index, visible } from "./marks.js";
import { drawOverview, drawStrip } from "./overview.js";
import { entries, FINE } from "./page.js";
import { drawPanel } from "./panel.js";
import { coloursOf } from "./pen.js";
import { clamp, decode, encode, LEAST, renewed, zoom } from "./state.js";
import { counted, say, summary } from "./status.js";
import { learn } from "./told.js";

/** @import {Period} from "./calendar.js" */
/** @import {Spot} from "./lanes.js" */
/** @import {Entry, Frame} from "./page.js" */
/** @import {Colours} from "./pen.js" */

export class View {
  /**
   * @param {HTMLElement} host
   * @param {HTMLElement} list
   */
  constructor(host, list) {
    const { series, topics, eras, former } = /** @type {Frame} */ (JSON.parse(textOf(host, "[data-names]")));
    this.former = former || {};
    this.host = host;
    this.list = list;
    this.names = this.spellings = /** @type {Record<string, string>} */ ({}); /* once they are here (told.js) */
    this.learn = () => learn(this);
    this.series = series;
    this.bounds = { from: Number(host.dataset.from), to: Number(host.dataset.to) };
    this.entries = entries(list);
    this.lanes = topics.filter((topic) => this.entries.some((event) => event.topics.includes(topic.id)));
    this.eras = eras.filter((era) => era.to > this.bounds.from && era.from < this.bounds.to);
    this.events = /** @type {Entry[]} */ ([]); /* as they stand in the lanes, one of several topics more than once */
    this.index = new Index([]);
    this.ids = /** @type {Map<string, number>} */ (new Map());
    this.places = /** @type {number[]} */ ([]); /* of lanes, from the top; -1 without an event that matches */
    this.spots = /** @type {Spot[]} */ ([]);
    this.members = /** @type {WeakMap<Element, number[]>} */ (new WeakMap()); /* of clusters, by their buttons */
    this.small = matchMedia("screen and (max-width: 44.9em)"); /* paper is narrow too, but no phone */
    this.coarse = matchMedia("(pointer: coarse)");
    this.size = { ...FINE, pill: 18 };
    this.pool = /** @type {Map<number | string, HTMLElement>} */ (new Map()); /* labels and clusters on show */
    this.labels = /** @type {HTMLElement[]} */ ([]); /* all that were made: they come back */
    this.letters = /** @type {Record<string, number>} */ ({}); /* widths in each font, once measured */
    this.colours = /** @type {Colours | null} */ (null);
    this.opener = /** @type {HTMLElement | null} */ (null);
    this.focused = this.shut = -1; /* the event that has, or had, the focus in the lanes; the one that was open last */
    this.held = this.dragged = this.named = false; /* it is about to get it, so it needs a label; a drag is on */
    this.rows = this.wide = this.tall = this.high = this.frame = this.version = 0;
    this.moving = this.noting = this.saying = 0; /* timers: hands move the lanes; the address, the live region follow */
    this.strewn = this.listed = this.opened = this.filled = this.unfolded = ""; /* for what parts were last drawn */
    this.path = location.pathname;
    this.found = /** @type {import("../finder/main.js").Answer | null} */ (null); /* in the index */
    this.state = decode(location.search, this.bounds);
    this.ui = build(this);
    this.area = this.ui.area;
    this.resizes = new ResizeObserver(() => this.paint());
    this.schemes = new MutationObserver(() => this.repaint());
    this.load();
    say(this, 0);
    host.prepend(this.ui.node);
    this.stop = new AbortController();
    listen(this, { signal: this.stop.signal });
  }

  /** Leaves nothing behind. */
  end() {
    this.stop.abort();
    this.resizes.disconnect();
    this.schemes.disconnect();
    cancelAnimationFrame(this.frame);
    for (const timer of [this.saying, this.noting, this.moving]) clearTimeout(timer);
    this.ui.node.remove();
    if (!document.querySelector(".tv-ui")) delete document.documentElement.dataset.timeline;
  }

  /**
   * Where an instant stands in the whole period, 0 to 1.
   * @param {number} t
   */
  share01(t) {
    return Math.min(1, Math.max(0, (t - this.bounds.from) / (this.bounds.to - this.bounds.from)));
  }

  /**
   * An event, where it stands first.
   * @param {string} id
   */
  indexOf(id) {
    return this.ids.get(id) ?? -1;
  }

  range() {
    return this.state.range || this.bounds;
  }

  listing() {
    return this.state.view === "list";
  }

  /**
   * Shows a range at once; the URL follows when the movement is over.
   * @param {Period} range
   */
  show(range) {
    this.state.range = clamp(range, this.bounds);
    this.paint();
  }

  /**
   * Zooms about an event in view, or the middle.
   * @param {number} factor
   * @param {number} i
   */
  zoomBy(factor, i) {
    const range = this.range();
    const t = this.index.at[i];
    this.show(zoom(range, factor, t > range.from && t < range.to ? t : (range.from + range.to) / 2));
    this.note(300);
  }

  /**
   * Has an event in view.
   * @param {number} i
   */
  reach(i) {
    const { from, to } = this.range();
    const [half, t] = [(to - from) / 2, this.index.at[i]];
    if (t >= from && t <= to - half * 0.08) return;
    this.show({ from: t - half, to: t + half });
    this.note(400);
  }

  /** @param {number} i */
  focus(i) {
    this.focused = i;
    this.held = true;
    this.draw();
    this.held = false;
    this.pool.get(i)?.focus();
  }

  /**
   * @param {Record<string, any>} part
   * @param {number} [wait] ms before the URL follows
   */
  change(part, wait = 0) {
    if (part.range) part.range = clamp(part.range, this.bounds);
    Object.assign(this.state, part);
    this.adopt();
    this.note(wait);
  }

  reset() {
    this.change({ ...decode("", this.bounds), view: this.state.view });
    this.ui.query.focus();
  }

  /**
   * Writes the state into the URL, one step of history for one movement; a frame's host keeps its own history.
   * @param {number} wait
   */
  note(wait) {
    clearTimeout(this.noting);
    this.noting = setTimeout(() => {
      const here = location.pathname + encode(this.state, location.search);
      if (here === location.pathname + location.search + location.hash) return;
      history[window === top ? "pushState" : "replaceState"](null, "", here);
    }, wait);
    say(this, wait + 350);
  }

  /** Takes the state over from the URL; a hash that leads into the list shows the list. */
  load() {
    const aim = document.getElementById(location.hash.slice(1));
    if (this.list.contains(aim)) this.state.view = "list";
    this.adopt();
    if (this.listing()) requestAnimationFrame(() => aim?.scrollIntoView());
  }

  /** Brings everything in line with the state: filters, list, panel, drawing. */
  adopt() {
    const { lanes, list } = this;
    const state = (this.state = renewed(this.state, this.former));
    state.topics = state.topics.filter((id) => lanes.some((lane) => lane.id === id));
    if (state.query || state.actors.length || state.data || state.event) this.learn();
    if (this.named) state.actors = state.actors.filter((id) => Object.hasOwn(this.names, id));
    if (!this.entries.some(({ id }) => id === state.event)) state.event = "";
    if (!this.series.some((one) => one.id === state.data)) state.data = "";
    fill(this);
    match(this);
    this.version += 1;
    this.host.toggleAttribute("data-listing", this.listing());
    if (this.listing() || this.small.matches) list.removeAttribute("hidden");
    else list.setAttribute("hidden", "until-found");
    drawChosen(this);
    drawPanel(this);
    this.paint();
  }

  paint() {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  /** Draws in new colours, or in another type. */
  repaint() {
    this.colours = null;
    this.paint();
  }

  /** The theme's colours, as long as they hold. */
  palette() {
    return (this.colours ??= coloursOf(this.ui.node, Math.max(0, ...this.lanes.map((lane) => lane.n))));
  }

  draw() {
    const range = this.range();
    const { zooms, clear, status } = this.ui;
    const seen = visible(this.index, range);
    /* What is asked of the layout comes first, then what is drawn, then what changes the page: a canvas that writes
       asks for styles too, and would have them computed again and again. */
    this.wide = this.area.clientWidth;
    const across = this.ui.over.clientWidth;
    drawStrip(this, across);
    if (this.wide && !this.listing()) {
      drawMain(this, range, seen);
      drawEras(this, range);
    }
    drawOverview(this, range, across);
    drawList(this, range, seen);
    const nearest = range.to - range.from <= LEAST * 1.01;
    for (const [i, one] of zooms.entries()) one.setAttribute("aria-disabled", String(i ? !this.state.range : nearest));
    clear.hidden = !encode({ ...this.state, view: "" }, "");
    const said = summary(this, counted(this, seen));
    if (status.textContent !== said) status.textContent = said;
  }
}
