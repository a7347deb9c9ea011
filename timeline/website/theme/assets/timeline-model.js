// @ts-check
/**
 * The timeline's arithmetic, without a page: calendar, ticks, layout, state. Time is an astronomical float year
 * (1 BCE is 0), never a `Date`, so that any calendar year works. Classic script: it runs from file:// too.
 *
 * @typedef {{from: number, to: number}} Period
 * @typedef {{start: number, end: number, lane: number, weight: number}} Mark
 * @typedef {{index: number, x: number, row: number, width: number}} Label
 * @typedef {{lane: number, x: number, right: number, members: number[]}} Cluster
 * @typedef {{t: number, text: string, strong: boolean}} Tick
 */
var TimelineModel = (() => {
  "use strict";

  const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  const BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

  /** The shortest period that a view shows, in years. */
  const LEAST = 7 / 365;
  /** What lasts no longer than a day stands at one instant. */
  const DAY = 1.5 / 365;

  /** @param {number} y 1 in a leap year, else 0 */
  const leap = (y) => (y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 1 : 0);

  /** Days of a year before a month. @param {number} y @param {number} m 1 to 12, or 13 for all of them */
  const before = (y, m) => BEFORE[m - 1] + (m > 2 ? leap(y) : 0);

  /** The float year of the start of a day. @param {number} y @param {number} m 1 to 12, or 13 for the next year @param {number} d */
  const toYear = (y, m, d) => y + (before(y, m) + d - 1) / (365 + leap(y));

  /** The day that holds an instant. @param {number} t */
  function fromYear(t) {
    const y = Math.floor(t + 1e-9), length = 365 + leap(y);
    const n = Math.min(length - 1, Math.max(0, Math.floor((t - y) * length + 1e-4)));
    let m = 12;
    while (before(y, m) > n) m -= 1;
    return { y, m, d: n - before(y, m) + 1 };
  }

  /** An instant as an ISO date. @param {number} t */
  function isoDate(t) {
    const { y, m, d } = fromYear(t), two = (/** @type {number} */ n) => String(n).padStart(2, "0");
    return `${y < 0 ? "-" : ""}${String(Math.abs(y)).padStart(4, "0")}-${two(m)}-${two(d)}`;
  }

  /** The first instant of an ISO date of any precision, or the first after it; null if it is none. @param {string | null} text @param {boolean} end */
  function parseDate(text, end) {
    const found = /^(-?\d{4,6})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text || "");
    if (!found) return null;
    const y = Number(found[1]), m = Number(found[2] || 1), d = Number(found[3] || 1);
    if (m < 1 || m > 12 || d < 1 || d > before(y, m + 1) - before(y, m)) return null;
    if (!end) return toYear(y, m, d);
    return found[3] ? toYear(y, m, d + 1) : found[2] ? toYear(y, m + 1, 1) : y + 1;
  }

  /** @param {number} y */
  const yearWords = (y) => (y > 0 ? String(y) : `${1 - y} BCE`);

  /** An instant in words, as fine as the range that it belongs to asks for. @param {number} t @param {number} span */
  function words(t, span) {
    const { y, m, d } = fromYear(t), year = yearWords(y);
    return span > 12 ? year : (span > 1 ? "" : d + " ") + MONTHS[m - 1] + " " + year;
  }

  /** A range in words; its end is the last instant that belongs to it. @param {Period} range */
  function rangeWords(range) {
    const span = range.to - range.from, first = words(range.from, span), last = words(range.to - 1e-6, span);
    return first === last ? first : `${first} – ${last}`;
  }

  /** Steps between ticks: years, months, days. */
  const STEPS = [[0, 0, 1], [0, 0, 5], [0, 0, 10], [0, 1, 0], [0, 3, 0], [0, 6, 0]]
    .concat([1, 10, 100, 1e3, 1e4].flatMap((n) => [[n, 0, 0], [2 * n, 0, 0], [5 * n, 0, 0]]));

  /** Ticks of an axis, at least `gap` pixels apart. @param {Period} range @param {number} width @param {number} gap */
  function ticks(range, width, gap) {
    const least = gap / width * (range.to - range.from);
    const [years, months, days] = STEPS.find(([y, m, d]) => (y || m / 12 || d / 365.25) >= least) || [1e5, 0, 0];
    return years ? yearTicks(range, years) : monthTicks(range, months, days);
  }

  /** Ticks at round years, also before our era, where the year -399 is 400 BCE. @param {Period} range @param {number} step */
  function yearTicks(range, step) {
    const found = /** @type {Tick[]} */ ([]);
    for (let y = Math.ceil(range.from / step) * step; y <= range.to; y += step) {
      const t = step > 1 && y < 1 ? y + 1 : y;
      found.push({ t, text: yearWords(t), strong: true });
    }
    return found;
  }

  /** Ticks every so many months, or at the start of months and every so many days. @param {Period} range @param {number} months @param {number} days */
  function monthTicks(range, months, days) {
    const found = /** @type {Tick[]} */ ([]);
    /** @param {number} t @param {string} text @param {boolean} strong */
    const add = (t, text, strong) => { if (t >= range.from && t <= range.to) found.push({ t, text, strong }); };
    let { y, m } = fromYear(range.from);
    for (; toYear(y, m, 1) <= range.to; m += 1) {
      if (m > 12) { m = 1; y += 1; }
      if (!months || (m - 1) % months === 0) add(toYear(y, m, 1), m === 1 ? yearWords(y) : MONTHS[m - 1], m === 1);
      const length = before(y, m + 1) - before(y, m);
      for (let d = 1 + days; days && d + days * 0.6 < length + 1; d += days) add(toYear(y, m, d), String(d), false);
    }
    return found;
  }

  /** Marks in order of time as flat arrays, which a view looks through for every frame. */
  class Index {
    /** @param {Mark[]} marks sorted by start */
    constructor(marks) {
      const n = this.n = marks.length;
      this.start = Float64Array.from(marks, (mark) => mark.start);
      this.end = Float64Array.from(marks, (mark) => mark.end);
      /** Where a mark stands: the middle of its day, or the start of what lasts longer. */
      this.at = this.start.map((t, i) => (this.end[i] - t > DAY ? t : (t + this.end[i]) / 2));
      /** How long the bar of a mark is; 0 for a dot. */
      this.bar = this.end.map((t, i) => (t - this.start[i] > DAY ? t - this.start[i] : 0));
      this.lane = Uint8Array.from(marks, (mark) => mark.lane);
      this.lanes = this.lane.reduce((most, lane) => Math.max(most, lane), 0) + 1;
      this.weight = Uint8Array.from(marks, (mark) => mark.weight);
      this.shown = new Uint8Array(n).fill(1);
    }
  }

  /** The shown marks that touch a range, in order of time. @param {Index} index @param {Period} range */
  function visible(index, range) {
    const found = /** @type {number[]} */ ([]);
    for (let i = 0; index.start[i] < range.to; i += 1) if (index.shown[i] && index.end[i] > range.from) found.push(i);
    return found;
  }

  /**
   * Gathers marks of one lane that stand closer than `near` pixels; three or more make a cluster. The heaviest stay alone.
   * @param {Index} index @param {number[]} seen those in sight @param {Period} range @param {number} width @param {number} near
   * @returns {{clusters: Cluster[], gathered: Uint8Array}} the clusters, and 1 for each mark that is in one
   */
  function clusters(index, seen, range, width, near) {
    const scale = width / (range.to - range.from), gathered = new Uint8Array(index.n);
    const open = /** @type {Cluster[]} */ ([]), all = /** @type {Cluster[]} */ ([]);
    for (const i of seen) {
      if (index.weight[i] > 2 || index.bar[i] * scale > 4 * near) continue;
      const x = (index.at[i] - range.from) * scale, lane = index.lane[i];
      if (!open[lane] || x - open[lane].right >= near) all.push(open[lane] = { lane, x, right: x, members: [] });
      open[lane].right = x;
      open[lane].members.push(i);
    }
    const found = all.filter((group) => group.members.length > 2);
    for (const group of found) for (const i of group.members) gathered[i] = 1;
    return { clusters: found, gathered };
  }

  /**
   * The track of each shown mark within its lane: 0, or 1 and 2 for bars that others of the lane would cover.
   * It depends on the scale alone, so that nothing jumps while one pans.
   * @param {Index} index @param {number} scale pixels a year @param {number} least pixels of a bar
   */
  function tracks(index, scale, least) {
    const track = new Uint8Array(index.n), until = new Float64Array(index.lanes * 3).fill(-Infinity);
    for (let i = 0; i < index.n; i += 1) {
      if (!index.shown[i] || index.bar[i] * scale <= least) continue;
      const lane = index.lane[i] * 3, free = [0, 1, 2].find((n) => until[lane + n] <= index.start[i]) || 0;
      track[i] = free;
      until[lane + free] = index.end[i];
    }
    return track;
  }

  /**
   * Gives labels room: the chosen first, then by weight; none overlaps another of its lane and row. A label stands at
   * its mark, or farther along where a bar is long, and shrinks only if no row has room for the whole.
   * @param {Index} index @param {number[]} seen those in sight @param {Period} range @param {number} width
   * @param {{first: number[], skip: Uint8Array, widthOf: (i: number) => number, rows?: number, most?: number, gap?: number, least?: number}} options who comes
   *   first and who goes without; rows a lane, labels in all, pixels between them, and to how many a label may shrink
   * @returns {Label[]}
   */
  function labels(index, seen, range, width, { first, skip, widthOf, rows = 2, most = 56, gap = 10, least = 176 }) {
    const scale = width / (range.to - range.from), placed = /** @type {Label[]} */ ([]);
    const taken = Array.from({ length: index.lanes }, () => Array.from({ length: rows }, () => /** @type {number[][]} */ ([])));
    /** What is in the way. @param {number[][]} line @param {number} x @param {number} wide */
    const inWay = (line, x, wide) => line.find((part) => x + wide + gap > part[0] && x < part[1] + gap);

    /** @param {number} i */
    function place(i) {
      const at = (index.at[i] - range.from) * scale, end = at + index.bar[i] * scale - 20, full = widthOf(i);
      for (const wide of full > least ? [full, least] : [full]) {
        for (const [row, line] of taken[index.lane[i]].entries()) {
          let x = Math.max(0, Math.min(at - 3, width - wide)), part = inWay(line, x, wide);
          while (part && (x = part[1] + gap) <= Math.min(end, width - wide)) part = inWay(line, x, wide);
          if (part) continue;
          line.push([x, x + wide]);
          placed.push({ index: i, x, row, width: wide });
          return;
        }
      }
    }

    first.filter((i) => seen.includes(i)).forEach(place);
    for (const weight of [3, 2, 1]) {
      for (const i of seen) if (index.weight[i] === weight && placed.length < most && !skip[i] && !first.includes(i)) place(i);
    }
    return placed;
  }

  /** Marks per bin over a range, those of them that are shown, and the fullest bin. @param {Index} index @param {Period} range @param {number} bins */
  function density(index, range, bins) {
    const all = new Uint16Array(bins), counts = new Uint16Array(bins);
    index.start.forEach((t, i) => {
      const bin = Math.floor((t - range.from) / (range.to - range.from) * bins);
      all[bin] += 1; /* beyond its ends an array of numbers keeps nothing */
      counts[bin] += index.shown[i];
    });
    return { all, counts, most: Math.max(...all) };
  }

  /** The nearest shown mark from `i` in steps of `step`, in one lane or (lane < 0) in any; -1 if there is none. @param {Index} index @param {number} i @param {number} step @param {number} lane */
  function next(index, i, step, lane) {
    do i += step; while (i >= 0 && i < index.n && !(index.shown[i] && (lane < 0 || index.lane[i] === lane)));
    return i < index.n ? i : -1;
  }

  /** The shown mark of a lane that is nearest in time; -1 if the lane is empty. @param {Index} index @param {number} t @param {number} lane */
  function nearest(index, t, lane) {
    let best = -1;
    for (let i = next(index, -1, 1, lane); i >= 0; i = next(index, i, 1, lane)) {
      if (best < 0 || Math.abs(index.start[i] - t) < Math.abs(index.start[best] - t)) best = i;
    }
    return best;
  }

  /** A range moved and shrunk until it lies within bounds, no shorter than a view can show; null for the whole. @param {Period} range @param {Period} bounds */
  function clamp(range, bounds) {
    const span = Math.max(range.to - range.from, LEAST), from = Math.min(Math.max((range.from + range.to - span) / 2, bounds.from), bounds.to - span);
    return span > bounds.to - bounds.from - 1e-3 ? null : { from, to: from + span };
  }

  /** A range zoomed about an instant that keeps its place. @param {Period} range @param {number} factor above 1 zooms in @param {number} at */
  const zoom = (range, factor, at) => ({ from: at - (at - range.from) / factor, to: at + (range.to - at) / factor });

  /**
   * The state of a view in a URL's query. Names are an API: once published they hold. `from` and `to` are ISO dates of
   * any precision, both included; `topics` (any of them) and `actors` (all of them) are ids with commas between; `find`
   * holds words; `event` is the id of the open one; `view` is list or nothing; `data` is the id of the series below.
   * @typedef {{range: Period | null, topics: string[], actors: string[], query: string, event: string, view: string, data: string}} State
   * @param {string} search @param {Period} bounds
   * @returns {State} what could be read; what is wrong is left out
   */
  function decode(search, bounds) {
    const query = new URLSearchParams(search);
    /** @param {string} name */
    const text = (name) => query.get(name) || "";
    /** @param {string} name */
    const list = (name) => text(name).split(",").filter(Boolean).slice(0, 50);
    const from = Math.max(parseDate(text("from"), false) ?? -Infinity, bounds.from);
    const to = Math.min(parseDate(text("to"), true) ?? Infinity, bounds.to);
    return {
      range: to > from ? clamp({ from, to }, bounds) : null,
      topics: list("topics"), actors: list("actors"), query: text("find").slice(0, 100), event: text("event"),
      view: text("view") === "list" ? "list" : "", data: text("data"),
    };
  }

  /** The query of a state, with the parameters of others kept. @param {State} state @param {string} search */
  function encode(state, search) {
    const query = new URLSearchParams(search), { range } = state;
    const values = {
      from: range && isoDate(range.from + 1e-6), to: range && isoDate(range.to - 1e-6), topics: state.topics.join(), actors: state.actors.join(),
      find: state.query, event: state.event, view: state.view, data: state.data,
    };
    for (const [name, value] of Object.entries(values)) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    const text = query.toString().replace(/%2C/g, ",");
    return text ? "?" + text : "";
  }

  /** A text as search compares it: small letters without marks. @param {string} text */
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’ʼ]/g, "'");

  return { LEAST, toYear, fromYear, isoDate, parseDate, words, rangeWords, ticks, Index, visible, clusters, tracks, labels, density, next, nearest, clamp, zoom, decode, encode, fold };
})();
