// @ts-check
/* An event as its page will show it, made in the browser from the values of the form: the same words for dates, numbered
   citations, list of sources. It builds nodes and sets texts; nothing that somebody typed is ever read as HTML. */
(function () {
  "use strict";

  /** @typedef {{text: string, size: number, year: number, last: number, month: number, day: number,
   *   unsure: boolean, about: boolean}} Point */
  /** @typedef {{key: string, locator: string}} Cite */
  /** @typedef {{number: number, key: string, mentions: {id: string, locator: string}[]}} Note */
  /** @typedef {{ids: Record<string, Record<string, string>>, sources: Record<string, any>, words: Record<string, Record<string, string>>}} Known */
  /** @typedef {(Node | string)[]} Parts */

  const MONTHS = "January February March April May June July August September October November December".split(" ");
  const POINT = /^(Y-?\d{5,9}|-?\d\d(?:\d\d|\dX|XX))(?:-(\d\d))?(?:-(\d\d))?([?~%]?)$/;
  const WHOLE = " book report thesis treaty legislation regulation bill legal_case dataset document ";
  const INLINE = /\[@([^[\]]*)\]|\[([^[\]]*)\]\(([^()\s]*)\)|\*\*([^*]+)\*\*|\*([^*]+)\*/;
  const CENTURY = 0, DECADE = 1, YEAR = 2, MONTH = 3, DAY = 4;

  /** @param {string} tag @param {Record<string, string>} attributes @param {Parts} children */
  function make(tag, attributes, children) {
    const node = document.createElement(tag);
    Object.keys(attributes).forEach(function (name) { node.setAttribute(name, attributes[name]); });
    node.append.apply(node, children);
    return node;
  }

  /* Dates in words: as timeline/datewords.py has them. */

  /** @param {string} text @returns {Point | null} */
  function point(text) {
    const found = POINT.exec(text);
    if (!found) return null;
    const digits = found[1].replace("Y", ""), ends = [Number(digits.replace(/X/g, "0")), Number(digits.replace(/X/g, "9"))];
    const years = ends.sort(function (a, b) { return a - b; });
    const size = /XX$/.test(digits) ? CENTURY : /X$/.test(digits) ? DECADE : found[3] ? DAY : found[2] ? MONTH : YEAR;
    if (found[2] && (Number(found[2]) < 1 || Number(found[2]) > 12)) return null;
    return {
      text: text, size: size, year: years[0], last: years[1], month: Number(found[2] || 1), day: Number(found[3] || 1),
      unsure: /[?%]/.test(found[4]), about: /[~%]/.test(found[4])
    };
  }

  /** @param {number} year */
  function era(year) { return year < 1 ? " BCE" : year < 100 ? " CE" : ""; }

  /** @param {number} year @param {string} suffix */
  function yearWords(year, suffix) { return (year > 0 ? year : 1 - year) + suffix; }

  /** @param {number} first @param {number} last */
  function years(first, last) {
    if (first < 1 && last >= 1) return yearWords(first, " BCE") + " – " + yearWords(last, " CE");
    return yearWords(first, "") + "–" + yearWords(last, era(last));
  }

  /** @param {Point} one */
  function dayAndMonth(one) {
    const month = MONTHS[one.month - 1];
    return one.size === DAY ? one.day + " " + month : one.size === MONTH ? month : "";
  }

  /** @param {Point} one @param {string} [suffix] */
  function pointWords(one, suffix) {
    let text;
    if (one.size === CENTURY) {
      const floor = Math.floor(one.year / 100), number = one.year >= 0 ? floor + 1 : -floor;
      const ending = [11, 12, 13].indexOf(number % 100) < 0 ? ["th", "st", "nd", "rd"][number % 10] || "th" : "th";
      text = number + ending + " century" + (one.year < 0 ? " BCE" : "");
    } else if (one.size === DECADE) text = one.year > 0 ? one.year + "s" + era(one.year) : years(one.year, one.last);
    else text = (dayAndMonth(one) + " " + yearWords(one.year, suffix === undefined ? era(one.year) : suffix)).trim();
    if (one.about) text = "about " + text;
    return one.unsure ? "perhaps " + text : text;
  }

  /** @param {Point} start @param {Point} end */
  function span(start, end) {
    if (!(start.unsure || start.about || end.unsure || end.about)) {
      if (start.size === YEAR && end.size === YEAR) return years(start.year, end.year);
      if (start.year === end.year && Math.min(start.size, end.size) > YEAR) {
        if (start.month === end.month && start.size === DAY && end.size === DAY) return start.day + "–" + pointWords(end);
        return dayAndMonth(start) + " – " + pointWords(end);
      }
    }
    return pointWords(start) + " – " + (start.year < 1 && end.year >= 1 ? pointWords(end, " CE") : pointWords(end));
  }

  /** The date in English words, or nothing if it is none. @param {string} text */
  function dateWords(text) {
    const parts = text.split("/"), start = point(parts[0]), end = point(parts[parts.length - 1]);
    if (parts.length > 2) return "";
    for (const part of parts) if (!point(part) && !(parts.length === 2 && (part === ".." || part === ""))) return "";
    if (start && end) return start.text === end.text ? pointWords(start) : span(start, end);
    if (start) return parts[1] === ".." ? "from " + pointWords(start) : pointWords(start) + " – unknown";
    if (end) return parts[0] === ".." ? "until " + pointWords(end) : "unknown – " + pointWords(end);
    return "";
  }

  /** @param {string} text @returns {Parts} */
  function time(text) {
    const words = dateWords(text);
    if (!words) return text ? [text] : [];
    return /^\d{4}(-\d\d){0,2}$/.test(text) ? [make("time", { datetime: text }, [words])] : [words];
  }

  /* Texts. */

  /** @param {string} text */
  function apostrophes(text) { return text.indexOf("://") < 0 ? text.replace(/(\p{L})'(?=\p{L})/gu, "$1’") : text; }

  /** @param {string} text */
  function quotes(text) {
    return text.replace(/\.\.\./g, "…").replace(/---/g, "—").replace(/--/g, "–")
      .replace(/(^|[\s([{–—“])"/g, "$1“").replace(/"/g, "”").replace(/(^|[\s([{–—“])'/g, "$1‘").replace(/'/g, "’");
  }

  /** @param {string} text */
  function squeezed(text) { return text.trim().replace(/\s+/g, " "); }

  /** @param {string} text @returns {Cite} */
  function cite(text) {
    const at = text.indexOf(",");
    return { key: squeezed(at < 0 ? text : text.slice(0, at)).replace(/^@/, ""), locator: at < 0 ? "" : squeezed(text.slice(at + 1)) };
  }

  /** The numbered sources of one page. */
  function notes() {
    const all = /** @type {Note[]} */ ([]);
    const note = function (/** @type {string} */ key) {
      let found = all.find(function (one) { return one.key === key; });
      if (!found) all.push(found = { number: all.length + 1, key: key, mentions: [] });
      return found;
    };
    return {
      all: all,
      expect: function (/** @type {string} */ text) {
        for (const group of text.match(/\[@[^[\]]*\]/g) || []) group.slice(1, -1).split(";").forEach(function (part) { note(cite(part).key); });
      },
      group: function (/** @type {string[]} */ texts) {
        const links = /** @type {Parts} */ ([]);
        texts.forEach(function (text, at) {
          const one = cite(text), found = note(one.key), id = "preview-cite-" + found.number + "-" + (found.mentions.length + 1);
          found.mentions.push({ id: id, locator: one.locator });
          const name = "Source " + found.number + (one.locator ? ", " + one.locator : "");
          const attributes = { id: id, href: "#preview-source-" + found.number, role: "doc-noteref", "aria-label": name };
          if (one.locator) Object.assign(attributes, { title: one.locator });
          links.push(at ? ", " : "", make("a", attributes, [String(found.number)]));
        });
        return make("span", { class: "tl-cite" }, /** @type {Parts} */ (["["]).concat(links, ["]"]));
      }
    };
  }

  /** @param {string} text @param {ReturnType<typeof notes>} numbered @returns {Parts} */
  function inline(text, numbered) {
    const found = INLINE.exec(text);
    if (!found) return text ? [text] : [];
    const before = text.slice(0, found.index), rest = text.slice(found.index + found[0].length);
    let node;
    if (found[1] !== undefined) node = numbered.group(found[1].split(";"));
    else if (found[2] !== undefined) {
      const web = /^https?:\/\//.test(found[3]); /* other addresses lead into the site, or nowhere */
      node = make("a", web ? { href: found[3], rel: "external noopener", target: "_blank" } : {}, inline(found[2], numbered));
    } else node = make(found[4] ? "strong" : "em", {}, inline(found[4] || found[5], numbered));
    return /** @type {Parts} */ (before ? [before] : []).concat([node], inline(rest, numbered));
  }

  /** Quotation marks look at what stands before them, so they are set before the text is cut into nodes.
   * @param {string} text */
  function typeset(text) {
    return text.split(/(\[@[^[\]]*\]|\]\([^()\s]*\))/).map(function (part, at) { return at % 2 ? part : quotes(part); }).join("");
  }

  /** @param {string} text @param {ReturnType<typeof notes>} numbered */
  function blocks(text, numbered) {
    numbered.expect(text);
    return text.trim().split(/\n\s*\n/).filter(Boolean).map(function (block) {
      const lines = block.split("\n").map(function (line) { return line.trim(); });
      const listed = lines.every(function (line) { return /^[-*+] /.test(line); }), counted = lines.every(function (line) { return /^\d+\. /.test(line); });
      if (listed || counted) {
        return make(listed ? "ul" : "ol", {}, lines.map(function (line) { return make("li", {}, inline(typeset(line.replace(/^\S+ /, "")), numbered)); }));
      }
      const quoted = lines.every(function (line) { return /^>/.test(line); });
      const words = lines.map(function (line) { return quoted ? line.replace(/^> ?/, "") : line; }).join(" ");
      const paragraph = make("p", {}, inline(typeset(squeezed(words)), numbered));
      return quoted ? make("blockquote", {}, [paragraph]) : paragraph;
    });
  }

  /* Sources: as timeline/references.py has them. */

  /** @param {string} name */
  function turned(name) { const at = name.indexOf(", "); return at < 0 ? name : name.slice(at + 2) + " " + name.slice(0, at); }

  /** @param {string[]} names */
  function people(names) {
    const rest = names.slice(1).map(turned);
    return rest.length ? names.slice(0, 1).concat(rest.slice(0, -1)).join(", ") + " and " + rest[rest.length - 1] : names[0] || "";
  }

  /** @param {any} source */
  function host(source) {
    const found = /^https?:\/\/([^/]*)/.exec(source.URL || "");
    return found ? found[1].toLowerCase().replace(/^www\./, "") : "";
  }

  /** @param {Parts[]} parts @returns {Parts} */
  function commas(parts) {
    return parts.filter(function (part) { return part.length; }).reduce(function (all, part, at) { return all.concat(at ? [", "] : [], part); }, /** @type {Parts} */ ([]));
  }

  /** @param {any} source @returns {Parts} */
  function reference(source) {
    const maker = source.publisher || source["container-title"] || host(source);
    const language = source.language && source.language !== "en" ? { lang: source.language } : {};
    const whole = WHOLE.indexOf(" " + source.type + " ") >= 0;
    const title = !source.title ? ["[Untitled page of " + maker + "]"] : [
      whole ? make("cite", language, [source.title]) : make("span", language, ["“" + source.title + "”"])
    ].concat(source.title_translation ? [" [" + source.title_translation + "]"] : []);
    const numbers = [
      ["vol. ", source.volume], [source["container-title"] || source.volume ? "no. " : "No. ", source.issue || source.number],
      [/-/.test(source.page || "") ? "pp. " : "p. ", (source.page || "").replace(/-/g, "–")]
    ];
    const container = commas([
      source["container-title"] ? /** @type {Parts} */ (source.type === "chapter" ? ["In "] : []).concat([make("cite", {}, [source["container-title"]])]) : [],
      (source.editor || []).length ? ["edited by " + people(source.editor.map(turned))] : []
    ].concat(numbers.map(function (pair) { return pair[1] ? [pair[0] + pair[1]] : []; })));
    const imprint = commas([
      source["collection-title"] ? [make("cite", {}, [source["collection-title"]])] : [], source["publisher-place"] ? [source["publisher-place"]] : [],
      source.publisher && source.publisher !== source["container-title"] ? [source.publisher] : [], source.issued ? [dateWords(source.issued) || source.issued] : []
    ]);
    const author = people(source.author || []);
    return [author ? [author] : [], title, container, imprint].filter(function (part) { return part.length; }).reduce(function (all, part, at) {
      const text = part.map(function (one) { return typeof one === "string" ? one : one.textContent; }).join("");
      return all.concat(at ? [" "] : [], part, /[.?!]”*$/.test(text) ? [] : ["."]);
    }, /** @type {Parts} */ ([]));
  }

  /** @param {Note} note @param {any} source @param {Known} known */
  function listed(note, source, known) {
    const back = note.mentions.reduce(function (links, mention, at) {
      const many = note.mentions.length > 1, name = "Back to where source " + note.number + " is cited" + (many ? ", " + (at + 1) : "");
      const text = /** @type {Parts} */ (["↑" + (many ? at + 1 : "")]).concat(mention.locator ? [" ", make("span", { class: "tl-locator" }, [mention.locator])] : []);
      return links.concat(at ? [" "] : [], [make("a", { href: "#" + mention.id, role: "doc-backlink", "aria-label": name }, text)]);
    }, /** @type {Parts} */ ([]));
    const meta = source ? commas([[
      host(source), known.words.kinds[source.kind] || source.kind || ""
    ].filter(Boolean).join(" · "), source.language ? "in " + (known.words.languages[source.language] || source.language) : ""].map(function (text) { return text ? [text] : []; })) : [];
    return make("li", { id: "preview-source-" + note.number, value: String(note.number) }, [
      make("span", { class: "tl-ref" }, source ? reference(source) : ["[" + (note.key || "?") + ": no source here has this key]"]), " ",
      make("span", { class: "tl-ref__meta" }, meta), " ", make("span", { class: "tl-sources__back" }, back)
    ]);
  }

  /* Figures and disputes. */

  /** @param {string} text */
  function number(text) {
    const parts = text.split(".");
    return parts[0].replace(/\B(?=(\d{3})+$)/g, "\u202f") + (parts.length > 1 ? "." + parts[1] : "");
  }

  /** @param {any} figure */
  function amount(figure) {
    const value = figure.value ? number(figure.value) : !figure.low ? "up to " + number(figure.high || "0")
      : !figure.high ? "at least " + number(figure.low) : number(figure.low) + "–" + number(figure.high);
    return figure.unit === "%" ? value + "\u202f%" : value + " " + apostrophes(figure.unit || "");
  }

  /** @param {any[]} figures @param {any} event @param {ReturnType<typeof notes>} numbered */
  function figureList(figures, event, numbered) {
    const grouped = /** @type {Map<string, any[]>} */ (new Map());
    figures.forEach(function (one) {
      const alone = !one.group || figures.filter(function (other) { return other.group === one.group; }).length < 2;
      const name = alone ? "" : one.group;
      grouped.set(name, (grouped.get(name) || []).concat([one]));
    });
    const names = Array.from(grouped.keys()).sort(function (a, b) { return Number(a === "") - Number(b === ""); });
    return names.map(function (name) {
      const rows = (grouped.get(name) || []).map(function (one) {
        const date = !name && one.date && one.date !== event.date ? ", " + (dateWords(one.date) || one.date) : "";
        const cites = one.citations ? [" ", numbered.group(one.citations)] : [];
        const base = one.base ? [" ", make("span", { class: "tl-base" }, [apostrophes(one.base)])] : [];
        const said = /** @type {Parts} */ ([apostrophes(one.measured_by || "") + date]).concat(cites, one.note ? [(name ? " " : ". ") + apostrophes(one.note)] : []);
        return make("div", {}, [
          make("dt", {}, /** @type {Parts} */ ([apostrophes(one.label || "")]).concat(name ? base : [])), " ",
          make("dd", {}, /** @type {Parts} */ ([make("b", {}, [amount(one)])]).concat(name ? [] : base, [" ", make("span", { class: "tl-note" }, said)]))
        ]);
      });
      return make("div", {}, /** @type {Parts} */ (name ? [make("p", { class: "tl-preview__group" }, [apostrophes(name)])] : []).concat([make("dl", { class: "tl-figures" }, rows)]));
    });
  }

  /** @param {any} dispute @param {ReturnType<typeof notes>} numbered */
  function disputeNode(dispute, numbered) {
    return make("div", { class: "tl-dispute" }, [
      make("h4", {}, [apostrophes(dispute.question || "")]),
      make("ul", {}, (dispute.positions || []).map(function (/** @type {any} */ one) {
        return make("li", {}, [
          make("p", { class: "tl-claim" }, [apostrophes(one.claim || "")]),
          make("p", { class: "tl-holder" }, [apostrophes(one.held_by || ""), " "].concat(one.citations ? [numbered.group(one.citations)] : []))
        ]);
      })),
      dispute.note ? make("p", { class: "tl-note" }, [apostrophes(dispute.note)]) : ""
    ]);
  }

  /** @param {any} quote @param {ReturnType<typeof notes>} numbered @param {Known} known */
  function quoteNode(quote, numbered, known) {
    const language = known.words.languages[quote.language] || quote.language || "";
    const made = quote.translation ? language + ", translated by " + (quote.translated_by || "") : quote.language === document.documentElement.lang ? "" : language;
    const said = [made, quote.unlocated ? "No place in the source: " + quote.unlocated : ""].filter(Boolean).join(". ");
    const date = /** @type {Parts} */ (quote.date ? [", "].concat(/** @type {any} */ (time(quote.date))) : []);
    return make("figure", { class: "tl-quote" }, [
      make("blockquote", { class: "tl-quote__words" }, /** @type {Parts} */ ([
        make("div", { class: "tl-quote__original" }, [make("p", { lang: quote.language || null, dir: "auto" }, [apostrophes(quote.text || "")])])
      ]).concat(quote.translation ? [make("div", { class: "tl-quote__translation" }, [make("p", {}, [apostrophes(quote.translation)])])] : [])),
      make("figcaption", {}, [
        make("p", { class: "tl-quote__speaker" }, /** @type {Parts} */ ([make("b", {}, [apostrophes(quote.speaker || "")])]).concat(date, quote.citations ? [" ", numbered.group(quote.citations)] : [])),
        quote.context ? make("p", {}, [apostrophes(quote.context)]) : "",
        make("p", { class: "tl-quote__made" }, [said ? apostrophes(said) + "." : ""])
      ])
    ]);
  }

  /** @param {string} title @param {Parts} children */
  function section(title, children) {
    return make("section", { class: "tl-section" }, /** @type {Parts} */ ([make("h3", {}, [title])]).concat(children));
  }

  /** Return the page of an event as far as its values go. @param {any} values @param {Known} known @returns {HTMLElement} */
  function page(values, known) {
    const numbered = notes(), own = /** @type {Record<string, any>} */ ({});
    (values.citations || []).forEach(function (/** @type {any} */ one) { if (one.key) own[one.key] = known.sources[one.key] || one; });
    const topics = (values.topics || []).filter(function (/** @type {string} */ id) { return id in known.ids.topics; });
    const index = function (/** @type {string} */ id) { return String(Object.keys(known.ids.topics).indexOf(id) + 1); };
    const places = (values.places || []).map(function (/** @type {string} */ id) { return make("span", { class: "tl-date__place" }, [known.ids.places[id] || id]); });
    const head = make("header", { class: "tl-head" }, /** @type {Parts} */ ([
      make("p", { class: "tl-date" }, time(values.date || "").concat(places)),
      make("p", { class: "tl-preview__title", role: "heading", "aria-level": "3" }, [apostrophes(values.title || "Title")]),
      make("p", { class: "tl-lead" }, [apostrophes(squeezed(values.summary || ""))])
    ]).concat(
      values.date_note ? [make("p", { class: "tl-aside-note" }, [make("b", {}, ["About the date:"]), " " + apostrophes(values.date_note)])] : [],
      topics.length ? [make("p", { class: "tl-chips" }, topics.map(function (/** @type {string} */ id) { return make("span", { class: "tl-chip", "data-topic": index(id) }, [known.ids.topics[id]]); }))] : []
    ));
    const body = make("div", { class: "tl-prose" }, blocks(values.body || "", numbered));
    const children = /** @type {Parts} */ ([head, body]);
    if (values.figures) children.push(section("Figures", figureList(values.figures, values, numbered)));
    if (values.disputes) children.push(section("Where sources disagree", values.disputes.map(function (/** @type {any} */ one) { return disputeNode(one, numbered); })));
    if (values.quotes) children.push(section("In their own words", values.quotes.map(function (/** @type {any} */ one) { return quoteNode(one, numbered, known); })));
    if (values.actors) children.push(section("Who took part", [make("p", {}, [values.actors.map(function (/** @type {string} */ id) { return known.ids.actors[id] || id; }).join(", ")])]));
    if (numbered.all.length) {
      children.push(section("Sources", [make("ol", { class: "tl-sources" }, numbered.all.map(function (note) { return listed(note, own[note.key], known); }))]));
    }
    return make("div", { class: "tl-event", "data-topic": topics.length ? index(topics[0]) : "0" }, children);
  }

  /** @type {any} */ (window).eventPreview = { page: page, dateWords: dateWords };
})();
