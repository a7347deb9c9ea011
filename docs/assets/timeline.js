// @ts-check
/**
 * <timeline-view>: an overview, lanes and a reading panel, built from the list of events that the element holds.
 * The list stays the truth: nothing is fetched, and without this script the page is complete. State stands in the
 * URL's query (names: see decode in timeline-model.js). Mounts and unmounts with its element, so it needs no hook
 * into instant navigation.
 */
(function () {
  "use strict";
  var M = /** @type {any} */ (window).TimelineModel;
  if (!M || !("customElements" in window) || customElements.get("timeline-view")) return;

  var LANE = 52, AXIS = 26, ROWS = 2, ROW = 15, MOST = 56, NEAR = 11, LEAST = 14 / 365;
  var WEIGHT = { landmark: 3, major: 2, minor: 1 };
  var WORDS = {
    search: "Search these events", topics: "Topics", actors: "People and bodies", data: "Figures", clear: "Clear", share: "Share",
    timeline: "Timeline", list: "List", none: "No event matches. Clear a filter or widen the period.",
    help: "Left and right arrows go to the event before or after in the lane, up and down to the lane above or below. Home and End go to the first and last event. Enter opens an event, plus and minus zoom, 0 shows the whole period, Escape closes.",
  };

  /** @param {string} tag @param {Record<string, any>} [attributes] @param {(Node | string)[]} [children] @returns {any} */
  function make(tag, attributes, children) {
    var node = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) {
      var value = /** @type {any} */ (attributes)[name];
      if (name === "on") Object.keys(value).forEach(function (type) { node.addEventListener(type, value[type]); });
      else if (value === true) node.setAttribute(name, "");
      else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
    });
    (children || []).forEach(function (child) { node.append(child); });
    return node;
  }

  /** @param {HTMLElement} item @param {string} selector */
  function textOf(item, selector) {
    var node = item.querySelector(selector);
    return node && node.textContent ? node.textContent.trim() : "";
  }

  class TimelineView extends HTMLElement {
    connectedCallback() {
      if (this.ui) return;
      this.list = /** @type {HTMLElement} */ (this.querySelector(".tv-list"));
      if (!this.list) return;
      this.read();
      if (!this.events.length) return;
      this.build();
      this.stop = new AbortController();
      this.listen(this.stop.signal);
      this.state = M.decode(location.search, this.bounds);
      this.adopt();
    }

    disconnectedCallback() {
      if (this.stop) this.stop.abort();
      if (this.resizes) this.resizes.disconnect();
      if (this.schemes) this.schemes.disconnect();
      cancelAnimationFrame(this.frame || 0);
      clearTimeout(this.saying);
      clearTimeout(this.noting);
      if (this.ui) this.ui.remove();
      this.ui = null;
    }

    /* --- Reading the list ------------------------------------------------------------------------------- */

    read() {
      var names = JSON.parse(textOf(this, "[data-names]") || "{}");
      this.names = names.actors || {};
      this.series = names.series || [];
      this.bounds = { from: Number(this.dataset.from), to: Number(this.dataset.to) };
      var items = Array.prototype.slice.call(this.list.querySelectorAll("li.tl-item"));
      this.events = items.map(function (/** @type {HTMLElement} */ item) {
        var link = /** @type {HTMLAnchorElement} */ (item.querySelector("a"));
        var data = item.dataset, date = textOf(item, ".tl-item__date"), summary = textOf(item, ".tl-item__summary");
        return {
          id: data.id, item: item, href: link.href, title: link.textContent, date: date, summary: summary,
          start: Number(data.start), end: Number(data.end), soft: data.soft || "", weight: /** @type {any} */ (WEIGHT)[data.importance || "minor"],
          topics: (data.topics || "").split(" "), actors: (data.actors || "").split(" ").filter(Boolean), colour: Number(data.topic),
          disputed: "disputed" in data, sources: data.sources, figures: (data.figures || "").split("|").filter(Boolean), lane: 0,
          text: M.fold(link.textContent + " " + summary + " " + date),
        };
      }).sort(function (a, b) { return a.start - b.start; });
      var used = this.events.map(function (event) { return event.topics[0]; });
      this.lanes = (names.topics || []).filter(function (/** @type {any} */ topic) { return used.indexOf(topic.id) >= 0; });
      var lanes = this.lanes.map(function (/** @type {any} */ lane) { return lane.id; });
      this.events.forEach(function (event) { event.lane = lanes.indexOf(event.topics[0]); });
      this.index = new M.Index(this.events);
      this.eras = (names.eras || []).filter(function (/** @type {any} */ era) { return era.to > this.bounds.from && era.from < this.bounds.to; }, this);
    }

    /** @param {string} id */
    indexOf(id) {
      return this.events.findIndex(function (event) { return event.id === id; });
    }

    /* --- Building the interface ------------------------------------------------------------------------- */

    build() {
      var self = this;
      this.query = make("input", { type: "search", "aria-label": WORDS.search, placeholder: WORDS.search, maxlength: 100, on: { input: function () { self.change({ query: self.query.value.trim() }, 700); } } });
      this.boxes = this.lanes.map(function (lane) {
        return make("input", { type: "checkbox", value: lane.id, on: { change: function () { self.change({ topics: self.checked() }); } } });
      });
      var topics = make("details", { class: "tv-pop" }, [make("summary", {}, [WORDS.topics]), make("div", { class: "tv-pop__box" },
        this.boxes.map(function (box, i) { return make("label", { "data-topic": self.lanes[i].n }, [box, make("i", { class: "tl-dot" }), self.lanes[i].title]); }))]);
      this.who = make("input", { type: "search", "aria-label": "Find a person or body", placeholder: "Name", on: { input: function () { self.suggest(); } } });
      this.found = make("div", { class: "tv-found" });
      var actors = make("details", { class: "tv-pop", on: { toggle: function () { self.suggest(); } } }, [make("summary", {}, [WORDS.actors]), make("div", { class: "tv-pop__box" }, [this.who, this.found])]);
      this.dataPick = make("select", { "aria-label": "Figures under the timeline", hidden: !this.series.length, on: { change: function () { self.change({ data: self.dataPick.value }); } } },
        [make("option", { value: "" }, ["No figures"])].concat(this.series.map(function (/** @type {any} */ one) { return make("option", { value: one.id }, [one.title]); })));
      this.chosen = make("div", { class: "tv-chosen" });
      this.clear = make("button", { type: "button", class: "tv-clear", on: { click: function () { self.reset(); } } }, [WORDS.clear]);
      this.asTimeline = make("button", { type: "button", on: { click: function () { self.change({ view: self.small() ? "timeline" : "" }); } } }, [WORDS.timeline]);
      this.asList = make("button", { type: "button", on: { click: function () { self.change({ view: "list" }); } } }, [WORDS.list]);
      this.share = make("div", { class: "tv-pop__box tv-share" });
      var share = make("details", { class: "tv-pop tv-pop--right", on: { toggle: function () { if (share.open) self.offer(); } } }, [make("summary", {}, [WORDS.share]), this.share]);
      var controls = make("form", { class: "tv-controls", "aria-label": "Filter the timeline", on: { submit: function (/** @type {Event} */ e) { e.preventDefault(); } } },
        [this.query, topics, actors, this.dataPick, this.clear, make("span", { class: "tv-switch", role: "group", "aria-label": "View" }, [this.asTimeline, this.asList]), share]);

      this.strip = make("canvas", { "aria-hidden": "true" });
      this.pane = make("div", { class: "tv-window" });
      this.handles = ["Start of the period in view", "End of the period in view"].map(function (name, i) {
        return make("div", { class: "tv-handle", role: "slider", tabindex: 0, "aria-label": name, "aria-orientation": "horizontal", "data-end": i ? "to" : "from" });
      });
      this.eraButtons = this.eras.map(function (/** @type {any} */ era) {
        return make("button", { type: "button", title: era.title, tabindex: -1, style: "--from:" + self.share01(era.from) + ";--to:" + self.share01(era.to), on: { click: function () { self.change({ range: { from: era.from, to: era.to } }); } } }, [make("span", {}, [era.title])]);
      });
      this.over = make("div", { class: "tv-overview", role: "group", "aria-label": "Overview of the whole period" }, [this.strip, this.pane, this.handles[0], this.handles[1], make("div", { class: "tv-eras" }, this.eraButtons)]);

      this.plot = make("canvas", { "aria-hidden": "true" });
      this.links = make("div", { class: "tv-links" });
      this.zoomIn = make("button", { type: "button", title: "Zoom in", "aria-label": "Zoom in", on: { click: function () { self.zoomBy(2); } } }, ["+"]);
      this.zoomOut = make("button", { type: "button", title: "Zoom out", "aria-label": "Zoom out", on: { click: function () { self.zoomBy(0.5); } } }, ["−"]);
      this.whole = make("button", { type: "button", title: "Whole period", "aria-label": "Show the whole period", on: { click: function () { self.change({ range: null }); } } }, ["↔"]);
      this.hint = make("p", { class: "tv-help", id: "tv-help" }, [WORDS.help]);
      this.area = make("div", { class: "tv-area", role: "group", "aria-label": "Timeline", "aria-describedby": "tv-help" }, [this.plot, this.links]);
      this.gutter = make("div", { class: "tv-gutter", "aria-hidden": "true" }, this.lanes.map(function (lane) { return make("span", { "data-topic": lane.n }, [lane.title]); }));
      this.panel = make("section", { class: "tv-panel", "aria-label": "Chosen event", hidden: true, tabindex: -1 });
      this.body = make("div", { class: "tv-body" }, [make("div", { class: "tv-main" }, [this.gutter, this.area]), this.panel]);
      this.status = make("p", { class: "tv-status", role: "status" });
      this.ui = make("section", { class: "tv-ui", "aria-label": "Interactive timeline" }, [controls, this.chosen, this.over, this.body, make("div", { class: "tv-foot" }, [this.status, make("div", { class: "tv-zoom", role: "group", "aria-label": "Zoom" }, [this.zoomIn, this.zoomOut, this.whole])]), this.hint]);
      this.insertBefore(this.ui, this.firstChild);
      this.pool = new Map();
      this.widths = new Float64Array(this.events.length);
      this.focused = -1;
    }

    /** @param {number} t */
    share01(t) {
      return Math.min(1, Math.max(0, (t - this.bounds.from) / (this.bounds.to - this.bounds.from))).toFixed(4);
    }

    checked() {
      return this.boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
    }

    /* --- Listening -------------------------------------------------------------------------------------- */

    /** @param {AbortSignal} signal */
    listen(signal) {
      var self = this, on = { signal: signal };
      window.addEventListener("popstate", function () {
        if (self.path === location.pathname) { self.state = M.decode(location.search, self.bounds); self.adopt(); }
      }, on);
      document.addEventListener("click", function (e) {
        self.ui.querySelectorAll("details[open]").forEach(function (/** @type {HTMLDetailsElement} */ pop) { if (!pop.contains(/** @type {Node} */ (e.target))) pop.open = false; });
      }, on);
      this.path = location.pathname;
      this.resizes = new ResizeObserver(function () { self.measure(); });
      this.resizes.observe(this.area);
      this.resizes.observe(this.over);
      this.schemes = new MutationObserver(function () { self.colours = null; self.paint(); });
      this.schemes.observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
      window.matchMedia("(forced-colors: active)").addEventListener("change", function () { self.colours = null; self.paint(); }, on);
      window.matchMedia("(max-width: 44.9em)").addEventListener("change", function () { self.adopt(); }, on);
      this.area.addEventListener("keydown", function (/** @type {KeyboardEvent} */ e) { self.key(e); }, on);
      this.area.addEventListener("wheel", function (/** @type {WheelEvent} */ e) { self.wheel(e); }, { signal: signal, passive: false });
      this.area.addEventListener("focusin", function (/** @type {FocusEvent} */ e) {
        var i = Number(/** @type {HTMLElement} */ (e.target).dataset.i);
        if (!isNaN(i) && i >= 0) self.focused = i;
      }, on);
      this.area.addEventListener("click", function (/** @type {MouseEvent} */ e) { self.click(e); }, on);
      this.list.addEventListener("click", function (e) { self.pick(e); }, on);
      this.ui.addEventListener("keydown", function (/** @type {KeyboardEvent} */ e) { if (e.key === "Escape") self.escape(e); }, on);
      this.drag(this.area, signal, function () { return self.range(); }, function (/** @type {any} */ start, /** @type {number} */ dx, /** @type {number} */ pinch, /** @type {number} */ at) {
        var scale = (start.to - start.from) / self.wide, moved = { from: start.from - dx * scale, to: start.to - dx * scale };
        self.show(M.zoom(moved, pinch, moved.from + (at / self.wide) * (moved.to - moved.from)));
      });
      this.drag(this.over, signal, function (/** @type {PointerEvent} */ e) { return self.grip(e); }, function (/** @type {any} */ grip, /** @type {number} */ dx) {
        var by = dx * (self.bounds.to - self.bounds.from) / self.over.clientWidth, range = { from: grip.from, to: grip.to };
        if (grip.part !== "to") range.from += by;
        if (grip.part !== "from") range.to += by;
        if (grip.part === "from") range.from = Math.min(range.from, range.to - LEAST);
        if (grip.part === "to") range.to = Math.max(range.to, range.from + LEAST);
        self.show(grip.part ? { from: Math.max(range.from, self.bounds.from), to: Math.min(range.to, self.bounds.to) } : range);
      });
      this.handles.forEach(function (handle) { handle.addEventListener("keydown", function (/** @type {KeyboardEvent} */ e) { self.slide(e, handle.dataset.end); }, on); });
    }

    /**
     * One drag, by mouse, pen or one finger, or a pinch by two. Vertical moves stay the page's.
     * @param {HTMLElement} node @param {AbortSignal} signal @param {Function} begin @param {Function} move
     */
    drag(node, signal, begin, move) {
      var self = this, fingers = new Map(), start = /** @type {any} */ (null), x0 = 0, gap0 = 0, moving = false;
      function middle() {
        var xs = Array.from(fingers.values());
        return xs.reduce(function (a, b) { return a + b; }, 0) / xs.length;
      }
      function gap() {
        var xs = Array.from(fingers.values());
        return xs.length > 1 ? Math.max(24, Math.abs(xs[0] - xs[1])) : 0;
      }
      function restart(/** @type {PointerEvent} */ e) { start = begin(e); x0 = middle(); gap0 = gap(); }
      node.addEventListener("pointerdown", function (e) {
        if (e.button > 0 || /** @type {HTMLElement} */ (e.target).closest("button")) return;
        fingers.set(e.pointerId, e.clientX);
        restart(e);
        moving = fingers.size > 1;
        if (!moving) self.dragged = false;
      }, { signal: signal });
      node.addEventListener("pointermove", function (e) {
        if (!fingers.has(e.pointerId) || !start) return;
        fingers.set(e.pointerId, e.clientX);
        if (!moving && Math.abs(middle() - x0) < 4) return;
        if (!node.hasPointerCapture(e.pointerId)) node.setPointerCapture(e.pointerId);
        moving = self.dragged = true;
        node.classList.add("is-dragged");
        move(start, middle() - x0, gap0 ? gap() / gap0 : 1, middle() - node.getBoundingClientRect().left);
      }, { signal: signal });
      function end(/** @type {PointerEvent} */ e) {
        if (!fingers.delete(e.pointerId)) return;
        if (fingers.size) return restart(e);
        node.classList.remove("is-dragged");
        if (moving) self.note(0);
        moving = false;
        start = null;
      }
      ["pointerup", "pointercancel", "lostpointercapture"].forEach(function (type) { node.addEventListener(type, /** @type {any} */ (end), { signal: signal }); });
      node.addEventListener("dragstart", function (e) { e.preventDefault(); }, { signal: signal });
    }

    /** What a pointer takes hold of in the overview; elsewhere the window jumps to it. @param {PointerEvent} e */
    grip(e) {
      var target = /** @type {HTMLElement} */ (e.target), range = this.range();
      var part = target.dataset.end || "";
      if (!part && target !== this.pane) {
        var box = this.over.getBoundingClientRect(), half = (range.to - range.from) / 2;
        var at = this.bounds.from + ((e.clientX - box.left) / box.width) * (this.bounds.to - this.bounds.from);
        range = M.clamp({ from: at - half, to: at + half }, this.bounds, LEAST);
        if (half * 2 < (this.bounds.to - this.bounds.from) * 0.98) { this.show(range); this.note(400); }
      }
      return { part: part, from: range.from, to: range.to };
    }

    /** @param {WheelEvent} e */
    wheel(e) {
      var sideways = e.shiftKey ? e.deltaY || e.deltaX : Math.abs(e.deltaX) > Math.abs(e.deltaY) * 2 ? e.deltaX : 0;
      var range = this.range(), scale = (range.to - range.from) / this.wide;
      if (e.ctrlKey || e.metaKey) {
        var x = e.clientX - this.area.getBoundingClientRect().left;
        this.show(M.zoom(range, Math.exp(-e.deltaY * (e.deltaMode ? 0.05 : 0.004)), range.from + x * scale));
      } else if (sideways) {
        this.show({ from: range.from + sideways * scale, to: range.to + sideways * scale });
      } else return;
      e.preventDefault();
      this.note(400);
    }

    /** @param {KeyboardEvent} e */
    key(e) {
      if (e.altKey || e.ctrlKey || e.metaKey) return;
      var i = this.focused, to = -1, lane = i >= 0 ? this.index.lane[i] : 0;
      if (e.key === "+" || e.key === "=") this.zoomBy(2);
      else if (e.key === "-" || e.key === "_") this.zoomBy(0.5);
      else if (e.key === "0") this.change({ range: null });
      else if (i < 0) return;
      else if (e.key === "ArrowRight") to = M.next(this.index, i, 1, lane);
      else if (e.key === "ArrowLeft") to = M.next(this.index, i, -1, lane);
      else if (e.key === "ArrowUp" || e.key === "ArrowDown") {
        for (lane += e.key === "ArrowUp" ? -1 : 1; to < 0 && lane >= 0 && lane < this.lanes.length; lane += e.key === "ArrowUp" ? -1 : 1) to = M.nearest(this.index, this.index.start[i], lane);
      } else if (e.key === "Home") to = M.next(this.index, -1, 1, -1);
      else if (e.key === "End") to = M.next(this.index, this.index.n, -1, -1);
      else return;
      e.preventDefault();
      if (to >= 0) this.go(to);
    }

    /** Focuses an event, with its neighbourhood in view. @param {number} i */
    go(i) {
      var range = this.range(), span = range.to - range.from, t = this.index.start[i];
      this.focused = i;
      if (t < range.from || t > range.to - span * 0.04) { this.show({ from: t - span / 2, to: t + span / 2 }); this.note(400); }
      this.draw();
      var link = this.pool.get(i);
      if (link) link.focus({ preventScroll: false });
    }

    /** @param {KeyboardEvent} e @param {string} end */
    slide(e, end) {
      var range = this.range(), step = (range.to - range.from) / (e.key.indexOf("Page") === 0 ? 4 : 20), value = end === "to" ? range.to : range.from;
      if (e.key === "ArrowLeft" || e.key === "ArrowDown" || e.key === "PageDown") value -= step;
      else if (e.key === "ArrowRight" || e.key === "ArrowUp" || e.key === "PageUp") value += step;
      else if (e.key === "Home") value = this.bounds.from;
      else if (e.key === "End") value = this.bounds.to;
      else return;
      e.preventDefault();
      if (end === "to") range = { from: range.from, to: Math.max(Math.min(value, this.bounds.to), range.from + LEAST) };
      else range = { from: Math.min(Math.max(value, this.bounds.from), range.to - LEAST), to: range.to };
      this.show(range);
      this.note(400);
    }

    /** @param {KeyboardEvent} e */
    escape(e) {
      var pop = /** @type {HTMLElement} */ (e.target).closest("details[open]");
      if (pop) { /** @type {any} */ (pop).open = false; /** @type {any} */ (pop.querySelector("summary")).focus(); }
      else if (this.state.event) this.close();
      else if (this.area.contains(/** @type {Node} */ (e.target))) this.query.focus();
      else return;
      e.stopPropagation();
    }

    /** @param {MouseEvent} e */
    click(e) {
      var target = /** @type {HTMLElement} */ (e.target), link = target.closest("a, button");
      if (this.dragged) { this.dragged = false; e.preventDefault(); e.stopPropagation(); return; }
      if (e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
      if (link && link.hasAttribute("data-cluster")) return this.enter(link);
      var i = link ? Number(/** @type {HTMLElement} */ (link).dataset.i) : this.hit(e);
      if (i < 0) return;
      e.preventDefault();
      e.stopPropagation();
      this.focused = i;
      this.change({ event: this.events[i].id });
    }

    /** Opens a cluster: zooms to the events that it gathers. @param {Element} button */
    enter(button) {
      var part = /** @type {HTMLElement} */ (button).dataset, from = Number(part.from), to = Number(part.to), air = Math.max((to - from) * 0.15, LEAST / 2);
      this.focused = Number(part.cluster);
      this.change({ range: { from: from - air, to: to + air } });
      this.draw();
      var link = this.pool.get(this.focused);
      if (link) link.focus();
    }

    /** The mark under a pointer, or -1. @param {MouseEvent} e */
    hit(e) {
      var box = this.area.getBoundingClientRect(), x = e.clientX - box.left, lane = Math.floor((e.clientY - box.top) / LANE), range = this.range();
      var scale = this.wide / (range.to - range.from), span = M.visible(this.index, range), best = -1, near = 14;
      for (var i = span.first; i < span.last; i += 1) {
        if (!this.index.shown[i] || this.index.lane[i] !== lane) continue;
        var left = (this.index.start[i] - range.from) * scale, right = (this.index.end[i] - range.from) * scale;
        var away = x < left ? left - x : x > right ? x - right : 0;
        if (away < near || (away === near && best < 0)) { near = away; best = i; }
      }
      return best;
    }

    /** A click on a title of the list: on a small screen it opens the sheet. @param {MouseEvent} e */
    pick(e) {
      var chapter = /** @type {HTMLElement} */ (e.target).closest("[data-folded] h2 a");
      if (chapter) return this.unfold(e, /** @type {HTMLElement} */ (chapter.closest("section")));
      var link = /** @type {HTMLElement} */ (e.target).closest(".tl-item__title a");
      if (!link || this.listing() || e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
      e.preventDefault();
      e.stopPropagation();
      this.back = link;
      this.change({ event: /** @type {HTMLElement} */ (link.closest("li")).dataset.id });
      this.panel.focus();
    }

    /** Opens an era of the folded list: the period becomes the era's. @param {Event} e @param {HTMLElement} section */
    unfold(e, section) {
      var shown = this.events.filter(function (event) { return section.contains(event.item); }), title = textOf(section, "h2 a");
      var era = this.eras.find(function (/** @type {any} */ one) { return one.title === title; }) || { from: shown[0].start, to: shown[shown.length - 1].end };
      e.preventDefault();
      e.stopPropagation();
      this.change({ range: { from: era.from, to: era.to } });
    }

    /* --- State ------------------------------------------------------------------------------------------ */

    range() {
      return this.state.range || this.bounds;
    }

    small() {
      return window.matchMedia("(max-width: 44.9em)").matches;
    }

    listing() {
      return this.state.view === "list" || (!this.state.view && this.getAttribute("data-view") === "list");
    }

    /** Shows a range at once; the URL follows when the movement is over. @param {{from: number, to: number}} range */
    show(range) {
      this.state.range = M.clamp(range, this.bounds, LEAST);
      this.paint();
    }

    /** @param {number} factor */
    zoomBy(factor) {
      var range = this.range(), at = (range.from + range.to) / 2;
      if (this.focused >= 0 && this.index.start[this.focused] > range.from && this.index.start[this.focused] < range.to) at = this.index.start[this.focused];
      this.show(M.zoom(range, factor, at));
      this.note(300);
    }

    /** @param {any} part @param {number} [wait] ms before the URL follows */
    change(part, wait) {
      if (part.range) part.range = M.clamp(part.range, this.bounds, LEAST);
      Object.assign(this.state, part);
      this.adopt();
      this.note(wait || 0);
    }

    reset() {
      this.change({ topics: [], actors: [], query: "", range: null, event: "", data: "" });
      this.query.focus();
    }

    /** Writes the state into the URL, one step of history for one movement. @param {number} wait */
    note(wait) {
      var self = this;
      clearTimeout(this.noting);
      this.noting = setTimeout(function () {
        var search = M.encode(self.state, self.bounds, location.search), here = location.pathname + search + location.hash;
        if (search !== location.search && self.isConnected) history.pushState(null, "", here);
      }, wait);
      this.say();
    }

    /** Takes over the state as a whole: filters, list, panel, drawing. */
    adopt() {
      var state = this.state, self = this, words = M.fold(state.query).split(/\s+/).filter(Boolean);
      state.topics = state.topics.filter(function (/** @type {string} */ id) { return self.lanes.some(function (lane) { return lane.id === id; }); });
      state.actors = state.actors.filter(function (/** @type {string} */ id) { return id in self.names; });
      if (state.event && this.indexOf(state.event) < 0) state.event = "";
      this.events.forEach(function (event, i) {
        var fits = (!state.topics.length || event.topics.some(function (/** @type {string} */ id) { return state.topics.indexOf(id) >= 0; }))
          && state.actors.every(function (/** @type {string} */ id) { return event.actors.indexOf(id) >= 0; })
          && words.every(function (/** @type {string} */ word) { return event.text.indexOf(word) >= 0 || event.actors.some(function (/** @type {string} */ id) { return M.fold(self.names[id] || "").indexOf(word) >= 0; }); });
        self.index.shown[i] = fits ? 1 : 0;
      });
      this.crowd = null;
      if (document.activeElement !== this.query) this.query.value = state.query;
      this.boxes.forEach(function (box) { box.checked = state.topics.indexOf(box.value) >= 0; });
      this.dataPick.value = state.data;
      this.asTimeline.setAttribute("aria-pressed", String(!this.listing()));
      this.asList.setAttribute("aria-pressed", String(this.listing()));
      this.toggleAttribute("data-listing", this.listing());
      this.drawChosen();
      this.drawPanel();
      this.measure();
    }

    measure() {
      this.wide = this.area.clientWidth;
      this.crowd = null;
      this.paint();
    }

    paint() {
      var self = this;
      if (!this.frame) this.frame = requestAnimationFrame(function () { self.frame = 0; self.draw(); });
    }

    /* --- Drawing ---------------------------------------------------------------------------------------- */

    draw() {
      if (!this.ui) return;
      var range = this.range();
      this.drawOverview(range);
      if (this.wide > 0 && !this.listing()) this.drawMain(range);
      this.drawList(range);
      var all = range.to - range.from >= this.bounds.to - this.bounds.from - 1e-9;
      this.zoomIn.setAttribute("aria-disabled", String(range.to - range.from <= LEAST * 1.01));
      this.zoomOut.setAttribute("aria-disabled", String(all));
      this.whole.setAttribute("aria-disabled", String(all));
      this.clear.hidden = all && !this.state.query && !this.state.topics.length && !this.state.actors.length && !this.state.event && !this.state.data;
      this.sum(range);
    }

    palette() {
      if (this.colours) return this.colours;
      var style = getComputedStyle(this), forced = window.matchMedia("(forced-colors: active)").matches;
      /** @param {string} name */
      function of(name) { return forced ? "CanvasText" : style.getPropertyValue(name).trim(); }
      var topics = ["transparent"];
      for (var n = 1; n <= 12; n += 1) topics.push(of("--tl-" + n) || of("--tl-link"));
      this.colours = { topics: topics, ink: of("--tl-ink"), soft: of("--tl-soft"), rule: forced ? "GrayText" : of("--tl-rule"), wash: forced ? "Canvas" : of("--tl-wash"), paper: forced ? "Canvas" : of("--tl-paper"), font: "13px " + style.fontFamily };
      return this.colours;
    }

    /** @param {HTMLCanvasElement} canvas @param {number} width @param {number} height */
    brush(canvas, width, height) {
      var ratio = window.devicePixelRatio || 1, w = Math.round(width * ratio), h = Math.round(height * ratio);
      if (canvas.width !== w || canvas.height !== h) { canvas.width = w; canvas.height = h; canvas.style.width = width + "px"; canvas.style.height = height + "px"; }
      var pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      pen.clearRect(0, 0, width, height);
      return pen;
    }

    /** @param {{from: number, to: number}} range */
    drawOverview(range) {
      var width = this.over.clientWidth, height = 46, key = width + "";
      this.pane.style.left = Number(this.share01(range.from)) * 100 + "%";
      this.pane.style.width = (Number(this.share01(range.to)) - Number(this.share01(range.from))) * 100 + "%";
      this.handles[0].style.left = this.pane.style.left;
      this.handles[1].style.left = Number(this.share01(range.to)) * 100 + "%";
      this.handles.forEach(function (/** @type {HTMLElement} */ handle, /** @type {number} */ i) {
        var t = i ? range.to - 1e-6 : range.from;
        handle.setAttribute("aria-valuenow", t.toFixed(2));
        handle.setAttribute("aria-valuemin", this.bounds.from.toFixed(2));
        handle.setAttribute("aria-valuemax", this.bounds.to.toFixed(2));
        handle.setAttribute("aria-valuetext", M.words(t, 0.5));
      }, this);
      if (this.crowd === key && this.colours) return;
      this.crowd = key;
      var colours = this.palette(), pen = this.brush(this.strip, width, height);
      var bins = Math.max(1, Math.min(Math.floor(width / 5), 220)), heap = M.density(this.index, this.bounds, bins), step = width / bins;
      pen.fillStyle = colours.soft;
      for (var b = 0; b < bins; b += 1) {
        var tall = heap.counts[b] ? 3 + Math.sqrt(heap.counts[b] / heap.most) * (height - 22) : 0;
        pen.fillRect(b * step + 0.5, height - 16 - tall, Math.max(step - 1, 1), tall);
      }
      pen.fillStyle = colours.soft;
      pen.font = colours.font;
      pen.textBaseline = "bottom";
      M.ticks(this.bounds, width, 56).forEach(function (/** @type {any} */ tick) {
        var x = (tick.t - this.bounds.from) / (this.bounds.to - this.bounds.from) * width;
        if (x + 34 < width) pen.fillText(tick.text, x + 3, height + 1);
        pen.fillRect(x, height - 14, 1, 14);
      }, this);
    }

    /** @param {{from: number, to: number}} range */
    drawMain(range) {
      var colours = this.palette(), width = this.wide, index = this.index, events = this.events, scale = width / (range.to - range.from);
      var series = this.series.find(function (/** @type {any} */ one) { return one.id === this.state.data; }, this), extra = series ? 110 : 0;
      var height = this.lanes.length * LANE + AXIS + extra, pen = this.brush(this.plot, width, height);
      this.area.style.height = height + "px";
      pen.font = colours.font;
      pen.textBaseline = "middle";
      M.ticks(range, width, 72).forEach(function (/** @type {any} */ tick) {
        var x = Math.round((tick.t - range.from) * scale) + 0.5;
        pen.fillStyle = tick.strong ? colours.soft : colours.rule;
        pen.globalAlpha = tick.strong ? 0.35 : 0.6;
        pen.fillRect(x, 0, 1, height - AXIS + 6);
        pen.globalAlpha = 1;
        pen.fillStyle = tick.strong ? colours.ink : colours.soft;
        if (x + 8 < width) pen.fillText(tick.text, x + 4, height - AXIS / 2 + 4);
      });
      pen.fillStyle = colours.rule;
      for (var lane = 1; lane <= this.lanes.length; lane += 1) pen.fillRect(0, lane * LANE - 0.5, width, 1);
      this.eras.forEach(function (/** @type {any} */ era) {
        var x = (era.from - range.from) * scale;
        if (x > 1 && x < width) { pen.fillStyle = colours.soft; for (var y = 0; y < height - AXIS; y += 6) pen.fillRect(x, y, 1, 3); }
      });
      var heap = M.clusters(index, range, width, this.lanes.length, NEAR), span = M.visible(index, range);
      var chosen = this.indexOf(this.state.event);
      for (var i = span.first; i < span.last; i += 1) {
        if (!index.shown[i] || index.end[i] <= range.from || (heap.gathered[i] && i !== chosen && i !== this.focused)) continue;
        this.drawMark(pen, events[i], (index.start[i] - range.from) * scale, (index.end[i] - range.from) * scale, index.lane[i] * LANE + 9, i === chosen, colours);
      }
      if (series) this.drawSeries(pen, series, range, scale, this.lanes.length * LANE + 12, extra - 24, colours);
      this.drawLabels(range, width, heap, chosen);
    }

    /** A dot for a day, a bar for what lasts, soft where the date is in doubt. @param {CanvasRenderingContext2D} pen @param {any} event @param {number} x @param {number} right @param {number} y @param {boolean} chosen @param {any} colours */
    drawMark(pen, event, x, right, y, chosen, colours) {
      var r = event.weight + 2.5, colour = colours.topics[event.colour] || colours.ink;
      if (right - x > 2 * r) {
        var left = Math.max(x, -20), end = Math.min(right, this.wide + 20), bar = /** @type {any} */ (colour);
        if (event.soft && colour !== "CanvasText") {
          bar = pen.createLinearGradient(left, 0, end, 0);
          bar.addColorStop(0, event.soft.indexOf("s") >= 0 ? "transparent" : colour);
          bar.addColorStop(0.35, colour);
          bar.addColorStop(0.65, colour);
          bar.addColorStop(1, event.soft.indexOf("e") >= 0 ? "transparent" : colour);
        }
        pen.fillStyle = bar;
        pen.globalAlpha = 0.85;
        pen.beginPath();
        pen.roundRect(left, y - r / 2, end - left, r, r / 2);
        pen.fill();
        pen.globalAlpha = 1;
      } else {
        pen.fillStyle = colour;
        pen.globalAlpha = event.soft ? 0.45 : 1;
        pen.beginPath();
        pen.arc(Math.max(x + (right - x) / 2, r + 1), y, r, 0, 7);
        pen.fill();
        pen.globalAlpha = 1;
        if (event.soft) { pen.strokeStyle = colour; pen.setLineDash([2, 2]); pen.stroke(); pen.setLineDash([]); }
      }
      if (chosen) {
        pen.strokeStyle = colours.ink;
        pen.lineWidth = 2;
        pen.beginPath();
        pen.arc(Math.max(x, 0) + Math.min(right - x, 2 * r) / 2, y, r + 3, 0, 7);
        pen.stroke();
        pen.lineWidth = 1;
      }
    }

    /** @param {CanvasRenderingContext2D} pen @param {any} series @param {any} range @param {number} scale @param {number} top @param {number} tall @param {any} colours */
    drawSeries(pen, series, range, scale, top, tall, colours) {
      var most = 0;
      series.lines.forEach(function (/** @type {any} */ line) { line.points.forEach(function (/** @type {number[]} */ point) { most = Math.max(most, point[1]); }); });
      pen.fillStyle = colours.soft;
      pen.fillText(series.title + (series.unit ? ", " + series.unit : ""), 4, top);
      series.lines.forEach(function (/** @type {any} */ line, /** @type {number} */ n) {
        var colour = colours.topics[[1, 5, 8, 6, 3][n % 5]], last = /** @type {number[] | null} */ (null);
        pen.strokeStyle = pen.fillStyle = colour;
        pen.setLineDash(n % 2 ? [4, 3] : []);
        pen.beginPath();
        line.points.forEach(function (/** @type {number[]} */ point) {
          var x = (point[0] - range.from) * scale, y = top + 10 + (tall - 12) * (1 - point[1] / most);
          if (last) pen.lineTo(x, y); else pen.moveTo(x, y);
          last = [x, y];
        });
        pen.stroke();
        pen.setLineDash([]);
        line.points.forEach(function (/** @type {number[]} */ point) {
          var x = (point[0] - range.from) * scale, y = top + 10 + (tall - 12) * (1 - point[1] / most);
          pen.beginPath();
          pen.arc(x, y, 2.5, 0, 7);
          pen.fill();
        });
        if (last && /** @type {number[]} */ (last)[0] > 0) pen.fillText(line.title, Math.min(/** @type {number[]} */ (last)[0] + 6, this.wide - pen.measureText(line.title).width - 4), /** @type {number[]} */ (last)[1]);
      }, this);
    }

    /** @param {number} i */
    widthOf(i) {
      if (!this.widths[i]) {
        var pen = /** @type {CanvasRenderingContext2D} */ (this.plot.getContext("2d"));
        pen.font = (this.events[i].weight > 2 ? "600 " : "") + this.palette().font;
        this.widths[i] = Math.min(Math.ceil(pen.measureText(this.events[i].title).width) + 7, 460);
      }
      return this.widths[i];
    }

    /** @param {any} range @param {number} width @param {any} heap @param {number} chosen */
    drawLabels(range, width, heap, chosen) {
      var self = this, first = [], stays = new Map();
      if (this.focused >= 0 && this.links.contains(document.activeElement)) first.push(this.focused);
      if (chosen >= 0 && first.indexOf(chosen) < 0) first.push(chosen);
      var placed = M.labels(this.index, range, width, { lanes: this.lanes.length, rows: ROWS, most: MOST, gap: 10, least: 176, first: first, skip: heap.gathered, widthOf: function (/** @type {number} */ i) { return self.widthOf(i); } });
      placed.sort(function (/** @type {any} */ a, /** @type {any} */ b) { return a.index - b.index; }).forEach(function (/** @type {any} */ label) {
        var link = self.pool.get(label.index) || self.label(label.index);
        link.style.transform = "translate(" + label.x.toFixed(1) + "px," + (self.index.lane[label.index] * LANE + 18 + label.row * ROW) + "px)";
        link.style.width = label.width + "px";
        link.toggleAttribute("data-chosen", label.index === chosen);
        stays.set(label.index, link);
      });
      heap.clusters.slice(0, 40).forEach(function (/** @type {any} */ one) {
        var key = "c" + one.first, button = self.pool.get(key) || make("button", { type: "button", tabindex: -1 });
        var from = self.index.start[one.first], to = self.index.end[one.last];
        Object.assign(button.dataset, { cluster: one.first, from: from, to: to, topic: self.lanes[one.lane].n });
        if (button.textContent !== String(one.count)) button.textContent = one.count;
        button.setAttribute("aria-label", one.count + " events, " + M.rangeWords({ from: from, to: to }) + ", " + self.lanes[one.lane].title + ": zoom in");
        button.style.transform = "translate(" + ((one.x + one.right) / 2 - 11).toFixed(1) + "px," + (one.lane * LANE + 1) + "px)";
        stays.set(key, button);
      });
      this.pool.forEach(function (node, key) { if (!stays.has(key)) node.remove(); });
      var stop = this.focused >= 0 && stays.has(this.focused) ? this.focused : placed.length ? placed[0].index : -1, order = /** @type {Element | null} */ (null);
      stays.forEach(function (node, key) {
        if (typeof key === "number") node.tabIndex = key === stop ? 0 : -1;
        if (node.parentNode !== self.links) self.links.insertBefore(node, order ? order.nextSibling : self.links.firstChild);
        order = node;
      });
      if (this.focused < 0) this.focused = stop;
      this.pool = stays;
    }

    /** @param {number} i */
    label(i) {
      var event = this.events[i];
      return make("a", { href: event.href, "data-i": i, "data-weight": event.weight, "data-topic": event.colour, title: event.title, "aria-label": event.date + ": " + event.title + ". " + this.lanes[event.lane].title + (event.disputed ? ". Sources disagree" : "") }, [event.title]);
    }

    /** Hides what the filters and, on lists, the period leave out. @param {{from: number, to: number}} range */
    drawList(range) {
      var on = this.listing() || this.small(), index = this.index, key = on + "|" + range.from + "|" + range.to + "|" + Array.prototype.join.call(index.shown, "");
      if (key === this.listed) return;
      this.listed = key;
      this.events.forEach(function (event, i) {
        event.item.hidden = !index.shown[i] || (on && (index.end[i] <= range.from || index.start[i] >= range.to));
      });
      var whole = !this.listing() && this.small() && M.countIn(index, range) > 40;
      this.list.querySelectorAll(".tl-year, .tl-chapter").forEach(function (/** @type {HTMLElement} */ part) {
        part.hidden = !part.querySelector("li.tl-item:not([hidden])");
      });
      this.list.toggleAttribute("data-folded", whole);
    }

    drawChosen() {
      var self = this, state = this.state;
      /** @param {string} text @param {() => void} drop */
      function chip(text, drop) { return make("button", { type: "button", "aria-label": "Remove filter: " + text, on: { click: function () { drop(); self.query.focus(); } } }, [text, make("span", { "aria-hidden": "true" }, ["×"])]); }
      this.chosen.replaceChildren.apply(this.chosen, state.topics.map(function (/** @type {string} */ id) {
        var lane = self.lanes.find(function (one) { return one.id === id; });
        return chip(lane.title, function () { self.change({ topics: state.topics.filter(function (/** @type {string} */ other) { return other !== id; }) }); });
      }).concat(state.actors.map(function (/** @type {string} */ id) {
        return chip(self.names[id], function () { self.change({ actors: state.actors.filter(function (/** @type {string} */ other) { return other !== id; }) }); });
      })));
    }

    /** Names that match what is typed, the most frequent first. */
    suggest() {
      var self = this, words = M.fold(this.who.value), counts = /** @type {Record<string, number>} */ ({});
      this.events.forEach(function (event) { event.actors.forEach(function (/** @type {string} */ id) { counts[id] = (counts[id] || 0) + 1; }); });
      var ids = Object.keys(counts).filter(function (id) { return self.state.actors.indexOf(id) < 0 && M.fold(self.names[id] || "").indexOf(words) >= 0; });
      ids.sort(function (a, b) { return counts[b] - counts[a]; });
      this.found.replaceChildren.apply(this.found, ids.slice(0, 8).map(function (id) {
        return make("button", { type: "button", on: { click: function () { self.who.value = ""; self.change({ actors: self.state.actors.concat(id) }); self.suggest(); self.who.focus(); } } }, [self.names[id] + " ", make("small", {}, [String(counts[id])])]);
      }));
    }

    drawPanel() {
      var i = this.state.event ? this.indexOf(this.state.event) : -1, self = this, event = this.events[i];
      this.panel.hidden = i < 0;
      this.ui.toggleAttribute("data-open", i >= 0);
      if (i < 0 || this.shownPanel === i) { this.shownPanel = i; return; }
      this.shownPanel = i;
      var before = M.next(this.index, i, -1, -1), after = M.next(this.index, i, 1, -1);
      /** @param {number} k @param {string} word */
      function step(k, word) { return make("button", { type: "button", "aria-disabled": String(k < 0), "aria-label": k < 0 ? "No " + word + " event" : word + ": " + self.events[k].title, on: { click: function () { if (k >= 0) { self.focused = k; self.change({ event: self.events[k].id }); self.go(k); self.panel.focus(); } } } }, [word]); }
      this.panel.dataset.topic = String(event.colour);
      this.panel.replaceChildren(
        make("button", { type: "button", class: "tv-close", "aria-label": "Close", on: { click: function () { self.close(); } } }, ["×"]),
        make("p", { class: "tv-panel__date" }, [event.date + " · " + this.lanes[event.lane].title]),
        make("h3", {}, [event.title]), make("p", {}, [event.summary]),
        make("ul", {}, event.figures.map(function (/** @type {string} */ text) { return make("li", {}, [text]); })),
        make("p", { class: "tv-panel__meta" }, [(event.sources ? event.sources + " sources" : "") + (event.disputed ? " · sources disagree" : "")]),
        make("p", {}, [make("a", { class: "tv-open", href: event.href }, ["Read the page"])]),
        make("p", { class: "tv-panel__steps" }, [step(before, "Earlier"), step(after, "Later")]));
    }

    close() {
      var i = this.indexOf(this.state.event), link = this.pool.get(i);
      this.change({ event: "" });
      if (this.back && this.back.isConnected) this.back.focus();
      else if (link && link.isConnected) link.focus();
      this.back = null;
    }

    /** What a visitor can take along: link, embed and citation of exactly this view. */
    offer() {
      var here = location.origin === "null" ? location.href.split(/[?#]/)[0] : location.origin + location.pathname, search = M.encode(this.state, this.bounds, "");
      var embed = this.dataset.embed ? new URL(this.dataset.embed, location.href).href.split(/[?#]/)[0] + search : "", range = M.rangeWords(this.range());
      var site = this.dataset.site || document.title;
      var texts = [["Link", here + search], ["Embed", embed && '<iframe src="' + embed.replace(/&/g, "&amp;") + '" title="' + site + ", " + range + '" width="100%" height="640" style="border:0" loading="lazy"></iframe>'], ["Citation", "“" + range + ".” In " + site + ". " + here + search]];
      this.share.replaceChildren.apply(this.share, texts.filter(function (one) { return one[1]; }).map(function (one) {
        var field = make("textarea", { readonly: true, rows: one[0] === "Link" ? 2 : 3, "aria-label": one[0] + " of this view", on: { focus: function () { field.select(); } } });
        field.value = one[1];
        var copy = make("button", { type: "button", on: { click: function () { field.select(); (navigator.clipboard ? navigator.clipboard.writeText(one[1]) : Promise.reject()).catch(function () { document.execCommand("copy"); }).then(function () { copy.textContent = "Copied"; }); } } }, ["Copy"]);
        return make("div", {}, [make("b", {}, [one[0]]), field, copy]);
      }));
    }

    /** @param {{from: number, to: number}} range */
    sum(range) {
      var count = M.countIn(this.index, range);
      this.summary = count ? M.rangeWords(range) + ": " + count + (count === 1 ? " event" : " events") : WORDS.none;
      if (!this.status.textContent) this.status.textContent = this.summary;
    }

    /** Says once, politely, what a movement has led to. */
    say() {
      var self = this;
      clearTimeout(this.saying);
      this.saying = setTimeout(function () { if (self.ui && self.status.textContent !== self.summary) self.status.textContent = self.summary; }, 350);
    }
  }

  customElements.define("timeline-view", TimelineView);
})();
