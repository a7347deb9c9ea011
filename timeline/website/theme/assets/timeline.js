// @ts-check
/**
 * <timeline-view>: an overview, lanes and a reading panel, built from the list of events that the element holds.
 * The list stays the truth: nothing is fetched, and without this script the page is complete. State stands in the
 * URL's query (names: see decode in timeline-model.js). Mounts and unmounts with its element, so it needs no hook
 * into instant navigation.
 * @requires timeline-model.js
 *
 * @typedef {{id: string, title: string, n: number}} Lane
 * @typedef {{title: string, from: number, to: number}} Era
 * @typedef {{id: string, title: string, unit: string, lines: {title: string, points: [number, number][]}[]}} Series
 * @typedef {{ink: string, soft: string, rule: string, paper: string, font: string, topics: string[]}} Colours
 * @typedef {{id: string, item: HTMLElement, link: HTMLAnchorElement, title: string, date: string, summary: string, start: number, end: number,
 *   soft: string, weight: number, topics: string[], actors: string[], colour: number, data: DOMStringMap, lane: number, text?: string}} Entry
 */
(() => {
  "use strict";
  if (customElements.get("timeline-view")) return;

  const M = TimelineModel;
  /* Pixels: a lane above its labels, a row of them, the axis, the data lane, the overview's drawing, how near marks gather, half a handle. */
  const TOP = 18, ROW = 15, AXIS = 26, DATA = 110, STRIP = 46, NEAR = 11, GRIP = 12;

  /** An element, "tag.class"; functions among its attributes listen. @param {string} what @param {Record<string, any>} [attributes] @param {(Node | string)[]} children @returns {any} */
  function make(what, attributes = {}, ...children) {
    const [tag, name] = what.split("."), node = document.createElement(tag);
    if (name) node.className = name;
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") node.addEventListener(name, value);
      else if (value === true) node.setAttribute(name, "");
      else if (value !== false && value != null) node.setAttribute(name, value);
    }
    node.append(...children);
    return node;
  }

  /** @param {Record<string, any>} attributes @param {(Node | string)[]} children */
  const button = (attributes, ...children) => make("button", { type: "button", ...attributes }, ...children);

  /** @param {Element} node @param {string} selector */
  const textOf = (node, selector) => node.querySelector(selector)?.textContent?.trim() || "";

  /** @param {string | undefined} text @param {string} by */
  const split = (text, by) => (text || "").split(by).filter(Boolean);

  /** @param {number} n @param {string} word */
  const plural = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;

  /** Whether a click asks for a new tab or window: that stays the browser's. @param {MouseEvent} e */
  const modified = (e) => e.ctrlKey || e.metaKey || e.shiftKey || e.altKey || e.button > 0;

  /** One mounted timeline. */
  class View {
    /** @param {HTMLElement} host @param {HTMLElement} list */
    constructor(host, list) {
      this.host = host;
      this.list = list;
      const { actors, series, topics, eras } = JSON.parse(textOf(host, "[data-names]"));
      /** @type {Record<string, string>} */
      this.names = actors;
      /** @type {Series[]} */
      this.series = series;
      this.bounds = { from: Number(host.dataset.from), to: Number(host.dataset.to) };
      this.events = this.read();
      /** @type {Lane[]} */
      this.lanes = topics.filter((/** @type {Lane} */ topic) => this.events.some((event) => event.topics[0] === topic.id));
      for (const event of this.events) event.lane = this.lanes.findIndex((lane) => lane.id === event.topics[0]);
      /** @type {Era[]} */
      this.eras = eras.filter((/** @type {Era} */ era) => era.to > this.bounds.from && era.from < this.bounds.to);
      this.index = new M.Index(this.events);
      this.ids = new Map(this.events.map(({ id }, i) => [id, i]));
      /** Where each lane stands, from the top; -1 without an event that matches. @type {number[]} */
      this.places = [];
      this.small = matchMedia("screen and (max-width: 44.9em)"); /* paper is narrow too, but no phone */
      /** Labels and clusters on show. @type {Map<number | string, HTMLElement>} */
      this.pool = new Map();
      /** Widths of labels, and of the letters in each font, once measured. @type {number[]} */
      this.widths = [];
      /** @type {Record<string, number>} */
      this.letters = {};
      /** @type {Colours | null} */
      this.colours = null;
      /** @type {HTMLElement | null} */
      this.opener = null;
      this.focused = -1; /* the event that has, or had, the focus in the lanes */
      this.held = this.dragged = false; /* it is about to get it, so it needs a label; a drag is on */
      this.rows = this.wide = this.tall = this.frame = this.noting = this.saying = this.version = 0;
      this.strewn = this.listed = this.opened = ""; /* what overview, list and panel were last drawn for */
      this.path = location.pathname;
      this.boxes = this.views = this.handles = this.zooms = /** @type {any[]} */ ([]);
      this.resizes = new ResizeObserver(() => this.paint());
      this.schemes = new MutationObserver(() => this.repaint());
      this.build();
      this.state = M.decode(location.search, this.bounds);
      this.load();
      this.say(0);
      host.prepend(this.ui);
      this.stop = new AbortController();
      this.listen({ signal: this.stop.signal });
    }

    /** Leaves nothing behind. */
    end() {
      this.stop.abort();
      this.resizes.disconnect();
      this.schemes.disconnect();
      cancelAnimationFrame(this.frame);
      clearTimeout(this.saying);
      clearTimeout(this.noting);
      this.ui.remove();
    }

    /** The events of the list, in order of time. @returns {Entry[]} */
    read() {
      return Array.from(this.list.querySelectorAll("li.tl-item"), (node) => {
        const item = /** @type {HTMLElement} */ (node), data = item.dataset, link = /** @type {HTMLAnchorElement} */ (item.querySelector("a"));
        return {
          id: data.id || "", item, link, title: link.textContent || "", get date() { return textOf(item, ".tl-item__date"); }, get summary() { return textOf(item, ".tl-item__summary"); }, start: Number(data.start), end: Number(data.end), soft: data.soft || "",
          weight: ["", "minor", "major", "landmark"].indexOf(data.importance || ""), topics: split(data.topics, " "), actors: split(data.actors, " "), colour: Number(data.topic),
          data, lane: 0,
        };
      }).sort((a, b) => a.start - b.start);
    }

    /* --- Building the interface ------------------------------------------------------------------------- */

    build() {
      this.query = make("input", { type: "search", "aria-label": "Search these events", placeholder: "Search these events", maxlength: 100, input: () => this.change({ query: this.query.value.trim() }, 700) });
      this.boxes = this.lanes.map(({ id }) => make("input", { type: "checkbox", value: id, change: () => this.change({ topics: this.boxes.filter((box) => box.checked).map((box) => box.value) }) }));
      const topics = this.lanes.map((lane, i) => make("label", { "data-topic": lane.n }, this.boxes[i], make("i.tl-dot"), lane.title));
      this.who = make("input", { type: "search", "aria-label": "Find a person or body", placeholder: "Name", input: () => this.suggest() });
      this.found = make("div.tv-found");
      this.pick = make("select", { "aria-label": "Figures under the timeline", hidden: !this.series.length, change: () => this.change({ data: this.pick.value }) },
        make("option", { value: "" }, "No figures"), ...this.series.map((one) => make("option", { value: one.id }, one.title)));
      this.clear = button({ class: "tv-clear", click: () => this.reset() }, "Clear");
      this.views = ["", "list"].map((view) => button({ click: () => this.change({ view }) }, view ? "List" : "Timeline"));
      this.share = make("div");
      const controls = make("form.tv-controls", { "aria-label": "Filter the timeline", submit: (/** @type {Event} */ e) => e.preventDefault() },
        this.query, ...this.pop("Topics", () => 0, ...topics), ...this.pop("People and bodies", () => this.suggest(), this.who, this.found), this.pick, this.clear,
        make("span.tv-end", {}, make("span.tv-switch", { role: "group", "aria-label": "View" }, ...this.views), ...this.pop("Share", () => this.offer(), this.share)));
      this.chosen = make("div.tv-chosen");

      this.strip = make("canvas", { "aria-hidden": "true" });
      this.pane = make("div.tv-window");
      this.handles = ["Start", "End"].map((end, i) => make("div", {
        class: "tv-handle", role: "slider", tabindex: 0, "aria-label": end + " of the period in view", "aria-valuemin": this.bounds.from, "aria-valuemax": this.bounds.to,
        "data-end": i ? "to" : "from", keydown: (/** @type {KeyboardEvent} */ e) => this.slide(e, i),
      }));
      const eras = this.eras.map(({ title, from, to }) => button({
        title, tabindex: -1, style: `left:${this.share01(from) * 100}%;width:calc(${(this.share01(to) - this.share01(from)) * 100}% - 1px)`, click: () => this.change({ range: { from, to } }),
      }, make("span", {}, title)));
      const over = this.drag((e) => this.grip(e), ({ part, from, to }, dx) => {
        const by = dx * (this.bounds.to - this.bounds.from) / this.over.clientWidth;
        if (part) this.stretch(part === "to" ? 1 : 0, (part === "to" ? to : from) + by);
        else this.show({ from: from + by, to: to + by });
      });
      this.over = make("div.tv-overview", { role: "group", "aria-label": "Overview of the whole period", ...over }, this.strip, this.pane, ...this.handles, make("div.tv-eras", {}, ...eras));

      this.plot = make("canvas", { "aria-hidden": "true" });
      this.links = make("div.tv-links");
      const pan = this.drag(() => this.range(), (start, dx, pinch, at) => {
        const scale = (start.to - start.from) / this.wide, from = start.from - dx * scale;
        this.show(M.zoom({ from, to: start.to - dx * scale }, pinch, from + at * scale));
      });
      this.area = make("div.tv-area", {
        role: "group", "aria-label": "Timeline", "aria-describedby": "tv-help", ...pan, keydown: (/** @type {KeyboardEvent} */ e) => this.key(e), wheel: (/** @type {WheelEvent} */ e) => this.wheel(e),
        click: (/** @type {MouseEvent} */ e) => this.click(e), mousemove: (/** @type {MouseEvent} */ e) => this.hover(e), focusin: (/** @type {any} */ e) => { this.focused = Number(e.target.dataset.i ?? this.focused); },
      }, this.plot, this.links);
      this.gutter = make("div.tv-gutter", { "aria-hidden": "true" }, ...this.lanes.map((lane) => make("span", { "data-topic": lane.n }, lane.title)));
      this.panel = make("section.tv-panel", { hidden: true, tabindex: -1 });
      this.zooms = Object.entries({ "Zoom in": 2, "Zoom out": 0.5, "Whole period": 0 }).map(([text, factor]) =>
        button({ click: () => (factor ? this.zoomBy(factor, this.indexOf(this.state.event)) : this.change({ range: null })) }, text));
      this.status = make("p.tv-status", { "aria-hidden": "true" });
      this.live = make("p.tv-help", { role: "status" });
      this.ui = make("section.tv-ui", { "aria-label": "Interactive timeline", keydown: (/** @type {KeyboardEvent} */ e) => this.escape(e) }, controls, this.chosen, this.over,
        make("div.tv-body", {}, make("div.tv-main", {}, this.gutter, this.area), this.panel),
        make("div.tv-foot", {}, this.status, make("div.tv-zoom", { role: "group", "aria-label": "Zoom" }, ...this.zooms)),
        this.live, make("p", { id: "tv-help", hidden: true },
          "Arrow keys go along and between lanes, Home and End to the first and last. Enter opens, plus and minus zoom, 0 shows all, Escape leaves."));
    }

    /** A button and the box that it opens; the browser closes it and gives the focus back. @param {string} title @param {() => void} ready what fills it @param {Node[]} content */
    pop(title, ready, ...content) {
      const box = make("div", {
        class: "tv-pop", popover: true, beforetoggle: () => {
          const at = opener.getBoundingClientRect();
          box.style.cssText = `--x:${at.left + scrollX}px;top:${at.bottom + scrollY + 4}px`;
          ready();
        },
      }, ...content), opener = button({ class: "tv-opener" }, title);
      opener.popoverTargetElement = box;
      return [opener, box];
    }

    /** Where an instant stands in the whole period, 0 to 1. @param {number} t */
    share01(t) {
      return Math.min(1, Math.max(0, (t - this.bounds.from) / (this.bounds.to - this.bounds.from)));
    }

    /** @param {string} id */
    indexOf(id) {
      return this.ids.get(id) ?? -1;
    }

    /* --- Listening -------------------------------------------------------------------------------------- */

    /** To what outlives the interface. @param {AddEventListenerOptions} on */
    listen(on) {
      addEventListener("popstate", () => {
        if (location.pathname !== this.path) return;
        this.state = M.decode(location.search, this.bounds);
        this.load();
        this.say(350);
      }, on);
      this.resizes.observe(this.area);
      this.resizes.observe(this.over);
      this.schemes.observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
      matchMedia("(forced-colors: active)").addEventListener("change", () => this.repaint(), on);
      this.small.addEventListener("change", () => this.adopt(), on);
      document.fonts.addEventListener("loadingdone", () => { this.widths = []; this.letters = {}; this.repaint(); }, on);
      this.list.addEventListener("click", (e) => this.open(e), on);
      this.list.addEventListener("beforematch", () => this.change({ view: "list" }), on); /* found in the page */
    }

    /**
     * What listens to one drag, by mouse, pen or one finger, or a pinch by two. Vertical moves stay the page's.
     * @param {(e: PointerEvent) => any} begin @param {(start: any, dx: number, pinch: number, at: number) => void} move
     */
    drag(begin, move) {
      const fingers = /** @type {Map<number, PointerEvent>} */ (new Map());
      let start = /** @type {any} */ (null), x0 = 0, gap0 = 0;
      const middle = () => [...fingers.values()].reduce((sum, e) => sum + e.clientX, 0) / fingers.size;
      const gap = () => {
        const [a, b] = fingers.values();
        return b ? Math.max(24, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)) : 1;
      };
      const restart = (/** @type {PointerEvent} */ e) => { start = begin(e); x0 = middle(); gap0 = gap(); };
      const end = (/** @type {PointerEvent} */ e) => {
        if (!fingers.delete(e.pointerId)) return;
        if (fingers.size) return restart(e);
        if (this.dragged) this.note(0);
        setTimeout(() => { this.dragged = false; }); /* after the click that ends a drag */
      };
      return {
        pointerdown: (/** @type {PointerEvent} */ e) => {
          if (e.button > 0 || /** @type {HTMLElement} */ (e.target).closest("button")) return;
          fingers.set(e.pointerId, e);
          restart(e);
        },
        pointermove: (/** @type {PointerEvent} */ e) => {
          const node = /** @type {HTMLElement} */ (e.currentTarget);
          if (!fingers.has(e.pointerId)) return;
          fingers.set(e.pointerId, e);
          if (!this.dragged && fingers.size < 2 && Math.abs(middle() - x0) < 4) return;
          node.setPointerCapture(e.pointerId);
          this.dragged = true;
          move(start, middle() - x0, gap() / gap0, middle() - node.getBoundingClientRect().left);
        },
        pointerup: end, pointercancel: end, dragstart: (/** @type {Event} */ e) => e.preventDefault(),
      };
    }

    /** What a pointer rests on, in a tooltip. @param {MouseEvent} e */
    hover(e) {
      const event = e.buttons ? null : this.events[this.hit(e)];
      this.area.title = event ? `${event.date}: ${event.title}` : "";
    }

    /** What a pointer takes hold of in the overview; elsewhere the window jumps to it. @param {PointerEvent} e */
    grip(e) {
      const target = /** @type {HTMLElement} */ (e.target), part = target.dataset.end, range = this.range(), box = this.over.getBoundingClientRect();
      if (!part && target !== this.pane) {
        const half = (range.to - range.from) / 2, at = this.bounds.from + (e.clientX - box.left) / box.width * (this.bounds.to - this.bounds.from);
        this.show({ from: at - half, to: at + half });
        this.note(400);
      }
      return { part, ...this.range() };
    }

    /** @param {WheelEvent} e */
    wheel(e) {
      const sideways = e.shiftKey ? e.deltaY || e.deltaX : Math.abs(e.deltaX) > Math.abs(e.deltaY) * 2 ? e.deltaX : 0;
      const range = this.range(), scale = (range.to - range.from) / this.wide;
      if (e.ctrlKey || e.metaKey) {
        const x = e.clientX - this.area.getBoundingClientRect().left;
        this.show(M.zoom(range, Math.exp(-e.deltaY / 250), range.from + x * scale));
      } else if (sideways) this.show({ from: range.from + sideways * scale, to: range.to + sideways * scale });
      else return;
      e.preventDefault();
      this.note(400);
    }

    /** @param {KeyboardEvent} e */
    key(e) {
      if (e.altKey || e.ctrlKey || e.metaKey || this.focused < 0) return;
      const { index, focused } = this, lane = index.lane[focused];
      const beside = (/** @type {number} */ step) => {
        let to = -1;
        for (let other = lane + step; to < 0 && other >= 0 && other < this.lanes.length; other += step) to = M.nearest(index, index.start[focused], other);
        return to;
      };
      const keys = /** @type {Record<string, () => number | void>} */ ({
        "+": () => this.zoomBy(2, focused), "-": () => this.zoomBy(0.5, focused),
        0: () => this.change({ range: null }), Home: () => M.next(index, -1, 1, -1), End: () => M.next(index, index.n, -1, -1),
        ArrowRight: () => M.next(index, focused, 1, lane), ArrowLeft: () => M.next(index, focused, -1, lane), ArrowUp: () => beside(-1), ArrowDown: () => beside(1),
      });
      const act = keys[e.key === "=" ? "+" : e.key];
      if (!act) return;
      e.preventDefault();
      const to = act() ?? -1;
      if (to < 0) return;
      this.reach(to);
      this.focus(to);
    }

    /** Has an event in view. @param {number} i */
    reach(i) {
      const { from, to } = this.range(), half = (to - from) / 2, t = this.index.at[i];
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

    /** @param {KeyboardEvent} e @param {number} end 0 is the start of the period, 1 its end */
    slide(e, end) {
      const range = this.range(), value = end ? range.to : range.from, step = (range.to - range.from) / 20;
      const steps = /** @type {Record<string, number>} */ ({ ArrowLeft: -1, ArrowDown: -1, PageDown: -5, ArrowRight: 1, ArrowUp: 1, PageUp: 5, Home: -Infinity, End: Infinity });
      if (!steps[e.key]) return;
      e.preventDefault();
      this.stretch(end, value + steps[e.key] * step);
      this.note(400);
    }

    /** Moves one end of the period, the other stays. @param {number} end @param {number} value */
    stretch(end, value) {
      const { from, to } = this.range();
      this.show(end ? { from, to: Math.max(Math.min(value, this.bounds.to), from + M.LEAST) } : { from: Math.min(Math.max(value, this.bounds.from), to - M.LEAST), to });
    }

    /** @param {KeyboardEvent} e */
    escape(e) {
      if (e.key !== "Escape" || this.ui.querySelector(":popover-open")) return; /* the browser closes it */
      if (this.state.event) this.change({ event: "" });
      else if (this.area.contains(/** @type {Node} */ (e.target))) this.query.focus();
      else return;
      e.preventDefault();
    }

    /** A click on a label or a mark. @param {MouseEvent} e */
    click(e) {
      const i = this.hit(e);
      if (!this.dragged && (i < 0 || modified(e))) return;
      e.preventDefault();
      e.stopPropagation(); /* instant navigation listens too */
      if (this.dragged) return;
      this.focused = i;
      this.change({ event: this.events[i].id });
    }

    /** Opens a cluster: zooms to what it gathers, or opens its first event where no zoom parts them. @param {number[]} members */
    enter(members) {
      const { at } = this.index, from = at[members[0]], to = at[members[members.length - 1]], air = Math.max((to - from) * 0.15, M.LEAST / 2), range = this.range();
      this.change(range.to - range.from > M.LEAST * 1.01 ? { range: { from: from - air, to: to + air } } : { event: this.events[members[0]].id });
      this.focus(members[0]);
    }

    /** The event under a pointer, by its label or its mark, or -1. @param {MouseEvent} e */
    hit(e) {
      const target = /** @type {HTMLElement} */ (e.target), box = this.area.getBoundingClientRect(), x = e.clientX - box.left, { index } = this, range = this.range();
      const scale = this.wide / (range.to - range.from), place = Math.floor((e.clientY - box.top) / this.tall);
      let best = Number(target.dataset.i ?? -1), near = target.closest("a, button") ? 0 : 14;
      for (const i of M.visible(index, range)) {
        const left = (index.at[i] - range.from) * scale - x, away = Math.max(left, -left - index.bar[i] * scale, 0);
        if (this.places[index.lane[i]] === place && away < near) { near = away; best = i; }
      }
      return best;
    }

    /** A click on a title of the list: on a small screen it opens the sheet, or a folded era. @param {MouseEvent} e */
    open(e) {
      const link = /** @type {HTMLElement} */ (e.target).closest("a"), item = link?.closest("li.tl-item"), chapter = link?.closest("[data-folded] h2");
      if (!link || this.listing() || modified(e) || !(item || chapter)) return;
      e.preventDefault();
      e.stopPropagation();
      if (item) {
        this.change({ event: /** @type {HTMLElement} */ (item).dataset.id });
        this.opener = link;
        this.panel.focus();
      } else {
        const era = this.eras.find((one) => one.title === link.textContent);
        if (era) this.change({ range: { from: era.from, to: era.to } });
        this.draw();
        chapter?.scrollIntoView();
      }
    }

    /* --- State ------------------------------------------------------------------------------------------ */

    range() {
      return this.state.range || this.bounds;
    }

    listing() {
      return this.state.view === "list";
    }

    /** Shows a range at once; the URL follows when the movement is over. @param {Period} range */
    show(range) {
      this.state.range = M.clamp(range, this.bounds);
      this.paint();
    }

    /** Zooms about an event in view, or the middle. @param {number} factor @param {number} i */
    zoomBy(factor, i) {
      const range = this.range(), t = this.index.at[i], at = t > range.from && t < range.to ? t : (range.from + range.to) / 2;
      this.show(M.zoom(range, factor, at));
      this.note(300);
    }

    /** @param {Record<string, any>} part @param {number} [wait] ms before the URL follows */
    change(part, wait = 0) {
      if (part.range) part.range = M.clamp(part.range, this.bounds);
      Object.assign(this.state, part);
      this.adopt();
      this.note(wait);
    }

    reset() {
      this.change({ ...M.decode("", this.bounds), view: this.state.view });
      this.query.focus();
    }

    /** Writes the state into the URL, one step of history for one movement; a frame's host keeps its own history. @param {number} wait */
    note(wait) {
      clearTimeout(this.noting);
      this.noting = setTimeout(() => {
        const here = location.pathname + M.encode(this.state, location.search);
        if (here === location.pathname + location.search + location.hash) return;
        history[window === top ? "pushState" : "replaceState"](history.state, "", here); /* Material keeps the scroll position there */
      }, wait);
      this.say(wait + 350);
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
      const { state, index, lanes, list } = this, words = split(M.fold(state.query), " "), listing = this.listing();
      state.topics = state.topics.filter((id) => lanes.some((lane) => lane.id === id));
      state.actors = state.actors.filter((id) => Object.hasOwn(this.names, id));
      if (this.indexOf(state.event) < 0) state.event = "";
      if (!this.series.some((one) => one.id === state.data)) state.data = "";
      this.events.forEach((event, i) => {
        if (words[0]) event.text ||= M.fold([event.title, event.summary, event.date, ...event.actors.map((id) => this.names[id])].join(" ")); /* takes long: only if one searches */
        index.shown[i] = +((!state.topics.length || event.topics.some((id) => state.topics.includes(id)))
          && state.actors.every((id) => event.actors.includes(id)) && words.every((word) => event.text?.includes(word)));
      });
      this.version += 1;
      let rows = 0; /* lanes without a match fold away, and fewer lanes have more labels each */
      this.places = lanes.map((_, n) => (M.next(index, -1, 1, n) < 0 ? -1 : rows++));
      this.places.forEach((place, n) => { this.gutter.children[n].hidden = place < 0; });
      this.rows = rows > 4 ? 2 : rows > 2 ? 3 : 4;
      this.tall = TOP + ROW * this.rows + 4;
      this.gutter.style.setProperty("--tall", this.tall + "px");
      if (this.query.value.trim() !== state.query) this.query.value = state.query;
      for (const box of this.boxes) box.checked = state.topics.includes(box.value);
      this.pick.value = state.data;
      this.views.forEach((view, i) => view.setAttribute("aria-pressed", String(listing === i > 0)));
      this.host.toggleAttribute("data-listing", listing);
      if (listing || this.small.matches) list.removeAttribute("hidden");
      else list.setAttribute("hidden", "until-found");
      this.drawChosen();
      this.drawPanel();
      this.paint();
    }

    paint() {
      if (!this.frame) this.frame = requestAnimationFrame(() => { this.frame = 0; this.draw(); });
    }

    /** Draws in new colours, or in another type. */
    repaint() {
      this.colours = null;
      this.paint();
    }

    /* --- Drawing ---------------------------------------------------------------------------------------- */

    draw() {
      const range = this.range(), { state } = this, seen = M.visible(this.index, range);
      this.wide = this.area.clientWidth;
      this.drawOverview(range);
      if (this.wide && !this.listing()) this.drawMain(range, seen);
      this.drawList(range, seen.length);
      this.zooms.forEach((zoom, i) => zoom.setAttribute("aria-disabled", String(i ? !state.range : range.to - range.from <= M.LEAST * 1.01)));
      this.clear.hidden = !M.encode({ ...state, view: "" }, "");
      this.status.textContent = this.summary(seen.length);
    }

    summary(count = M.visible(this.index, this.range()).length) {
      const range = this.range();
      return count ? `${M.rangeWords(range)}: ${plural(count, "event")}` : "No event matches. Clear a filter or widen the period.";
    }

    /** Says, politely and once a movement has ended, what is in view and which event is open. @param {number} wait */
    say(wait) {
      clearTimeout(this.saying);
      this.saying = setTimeout(() => {
        const event = this.events[this.indexOf(this.state.event)], text = this.summary() + (event ? `. Open: ${event.title}` : "");
        if (this.live.textContent !== text) this.live.textContent = text;
      }, wait);
    }

    /** The theme's colours, as long as they hold. @returns {Colours} */
    palette() {
      if (this.colours) return this.colours;
      const style = getComputedStyle(this.ui), of = (/** @type {string | number} */ name) => style.getPropertyValue("--tl-" + name);
      return this.colours = { ink: of("ink"), soft: of("soft"), rule: of("rule"), paper: of("paper"), font: "13px " + style.fontFamily, topics: Array.from({ length: 1 + Math.max(0, ...this.lanes.map((lane) => lane.n)) }, (_, n) => of(n) || of("link")) };
    }

    /** @param {HTMLCanvasElement} canvas @param {number} width @param {number} height */
    brush(canvas, width, height) {
      const ratio = devicePixelRatio, w = Math.round(width * ratio), h = Math.round(height * ratio);
      if (canvas.width !== w) canvas.width = w;
      if (canvas.height !== h) canvas.height = h;
      const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      pen.clearRect(0, 0, width, height);
      pen.font = this.palette().font;
      pen.textBaseline = "middle";
      return pen;
    }

    /** @param {Period} range */
    drawOverview(range) {
      const width = this.over.clientWidth, left = this.share01(range.from) * width, right = this.share01(range.to) * width;
      const middle = Math.min(Math.max((left + right) / 2, GRIP), width - GRIP); /* the handles of a short period stand apart */
      this.pane.style.left = left + "px";
      this.pane.style.width = right - left + "px";
      [Math.min(left, middle - GRIP), Math.max(right, middle + GRIP)].forEach((x, i) => {
        const handle = this.handles[i], t = i ? range.to - 1e-6 : range.from;
        handle.style.left = x + "px";
        handle.setAttribute("aria-valuenow", t.toFixed(3));
        handle.setAttribute("aria-valuetext", M.words(t, 0.5));
      });
      const key = [width, devicePixelRatio, this.version].join();
      if (this.strewn === key && this.colours) return;
      this.strewn = key;
      const pen = this.brush(this.strip, width, STRIP), bins = Math.max(1, Math.min(Math.floor(width / 5), 220)), step = width / bins;
      const { rule, soft } = this.palette(), { all, counts, most } = M.density(this.index, this.bounds, bins);
      for (const part of [all, counts]) { /* what filters leave stands before the whole */
        pen.fillStyle = part === all ? rule : soft;
        part.forEach((count, n) => {
          const tall = count && 3 + Math.sqrt(count / most) * (STRIP - 22);
          pen.fillRect(n * step + 0.5, STRIP - 16 - tall, Math.max(step - 1, 1), tall);
        });
      }
      for (const { t, text } of M.ticks(this.bounds, width, 56)) {
        const x = this.share01(t) * width;
        if (x + 34 < width) pen.fillText(text, x + 4, STRIP - 6);
        pen.fillRect(x, STRIP - 14, 1, 14);
      }
    }

    /** @param {Period} range @param {number[]} seen */
    drawMain(range, seen) {
      const colours = this.palette(), { wide, index, events, places, tall, rows, links } = this, scale = wide / (range.to - range.from);
      const series = this.series.find((one) => one.id === this.state.data), lanes = Math.max(...places) + 1, height = lanes * tall + AXIS + (series ? DATA : 0);
      const pen = this.brush(this.plot, wide, height), bottom = height - AXIS;
      const at = (/** @type {number} */ t) => (t - range.from) * scale, top = (/** @type {number} */ i) => places[index.lane[i]] * tall;
      this.area.style.height = height + "px";
      for (const { t, text, strong } of M.ticks(range, wide, 72)) {
        const x = Math.round(at(t));
        pen.fillStyle = strong ? colours.soft : colours.rule;
        pen.globalAlpha = strong ? 0.35 : 0.6;
        pen.fillRect(x, 0, 1, bottom + 6);
        pen.globalAlpha = 1;
        pen.fillStyle = strong ? colours.ink : colours.soft;
        if (x + 56 < wide) pen.fillText(text, x + 4, bottom + AXIS / 2 + 4);
      }
      pen.fillStyle = colours.rule;
      for (let n = 1; n <= lanes; n += 1) pen.fillRect(0, n * tall - 0.5, wide, 1);
      pen.strokeStyle = colours.soft;
      pen.globalAlpha = 0.6;
      pen.setLineDash([2, 4]);
      for (const era of this.eras) if (at(era.from) > 1) pen.strokeRect(Math.round(at(era.from)) + 0.5, 0, 0, bottom);
      pen.setLineDash([]);
      const heap = M.clusters(index, seen, range, wide, NEAR), track = M.tracks(index, scale, NEAR), chosen = this.indexOf(this.state.event);
      const inside = links.contains(document.activeElement), first = [...new Set([inside || this.held ? this.focused : -1, chosen])];
      const placed = M.labels(index, seen, range, wide, { first, rows, skip: heap.gathered, widthOf: (i) => this.widthOf(i) });
      for (const { index: i, x, row } of placed) { /* a stem leads from the mark to its label */
        pen.fillStyle = colours.topics[events[i].colour];
        pen.fillRect(Math.max(at(index.at[i]), x + 3) - 0.5, top(i) + 9, 1, TOP - 6 + row * ROW);
      }
      pen.globalAlpha = 1;
      for (const i of seen) {
        if (heap.gathered[i] && i !== chosen && i !== this.focused) continue;
        this.drawMark(pen, events[i], at(index.at[i]), index.bar[i] * scale, top(i) + [9, 14.5, 3.5][track[i]], i === chosen);
      }
      if (series) this.drawSeries(pen, series, at, lanes * tall + 12, DATA - 24);
      this.drawLabels(placed, heap, chosen, inside);
    }

    /** A dot for a day, a bar for what lasts, soft where the date is in doubt. @param {CanvasRenderingContext2D} pen @param {Entry} event @param {number} x @param {number} long @param {number} y @param {boolean} chosen */
    drawMark(pen, event, x, long, y, chosen) {
      const { topics, ink, paper } = this.palette(), r = event.weight + 2.5, colour = topics[event.colour], isBar = long > 2 * r, middle = isBar ? Math.max(x, 0) + r : Math.max(x + long / 2, r + 1);
      const left = Math.max(x, -20), right = Math.min(x + long, this.wide + 20);
      pen.beginPath();
      pen.fillStyle = colour;
      if (isBar) {
        if (event.soft) {
          const fade = pen.createLinearGradient(left, 0, right, 0);
          [event.soft.includes("s") ? "transparent" : colour, colour, event.soft.includes("e") ? "transparent" : colour].forEach((stop, n) => fade.addColorStop(n / 2, stop));
          pen.fillStyle = fade;
        }
        pen.roundRect(left, y - r / 2, right - left, r, r / 2);
        pen.fill();
      } else {
        pen.arc(middle, y, r, 0, 7);
        pen.strokeStyle = event.soft ? colour : paper; /* a dot stands out from the bar below it */
        pen.setLineDash(event.soft ? [2, 2] : []);
        pen.globalAlpha = event.soft ? 0.45 : 1;
        pen.fill();
        pen.globalAlpha = 1;
        pen.stroke();
        pen.setLineDash([]);
      }
      if (!chosen) return;
      pen.strokeStyle = ink;
      pen.lineWidth = 2;
      pen.beginPath();
      pen.arc(middle, y, r + 3, 0, 7);
      pen.stroke();
      pen.lineWidth = 1;
    }

    /** The data lane. @param {CanvasRenderingContext2D} pen @param {Series} series @param {(t: number) => number} at @param {number} top @param {number} tall */
    drawSeries(pen, series, at, top, tall) {
      const { topics, soft } = this.palette(), most = Math.max(...series.lines.flatMap((line) => line.points.map((point) => point[1])));
      pen.fillStyle = soft;
      pen.fillText(`${series.title}, 0–${most} ${series.unit}`, 4, top);
      series.lines.forEach((line, n) => {
        const points = line.points.map(([t, value]) => [at(t), top + 10 + (tall - 12) * (1 - value / most)]), [x, y] = points[points.length - 1];
        pen.strokeStyle = pen.fillStyle = topics[n * 5 % 8 + 1];
        pen.setLineDash(n % 2 ? [4, 3] : []);
        pen.beginPath();
        for (const point of points) pen.lineTo(point[0], point[1]);
        pen.stroke();
        pen.setLineDash([]);
        for (const point of points) pen.fillRect(point[0] - 2, point[1] - 2, 4, 4);
        if (x > 0) pen.fillText(line.title, Math.min(x + 6, this.wide - pen.measureText(line.title).width - 4), y);
      });
    }

    /** How much room a label takes: the sum of its letters, each measured once, because whole texts take long. @param {number} i */
    widthOf(i) {
      if (!this.widths[i]) {
        const { title, weight } = this.events[i], { letters } = this, pen = this.plot.getContext("2d"), font = (weight > 2 ? "600 " : "") + this.palette().font;
        let width = 7;
        for (const letter of title) width += letters[font + letter] ??= (pen.font = font, pen.measureText(letter).width);
        this.widths[i] = Math.min(Math.ceil(width), 460);
      }
      return this.widths[i];
    }

    /** Labels and clusters: the only marks in the document, one of them a tab stop. @param {ReturnType<typeof M.labels>} placed @param {ReturnType<typeof M.clusters>} heap @param {number} chosen @param {boolean} inside */
    drawLabels(placed, heap, chosen, inside) {
      const { index, events, links, lanes, pool, places, tall } = this, stays = /** @type {typeof this.pool} */ (new Map());
      for (const { index: i, x, row, width } of placed.sort((a, b) => a.index - b.index)) {
        const event = events[i], link = pool.get(i) || make("a", {
          href: event.link.href, target: event.link.target || null, "data-i": i, "data-weight": event.weight,
          "aria-label": `${event.date}: ${event.title}. ${lanes[event.lane].title}${"disputed" in event.data ? ". Sources disagree" : ""}`,
        }, event.title);
        link.style.cssText = `width:${width}px;transform:translate(${x.toFixed(1)}px,${places[index.lane[i]] * tall + TOP + row * ROW}px)`;
        link.toggleAttribute("data-chosen", i === chosen);
        stays.set(i, link);
      }
      const stop = stays.has(this.focused) ? this.focused : placed[0]?.index;
      stays.forEach((link, i) => { link.tabIndex = i === stop ? 0 : -1; });
      for (const { members, lane, x, right } of heap.clusters.slice(0, 40)) {
        const from = members[0], to = members[members.length - 1], key = `${from}-${members.length}`, count = String(members.length);
        const open = pool.get(key) || button({
          tabindex: -1, "data-topic": lanes[lane].n, click: () => this.enter(members),
          "aria-label": `${count} events, ${M.rangeWords({ from: index.start[from], to: index.end[to] })}, ${lanes[lane].title}: zoom in`,
        }, count);
        open.style.transform = `translate(${Math.max(0, Math.min((x + right) / 2 - 11, this.wide - 24)).toFixed(1)}px,${places[lane] * tall + 1}px)`;
        stays.set(key, open);
      }
      pool.forEach((node, key) => { if (!stays.has(key)) node.remove(); });
      let last = /** @type {Element | null} */ (null);
      for (const node of stays.values()) {
        if (node.parentNode !== links) last ? last.after(node) : links.prepend(node);
        last = node;
      }
      this.pool = stays;
      if (inside && !links.contains(document.activeElement)) (stays.get(stop) || this.query).focus(); /* what had the focus is gone */
    }

    /** Hides what the filters and, on lists, the period leave out. @param {Period} range @param {number} count */
    drawList(range, count) {
      const { index, list } = this, listing = this.listing(), inSight = listing || this.small.matches, key = [this.version, inSight && range.from, inSight && range.to].join();
      if (key === this.listed) return;
      this.listed = key;
      this.events.forEach(({ item }, i) => {
        const hidden = !index.shown[i] || (inSight && (index.end[i] <= range.from || index.start[i] >= range.to));
        if (item.hidden !== hidden) item.hidden = hidden;
      });
      for (const part of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".tl-year, .tl-chapter"))) {
        const left = part.querySelectorAll("li.tl-item:not([hidden])").length, label = part.querySelector(".tl-chapter__count");
        part.hidden = !left;
        if (label) label.textContent = plural(left, "event");
      }
      list.toggleAttribute("data-folded", !listing && this.small.matches && count > 40);
    }

    /** The filters that are on, each with a button that takes it off. */
    drawChosen() {
      const chips = /** @type {("topics" | "actors")[]} */ (["topics", "actors"]).flatMap((name) => this.state[name].map((id, _, ids) => {
        const title = this.lanes.find((lane) => lane.id === id)?.title || this.names[id];
        return button({
          "aria-label": "Remove filter: " + title, click: () => { this.change({ [name]: ids.filter((other) => other !== id) }); this.query.focus(); },
        }, title + " ×");
      }));
      this.chosen.replaceChildren(...chips);
    }

    /** Names that match what is typed, the most frequent first. */
    suggest() {
      const words = M.fold(this.who.value), counts = /** @type {Record<string, number>} */ ({}), { actors } = this.state;
      for (const id of this.events.flatMap((event) => event.actors)) counts[id] = (counts[id] || 0) + 1;
      const ids = Object.keys(counts).filter((id) => !actors.includes(id) && M.fold(this.names[id]).includes(words)).sort((a, b) => counts[b] - counts[a]);
      this.found.replaceChildren(...ids.slice(0, 8).map((id) => button({
        click: () => { this.who.value = ""; this.change({ actors: actors.concat(id) }); this.suggest(); this.who.focus(); },
      }, this.names[id] + " ", make("small", {}, counts[id]))));
    }

    /** The reading panel. The focus keeps its place in it, and goes back to where it came from when it closes. */
    drawPanel() {
      const { panel, events, index } = this, i = this.indexOf(this.state.event), event = events[i], key = event ? `${i}-${this.version}` : "";
      if (key === this.opened) return;
      const held = panel.contains(document.activeElement), place = [...panel.querySelectorAll("a, button")].indexOf(/** @type {Element} */ (document.activeElement));
      const was = parseInt(this.opened, 10);
      this.opened = key;
      panel.hidden = !event;
      this.ui.toggleAttribute("data-open", !!event);
      if (!event) {
        const back = [this.opener, this.pool.get(was), events[was]?.link, this.query];
        if (held) back.some((node) => { node?.focus(); return node && node === document.activeElement; });
        this.opener = null;
        return;
      }
      const step = (/** @type {string} */ word, /** @type {number} */ by) => {
        const to = M.next(index, i, by, -1), there = events[to];
        return button({ "aria-disabled": String(!there), "aria-label": `${word}: ${there?.title || "no event"}`, click: () => { if (there) { this.focused = to; this.reach(to); this.change({ event: there.id }); } } }, word);
      };
      const meta = plural(Number(event.data.sources), "source") + ("disputed" in event.data ? " · sources disagree" : "");
      panel.dataset.topic = String(event.colour);
      panel.setAttribute("aria-label", "Chosen event: " + event.title);
      panel.replaceChildren(
        button({ class: "tv-close", "aria-label": "Close", click: () => this.change({ event: "" }) }, "×"),
        make("p.tv-panel__date", {}, `${event.date} · ${this.lanes[event.lane].title}`), make("h2", {}, event.title), make("p", {}, event.summary),
        make("ul", {}, ...split(event.data.figures, "|").map((text) => make("li", {}, text))), make("p.tv-panel__meta", {}, meta),
        make("p", {}, make("a", { href: event.link.href, target: event.link.target || null, "aria-label": "Read the page: " + event.title }, "Read the page")),
        make("p.tv-panel__steps", {}, step("Earlier", -1), step("Later", 1)));
      if (held) (panel.querySelectorAll("a, button")[place] || panel).focus();
    }

    /** What a visitor can take along: link, embed and citation of exactly this view. */
    offer() {
      const { site, embed, cite } = /** @type {Record<string, string>} */ (this.host.dataset), search = M.encode(this.state, ""), range = M.rangeWords(this.range()), link = location.href.split(/[?#]/)[0] + search;
      const frame = make("iframe", { src: new URL(embed, location.href) + search, title: `${site}, ${range}`, width: "100%", height: 640, style: "border:0", loading: "lazy" });
      this.share.replaceChildren(...Object.entries({ Link: link, Embed: frame.outerHTML, ...JSON.parse(cite.replace(/{VIEW}/g, range).replace(/{LINK}/g, link)) }).map(([name, value]) => {
        const field = make("textarea", { readonly: true, rows: 3, "aria-label": name + " of this view", focus: () => field.select() }, value);
        const copy = button({ click: () => { field.select(); document.execCommand("copy"); copy.textContent = "Copied"; }, "aria-label": "Copy the " + name.toLowerCase() }, "Copy");
        return make("div", {}, make("b", {}, name), field, copy);
      }));
    }
  }

  customElements.define("timeline-view", class extends HTMLElement {
    connectedCallback() {
      const list = /** @type {HTMLElement | null} */ (this.querySelector(".tv-list"));
      if (list?.querySelector("li.tl-item")) this.view = new View(this, list);
    }

    disconnectedCallback() {
      this.view?.end();
    }
  });
})();
