// @ts-check
/**
 * The timeline's arithmetic, without a page: calendar, ticks, layout, state. Time is an astronomical float year
 * (1 BCE is 0), never a `Date`, so that any calendar year works. Classic script: it runs from file:// too.
 *
 * @typedef {{from: number, to: number}} Range
 * @typedef {{id: string, start: number, end: number, lane: number, weight: number}} Mark
 * @typedef {{index: number, x: number, row: number, width: number}} Label
 * @typedef {{lane: number, x: number, right: number, first: number, last: number, count: number}} Cluster
 */
(function (root) {
  "use strict";

  var MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  var BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

  /** @param {number} year */
  function isLeap(year) {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  }

  /** The float year of the start of a day. @param {number} y @param {number} m 1 to 12, or 13 for the next year @param {number} d */
  function toYear(y, m, d) {
    var leap = isLeap(y) ? 1 : 0;
    return y + (BEFORE[m - 1] + (m > 2 ? leap : 0) + d - 1) / (365 + leap);
  }

  /** The day that holds an instant. @param {number} t @returns {{y: number, m: number, d: number}} */
  function fromYear(t) {
    var y = Math.floor(t + 1e-9);
    var leap = isLeap(y) ? 1 : 0;
    var n = Math.min(364 + leap, Math.max(0, Math.floor((t - y) * (365 + leap) + 1e-4)));
    var m = 12;
    while (m > 1 && BEFORE[m - 1] + (m > 2 ? leap : 0) > n) m -= 1;
    return { y: y, m: m, d: n - BEFORE[m - 1] - (m > 2 ? leap : 0) + 1 };
  }

  /** @param {number} n @param {number} width */
  function pad(n, width) {
    var text = String(Math.abs(n));
    while (text.length < width) text = "0" + text;
    return n < 0 ? "-" + text : text;
  }

  /** An instant as an ISO date. @param {number} t */
  function isoDate(t) {
    var day = fromYear(t);
    return pad(day.y, 4) + "-" + pad(day.m, 2) + "-" + pad(day.d, 2);
  }

  /** The first instant of an ISO date of any precision, or the first after it; null if it is none. @param {string | null} text @param {boolean} end */
  function parseDate(text, end) {
    var found = /^(-?\d{4,6})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text || "");
    if (!found) return null;
    var y = Number(found[1]), m = Number(found[2] || 1), d = Number(found[3] || 1);
    if (m < 1 || m > 12 || d < 1 || d > 31) return null;
    if (!end) return toYear(y, m, d);
    if (!found[2]) return y + 1;
    return found[3] ? toYear(y, m, d) + 1 / (isLeap(y) ? 366 : 365) : toYear(y, m + 1, 1);
  }

  /** @param {number} y */
  function yearWords(y) {
    return y > 0 ? String(y) : 1 - y + " BCE";
  }

  /** An instant in words, as fine as the range that it belongs to asks for. @param {number} t @param {number} span */
  function words(t, span) {
    var day = fromYear(t);
    if (span > 12) return yearWords(day.y);
    var month = MONTHS[day.m - 1] + " " + yearWords(day.y);
    return span > 1 ? month : day.d + " " + month;
  }

  /** A range in words; its end is the last instant that belongs to it. @param {Range} range */
  function rangeWords(range) {
    var span = range.to - range.from;
    var first = words(range.from, span), last = words(range.to - 1e-6, span);
    return first === last ? first : first + " – " + last;
  }

  /** Steps between ticks, from years down to days. */
  var STEPS = [[1e5, 0, 0], [5e4, 0, 0], [2e4, 0, 0], [1e4, 0, 0], [5e3, 0, 0], [2e3, 0, 0], [1e3, 0, 0], [500, 0, 0], [200, 0, 0],
    [100, 0, 0], [50, 0, 0], [20, 0, 0], [10, 0, 0], [5, 0, 0], [2, 0, 0], [1, 0, 0], [0, 6, 0], [0, 3, 0], [0, 1, 0], [0, 0, 10], [0, 0, 5], [0, 0, 1]];

  /** @param {number[]} step */
  function stepYears(step) {
    return step[0] || step[1] / 12 || step[2] / 365.25;
  }

  /** Ticks of an axis, at least `gap` pixels apart. @param {Range} range @param {number} width @param {number} gap */
  function ticks(range, width, gap) {
    var scale = width / (range.to - range.from);
    var step = STEPS[0];
    for (var i = 0; i < STEPS.length && stepYears(STEPS[i]) * scale >= gap; i += 1) step = STEPS[i];
    return step[0] ? yearTicks(range, step[0]) : monthTicks(range, step[1], step[2]);
  }

  /** @param {Range} range @param {number} step */
  function yearTicks(range, step) {
    var found = [];
    for (var y = Math.ceil(range.from / step) * step; y <= range.to; y += step) found.push({ t: y, text: yearWords(y), strong: true });
    return found;
  }

  /** @param {Range} range @param {number} months @param {number} days */
  function monthTicks(range, months, days) {
    var found = [], day = fromYear(range.from);
    for (var y = day.y; y <= range.to; y += 1) {
      for (var m = y === day.y ? day.m : 1; m <= 12; m += 1) {
        if (months && (m - 1) % months) continue;
        var start = toYear(y, m, 1), next = toYear(y, m + 1, 1);
        if (start > range.to) return found;
        if (start >= range.from) found.push({ t: start, text: m === 1 ? yearWords(y) : MONTHS[m - 1], strong: m === 1 });
        var length = Math.round((next - start) * (isLeap(y) ? 366 : 365));
        for (var d = 1 + days; days && d <= length - days / 2; d += days) {
          var t = toYear(y, m, d);
          if (t >= range.from && t <= range.to) found.push({ t: t, text: String(d), strong: false });
        }
      }
    }
    return found;
  }

  /**
   * Marks in order of time as flat arrays, with what a view needs to find those in sight without looking at all.
   * @param {Mark[]} marks sorted by start
   */
  function Index(marks) {
    var n = marks.length;
    this.n = n;
    this.start = new Float64Array(n);
    this.end = new Float64Array(n);
    this.latest = new Float64Array(n);
    this.lane = new Uint8Array(n);
    this.weight = new Uint8Array(n);
    this.shown = new Uint8Array(n).fill(1);
    var latest = -Infinity;
    for (var i = 0; i < n; i += 1) {
      this.start[i] = marks[i].start;
      this.end[i] = marks[i].end;
      this.lane[i] = marks[i].lane;
      this.weight[i] = marks[i].weight;
      latest = Math.max(latest, marks[i].end);
      this.latest[i] = latest;
    }
    /** Indexes by weight, the heaviest first, then by time: the order in which labels are given room. */
    this.ranked = Array.from({ length: n }, function (_, i) { return i; }).sort(function (a, b) {
      return marks[b].weight - marks[a].weight || a - b;
    });
  }

  /** The first position of a sorted array whose value is at least `value`. @param {Float64Array} sorted @param {number} value */
  function lowerBound(sorted, value) {
    var low = 0, high = sorted.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (sorted[middle] < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** First and last (exclusive) index of marks that may touch a range. @param {Index} index @param {Range} range */
  function visible(index, range) {
    return { first: lowerBound(index.latest, range.from), last: lowerBound(index.start, range.to) };
  }

  /** How many shown marks begin or last within a range. @param {Index} index @param {Range} range */
  function countIn(index, range) {
    var span = visible(index, range), count = 0;
    for (var i = span.first; i < span.last; i += 1) if (index.shown[i] && index.end[i] > range.from) count += 1;
    return count;
  }

  /**
   * Gathers marks of one lane that stand closer than `near` pixels; three or more make a cluster. The heaviest stay alone.
   * @param {Index} index @param {Range} range @param {number} width @param {number} lanes @param {number} near
   * @returns {{clusters: Cluster[], gathered: Uint8Array}}
   */
  function clusters(index, range, width, lanes, near) {
    var scale = width / (range.to - range.from), span = visible(index, range);
    var open = new Int32Array(lanes).fill(-1), member = new Int32Array(index.n).fill(-1);
    var all = /** @type {Cluster[]} */ ([]);
    for (var i = span.first; i < span.last; i += 1) {
      if (!index.shown[i] || index.weight[i] > 2 || index.end[i] <= range.from) continue;
      var x = (index.start[i] - range.from) * scale, lane = index.lane[i];
      if ((index.end[i] - index.start[i]) * scale > 4 * near) continue;
      var group = all[open[lane]];
      if (!group || x - group.right >= near) {
        group = { lane: lane, x: x, right: x, first: i, last: i, count: 0 };
        open[lane] = all.push(group) - 1;
      }
      group.right = x;
      group.last = i;
      group.count += 1;
      member[i] = open[lane];
    }
    var found = all.filter(function (group) { return group.count > 2; });
    var gathered = new Uint8Array(index.n);
    for (var k = span.first; k < span.last; k += 1) if (member[k] >= 0 && all[member[k]].count > 2) gathered[k] = 1;
    return { clusters: found, gathered: gathered };
  }

  /**
   * Gives labels room: the chosen first, then by weight; none overlaps another of its lane and row.
   * @param {Index} index @param {Range} range @param {number} width
   * @param {{lanes: number, rows: number, most: number, gap: number, least: number, first: number[], widthOf: (i: number) => number, skip: Uint8Array}} options
   * @returns {Label[]}
   */
  function labels(index, range, width, options) {
    var scale = width / (range.to - range.from), placed = /** @type {Label[]} */ ([]);
    var taken = /** @type {number[][][]} */ ([]);
    for (var n = 0; n < options.lanes * options.rows; n += 1) taken.push([]);

    /** @param {number} i @param {boolean} must */
    function place(i, must) {
      if (!index.shown[i] || index.end[i] <= range.from || index.start[i] >= range.to) return;
      var full = options.widthOf(i), tight = Math.min(full, options.least);
      for (var row = 0; row < options.rows; row += 1) {
        var line = taken[index.lane[i] * options.rows + row], last = must && row === options.rows - 1;
        if (fits(i, full, row, line, false) || (tight < full && fits(i, tight, row, line, last)) || (last && fits(i, full, row, line, true))) return;
      }
    }

    /** @param {number} i @param {number} wide @param {number} row @param {number[][]} line @param {boolean} must */
    function fits(i, wide, row, line, must) {
      var x = Math.max(0, Math.min((index.start[i] - range.from) * scale, width - wide));
      var free = must || line.every(function (part) { return x + wide + options.gap <= part[0] || x >= part[1] + options.gap; });
      if (free) {
        line.push([x, x + wide]);
        placed.push({ index: i, x: x, row: row, width: wide });
      }
      return free;
    }

    var given = options.first;
    given.forEach(function (i) { place(i, true); });
    for (var k = 0; k < index.ranked.length && placed.length < options.most; k += 1) {
      var i = index.ranked[k];
      if (given.indexOf(i) < 0 && !options.skip[i]) place(i, false);
    }
    return placed;
  }

  /** Shown marks per bin over a range, and the fullest bin. @param {Index} index @param {Range} range @param {number} bins */
  function density(index, range, bins) {
    var counts = new Uint16Array(bins), most = 1, scale = bins / (range.to - range.from);
    for (var i = 0; i < index.n; i += 1) {
      if (!index.shown[i]) continue;
      var bin = Math.floor((index.start[i] - range.from) * scale);
      if (bin >= 0 && bin < bins) most = Math.max(most, (counts[bin] += 1));
    }
    return { counts: counts, most: most };
  }

  /** The nearest shown mark from `i` in steps of `step`, in one lane or (lane < 0) in any; -1 if there is none. @param {Index} index @param {number} i @param {number} step @param {number} lane */
  function next(index, i, step, lane) {
    for (var k = i + step; k >= 0 && k < index.n; k += step) if (index.shown[k] && (lane < 0 || index.lane[k] === lane)) return k;
    return -1;
  }

  /** The shown mark of a lane that is nearest in time; -1 if the lane is empty. @param {Index} index @param {number} t @param {number} lane */
  function nearest(index, t, lane) {
    var best = -1;
    for (var i = 0; i < index.n; i += 1) {
      if (!index.shown[i] || index.lane[i] !== lane) continue;
      if (best < 0 || Math.abs(index.start[i] - t) < Math.abs(index.start[best] - t)) best = i;
    }
    return best;
  }

  /** A range moved and shrunk until it lies within bounds, no shorter than `least`. @param {Range} range @param {Range} bounds @param {number} least */
  function clamp(range, bounds, least) {
    var span = Math.min(Math.max(range.to - range.from, least), bounds.to - bounds.from);
    var from = Math.min(Math.max((range.from + range.to - span) / 2, bounds.from), bounds.to - span);
    return { from: from, to: from + span };
  }

  /** A range zoomed about an instant that keeps its place. @param {Range} range @param {number} factor above 1 zooms in @param {number} at */
  function zoom(range, factor, at) {
    return { from: at - (at - range.from) / factor, to: at + (range.to - at) / factor };
  }

  /**
   * The state of a view in a URL's query. Names are an API: once published they hold.
   * @typedef {{range: Range | null, topics: string[], actors: string[], query: string, event: string, view: string, data: string}} State
   * @param {string} search @param {Range} bounds
   * @returns {State} what could be read; what is wrong is left out
   */
  function decode(search, bounds) {
    var query = new URLSearchParams(search);
    var from = parseDate(query.get("from"), false), to = parseDate(query.get("to"), true);
    var range = { from: from === null ? bounds.from : from, to: to === null ? bounds.to : to };
    var sound = (from !== null || to !== null) && range.to > range.from && range.to > bounds.from && range.from < bounds.to;
    return {
      range: sound ? clamp({ from: Math.max(range.from, bounds.from), to: Math.min(range.to, bounds.to) }, bounds, 1 / 73) : null,
      topics: list(query.get("topics")),
      actors: list(query.get("actors")),
      query: (query.get("find") || "").slice(0, 100),
      event: query.get("event") || "",
      view: query.get("view") === "list" ? "list" : query.get("view") === "timeline" ? "timeline" : "",
      data: query.get("data") || "",
    };
  }

  /** @param {string | null} text */
  function list(text) {
    return (text || "").split(",").filter(Boolean).slice(0, 50);
  }

  /** The query of a state, with the parameters of others kept. @param {State} state @param {Range} bounds @param {string} search */
  function encode(state, bounds, search) {
    var query = new URLSearchParams(search);
    var whole = !state.range || (state.range.from <= bounds.from + 1e-9 && state.range.to >= bounds.to - 1e-9);
    /** @param {string} name @param {string} value */
    function put(name, value) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    put("from", whole || !state.range ? "" : isoDate(state.range.from + 1e-6));
    put("to", whole || !state.range ? "" : isoDate(state.range.to - 1e-6));
    put("topics", state.topics.join(","));
    put("actors", state.actors.join(","));
    put("find", state.query);
    put("event", state.event);
    put("view", state.view);
    put("data", state.data);
    var text = query.toString().replace(/%2C/g, ",");
    return text ? "?" + text : "";
  }

  /** A text as search compares it: small letters without marks. @param {string} text */
  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’ʼ]/g, "'");
  }

  root.TimelineModel = {
    toYear: toYear, fromYear: fromYear, isoDate: isoDate, parseDate: parseDate, words: words, rangeWords: rangeWords, ticks: ticks,
    Index: Index, visible: visible, countIn: countIn, clusters: clusters, labels: labels, density: density, next: next, nearest: nearest,
    clamp: clamp, zoom: zoom, decode: decode, encode: encode, fold: fold,
  };
})(/** @type {any} */ (typeof window === "undefined" ? globalThis : window));
