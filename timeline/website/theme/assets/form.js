// @ts-check
/**
 * The form for a new event. It builds itself from the definition of the records that the page holds, checks as one
 * types, shows the page that comes of it, and makes the YAML file. It stores nothing and asks no server.
 * @requires event-preview.js
 */
(function () {
  "use strict";

  /** @typedef {{key: string, kind: string, required: boolean, description: string, many: boolean, longest: number | null,
   *   least: number | null, choices: string[], example: any, label: string, parts: Field[], names: string}} Field */
  /** @typedef {{fields: Field[], ids: Record<string, Record<string, string>>, patterns: Record<string, string>,
   *   sources: Record<string, any>, words: Record<string, Record<string, string>>, repository: string, head: string}} Data */
  /** @typedef {{id: string, label: string, text: string, soft?: boolean}} Fault */

  const OMITTED = ["aliases", "corrections"]; /* a new event has neither */
  const preview = /** @type {any} */ (window).eventPreview;
  const SHOWN = ["key", "checked", "type", "kind", "title", "publisher", "issued", "URL"];
  const SMALL = " a an and are as at by for from in into is its of on or that the their to was with ";
  const LONGEST_ADDRESS = 7500;
  const WIDTH = 100;

  /* Values to YAML. */

  /** @param {string} text @param {boolean} typed @param {boolean} flow */
  function scalar(text, typed, flow) {
    if (typed && /^-?[0-9][-0-9.XY/~?%]*$/.test(text)) return text;
    const plain = /^[\p{L}\p{N}(“„«./]/u.test(text) && !/: |:$| #|[\x00-\x1f\x7f]/.test(text) && text === text.trim();
    const other = /^([-+.]?[0-9][0-9_,.eExXo]*|true|false|yes|no|on|off|null|~)$/i.test(text);
    return plain && !(flow && /[[\]{},]/.test(text)) && (typed || !other) ? text : JSON.stringify(text);
  }

  /** @param {string} text */
  function wrapped(text) {
    return text.trim().split(/\n\s*\n/).map(function (paragraph) {
      const lines = [""];
      paragraph.split(/\s+/).filter(Boolean).forEach(function (word) {
        const last = lines[lines.length - 1];
        if (last && last.length + word.length >= WIDTH && !/^([#>*+-]|\d+[.)])/.test(word)) lines.push(word);
        else lines[lines.length - 1] = last ? last + " " + word : word;
      });
      return lines.join("\n");
    }).join("\n\n");
  }

  /** @param {Field[]} fields @param {any} values @returns {string[]} */
  function yaml(fields, values) {
    return fields.filter(function (field) { return field.key in values; }).reduce(function (lines, field) {
      return lines.concat(entry(field, values[field.key]));
    }, /** @type {string[]} */ ([]));
  }

  /** @param {Field} field @param {any} value @returns {string[]} */
  function entry(field, value) {
    const typed = field.kind === "date" || field.kind === "number";
    if (field.parts.length && field.many) {
      return [field.key + ":"].concat(value.reduce(function (/** @type {string[]} */ lines, /** @type {any} */ one) {
        return lines.concat(yaml(field.parts, one).map(function (line, at) { return (at ? "    " : "  - ") + line; }));
      }, []));
    }
    if (field.parts.length) return [field.key + ":"].concat(yaml(field.parts, value).map(indented));
    if (field.many) {
      return [field.key + ": [" + value.map(function (/** @type {string} */ one) { return scalar(one, typed, true); }).join(", ") + "]"];
    }
    if (field.key === "body") return [field.key + ": |"].concat(wrapped(value).split("\n").map(indented));
    return [field.key + ": " + scalar(value.replace(/\s+/g, " "), typed, false)];
  }

  /** @param {string} line */
  function indented(line) { return line ? "  " + line : line; }

  /* Checks: the same rules as the check's, as far as one file can tell. */

  /** @param {string} text @param {RegExp} pattern */
  function dateFault(text, pattern) {
    const remedy = "write 1815-06-18, 1815-06 or 1815";
    if (!pattern.test(text) || !/\d/.test(text)) return "this is not a date: " + remedy;
    const points = text.split("/").map(function (point) { return /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?![\dX])/.exec(point); });
    for (const point of points) {
      if (!point) continue;
      const month = Number(point[2]), year = Number(point[1]);
      if (month < 1 || month > 12) return "months run from 01 to 12";
      const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
      const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].indexOf(month) < 0 ? 31 : 30;
      if (point[3] && (Number(point[3]) < 1 || Number(point[3]) > days)) return "the days of this month run from 01 to " + days;
    }
    if (points.length === 2 && points[0] && points[1]) {
      const first = points[0].slice(1).map(function (part) { return Number(part || 1); });
      const last = points[1].slice(1).map(function (part, at) { return Number(part || [0, 12, 31][at]); });
      if ((last[0] - first[0] || last[1] - first[1] || last[2] - first[2]) < 0) return "this ends before it starts";
    }
    return "";
  }

  /** @param {string} text */
  function cited(text) {
    const keys = [];
    for (const group of text.match(/\[@[^[\]]*\]/g) || []) {
      for (const part of group.slice(1, -1).split(";")) keys.push(part.trim().replace(/^@/, "").split(",")[0].trim());
    }
    return keys;
  }

  /** @param {string} title @param {string} date */
  function proposed(title, date) {
    const year = (/^(\d{2}[\dX]{2})/.exec(date.replace(/^\.\.\//, "")) || ["", ""])[1].toLowerCase();
    const plain = title.toLowerCase().replace(/ł/g, "l").replace(/ø/g, "o").normalize("NFKD").replace(/[\u0300-\u036f’'ʼ]/g, "");
    const words = (plain.match(/[a-z0-9]+/g) || []).filter(function (word) {
      return SMALL.indexOf(" " + word + " ") < 0 && word !== year;
    });
    return [year].concat(words.slice(0, 4)).filter(Boolean).join("-");
  }

  /* The form. */

  /** @param {string} tag @param {Record<string, any>} [attributes] @param {(Node | string)[]} [children] */
  function make(tag, attributes, children) {
    const node = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) {
      const value = /** @type {any} */ (attributes)[name];
      if (value !== null && value !== false) node.setAttribute(name, value === true ? "" : value);
    });
    node.append.apply(node, children || []);
    return node;
  }

  /** @param {Data} data @param {HTMLElement} host */
  function build(data, host) {
    const form = /** @type {HTMLFormElement} */ (make("form", { novalidate: true, "aria-label": "New event" }));
    const lists = Object.keys(data.ids).map(function (table) {
      return make("datalist", { id: "ids-" + table }, Object.keys(data.ids[table]).map(function (id) {
        return make("option", { value: id, label: data.ids[table][id] });
      }));
    });
    const touched = new Set();
    const patterns = /** @type {Record<string, RegExp>} */ ({});
    Object.keys(data.patterns).forEach(function (name) { patterns[name] = new RegExp(data.patterns[name]); });
    const fields = data.fields.filter(function (field) { return OMITTED.indexOf(field.key) < 0; });
    let count = 0;

    /* A control remembers how to read itself; `null` stands for nothing written. */
    /** @typedef {{node: HTMLElement, read: () => any, faults: (out: Fault[]) => void}} Control */

    /** @param {Field} field @param {string} label @param {boolean} needed @returns {Control} */
    function input(field, label, needed) {
      const id = "f" + (count += 1) + "-" + field.key;
      const long = !field.choices.length && field.kind === "text" && (field.key === "body" || (field.longest || 0) >= 200);
      const table = field.key === "key" ? "sources" : field.names in data.ids ? field.names : "";
      const closed = table === "topics"; /* nobody adds a topic in passing, so all of them can stand in a menu */
      const tag = field.choices.length || closed ? "select" : long ? "textarea" : "input";
      const node = /** @type {HTMLInputElement} */ (make(tag, {
        id: id, name: field.key, "aria-describedby": id + "-help " + id + "-fault", "aria-required": needed ? "true" : null,
        list: tag === "input" && table ? "ids-" + table : null, rows: long ? (field.key === "body" ? 12 : 3) : null,
        autocomplete: "off", spellcheck: field.kind === "text" ? "true" : "false",
        inputmode: field.kind === "address" ? "url" : null
      }));
      if (tag === "select") {
        node.append(make("option", { value: "" }, [needed ? "Choose" : ""]));
        (closed ? Object.keys(data.ids.topics) : field.choices).forEach(function (choice) {
          node.append(make("option", { value: choice }, [closed ? data.ids.topics[choice] : choice]));
        });
      }
      const counter = make("span", { class: "tl-form__count", "aria-hidden": "true" });
      const fault = make("p", { id: id + "-fault", class: "tl-form__fault" });
      const example = field.example && !field.choices.length && !table && field.kind !== "id" ? " For example: " + [].concat(field.example).join(", ") : "";
      const what = field.description.replace(/^Ids [^;]*(; )?/, ""), listed = table && !closed && field.key !== "key";
      const help = [what && what.charAt(0).toUpperCase() + what.slice(1), listed && "Begin to write the name, and choose from the list"].filter(Boolean).join(". ") + (field.longest ? "; at most " + field.longest + " characters" : "") + "." + example;
      const read = function () { return node.value.trim() || null; };
      const wrong = function () {
        const value = read();
        if (!value) return needed ? "this is needed" : "";
        if (field.longest && value.length > field.longest) return value.length + " characters; the limit is " + field.longest;
        if (field.kind === "date") return dateFault(value, patterns.date);
        if (field.kind === "number") return /^-?\d+(\.\d+)?$/.test(value) ? "" : "write digits with a point, no unit and no blanks: 82.7";
        if (field.kind === "address") return /^https?:\/\/[^\s"<>\/@?#:]+\.[^\s"<>\/@?#:]+(:[1-9]\d{0,4})?([\/?#][^\s"<>]*)?$/.test(value) ? ""
          : "copy the whole address: https://example.org/the-page, without blanks";
        if (patterns[field.kind] && !patterns[field.kind].test(value)) return field.kind === "id" ? "an id has small Latin letters, digits and single hyphens" : "write a tag such as en or sr-Latn";
        if (table && field.key !== "key" && !(value in data.ids[table])) return "nothing has this id; choose one from the list";
        return /<\/?[A-Za-z!][^<>]*>/.test(value) ? "write Markdown, not HTML" : "";
      };
      const node_ = make("div", { class: "tl-form__field" }, [
        make("label", { for: id }, [label + (needed ? "" : " (optional)")]), counter, node,
        make("p", { id: id + "-help", class: "tl-form__help" }, [help]), fault
      ]);
      node.addEventListener("change", function () { /* who writes a name means its id */
        const ids = table ? data.ids[table] : {}, name = node.value.trim().toLowerCase();
        const meant = Object.keys(ids).find(function (id) { return ids[id].toLowerCase() === name; });
        if (meant) { node.value = meant; update(); }
      });
      node.addEventListener("blur", function () { if (node.value) touched.add(id); update(); });
      return {
        node: node_, read: read,
        faults: function (out) {
          const text = wrong(), show = touched.has(id) && text;
          counter.textContent = field.longest ? node.value.trim().length + " of " + field.longest : "";
          fault.textContent = show || "";
          if (show) node.setAttribute("aria-invalid", "true"); else node.removeAttribute("aria-invalid");
          if (text) out.push({ id: id, label: label, text: text });
        }
      };
    }

    /** @param {Field} field @param {string} label @param {(number: number) => Control} one @param {number} least @returns {Control} */
    function many(field, label, one, least) {
      const rows = /** @type {{control: Control, node: HTMLElement}[]} */ ([]);
      const box = make("div", { class: "tl-form__rows" });
      const what = label.charAt(0).toLowerCase() + label.slice(1);
      const plus = make("button", { type: "button" }, ["Add another " + what]);
      let next = 0;
      const rename = function () { if (!rows.length) plus.textContent = "Add a " + what; else plus.textContent = "Add another " + what; };
      const add = function (/** @type {boolean} */ focus) {
        next += 1;
        const control = one(next), minus = make("button", { type: "button", class: "tl-form__minus" }, ["Remove " + what + " " + next]);
        const row = { control: control, node: make("div", { class: "tl-form__row" }, [control.node, minus]) };
        minus.addEventListener("click", function () {
          rows.splice(rows.indexOf(row), 1);
          row.node.remove();
          rename();
          plus.focus();
          update();
        });
        rows.push(row);
        if (next <= least) minus.remove(); /* what is needed cannot be taken away */
        box.append(row.node);
        rename();
        if (focus) /** @type {HTMLElement} */ (control.node.querySelector("input, textarea, select")).focus();
      };
      for (let number = 0; number < least; number += 1) add(false);
      rename();
      plus.addEventListener("click", function () { add(true); update(); });
      return {
        node: make("div", { class: "tl-form__many" }, [box, plus]),
        read: function () {
          const values = rows.map(function (row) { return row.control.read(); }).filter(function (value) { return value !== null; });
          return values.length ? values : null;
        },
        faults: function (out) { rows.forEach(function (row) { row.control.faults(out); }); }
      };
    }

    /** @param {Field[]} parts @param {string} label @param {boolean} needed @param {boolean} [isSource] @returns {Control} */
    function group(parts, label, needed, isSource) {
      const controls = parts.map(function (part) {
        return { part: part, control: control(part, needed && part.required) };
      });
      const open = controls.filter(function (one) { return !isSource || SHOWN.indexOf(one.part.key) >= 0; });
      const rest = controls.filter(function (one) { return open.indexOf(one) < 0; });
      const note = make("p", { class: "tl-form__help" });
      const more = rest.length ? [make("details", {}, [make("summary", {}, ["More about this source"])].concat(rest.map(function (one) { return one.control.node; })))] : [];
      const known = function () {
        const key = isSource && controls[0].control.read();
        return key && key in data.ids.sources ? key : "";
      };
      const relevant = function () {
        const key = known();
        return controls.filter(function (one) { return !key || ["key", "locator", "checked"].indexOf(one.part.key) >= 0; });
      };
      return {
        node: make("fieldset", {}, [/** @type {Node} */ (make("legend", {}, [label]))].concat(open.map(function (one) { return one.control.node; }), [note], more)),
        read: function () {
          const values = /** @type {Record<string, any>} */ ({});
          relevant().forEach(function (one) {
            const value = one.control.read();
            if (value !== null) values[one.part.key] = value;
          });
          return Object.keys(values).length ? values : null;
        },
        faults: function (out) {
          const shown = relevant(), key = known();
          controls.forEach(function (one) { one.control.node.hidden = shown.indexOf(one) < 0; });
          note.textContent = key ? "Known to the project: " + data.ids.sources[key] : "";
          const inner = /** @type {Fault[]} */ ([]);
          shown.forEach(function (one) { one.control.faults(inner); });
          inner.forEach(function (fault) { out.push({ id: fault.id, label: label + ", " + fault.label, text: fault.text }); });
          const values = /** @type {any} */ (shown.reduce(function (found, one) { found[one.part.key] = one.control.read(); return found; }, /** @type {any} */ ({})));
          if (isSource && !key && values.key && !values.URL && !(values.title && (values.publisher || values["container-title"]))) {
            out.push({ id: "", label: label, text: "give its URL, or its title and its publisher" });
          }
          if ("low" in values && (values.value === null) === (values.low === null && values.high === null)) {
            out.push({ id: "", label: label, text: "a figure needs either a value or a range" });
          }
        }
      };
    }

    /** @param {Field} field @param {boolean} needed @returns {Control} */
    function control(field, needed) {
      if (field.parts.length && field.many) {
        const name = ({ figures: "Figure", disputes: "Question", positions: "Answer", quotes: "Quotation", citations: "Source" })[field.key] || field.label;
        const least = field.key === "positions" || field.key === "citations" ? 2 : needed ? 1 : 0;
        return many(field, name, function (number) {
          return group(field.parts, name + " " + number, true, field.key === "citations");
        }, least);
      }
      if (field.parts.length) return group(field.parts, field.label, false);
      if (field.many) {
        const name = field.key === "citations" ? "Cited source" : field.label.replace(/s$/, "");
        return many(field, name, function (number) {
          return input(field, name + " " + number, needed && number === 1);
        }, needed || field.names in data.ids ? 1 : 0);
      }
      return input(field, field.label, needed);
    }

    const controls = fields.map(function (field) {
      const made = control(field, field.required), folded = field.parts.length && !field.required;
      const title = { figures: "Figures (optional)", disputes: "Where sources disagree (optional)", quotes: "In their own words (optional)", links: "Links to other events (optional)" }[field.key];
      if (field.key === "citations") form.append(make("h2", {}, ["Sources"]), make("p", { class: "tl-form__help" }, ["Everything that the event cites. For a source that the project knows, its key from the list is enough."]));
      form.append(folded ? make("details", {}, [make("summary", {}, [title || field.label]), made.node]) : made.node);
      return { field: field, control: made };
    });
    const name = input({
      key: "id", kind: "id", required: true, many: false, longest: 80, least: null, choices: [], example: null, label: "Id", parts: [], names: "",
      description: "Name of the file and end of the address, for good; made from date and title until you write one"
    }, "Id of the event", true);
    const idInput = /** @type {HTMLInputElement} */ (name.node.querySelector("input"));
    let own = false;
    idInput.addEventListener("input", function () { own = idInput.value !== ""; });
    form.append(make("h2", {}, ["Its name"]), name.node);

    const tally = make("p", { role: "status", class: "tl-form__tally" });
    const list = make("ul", { class: "tl-form__faults" });
    const shown = make("section", { class: "tl-preview", tabindex: "0", "aria-label": "The page as it will look" });
    const file = make("pre", { tabindex: "0", role: "region", "aria-label": "The file" });
    const said = make("p", { role: "status", class: "tl-form__said" });
    const copy = make("button", { type: "button" }, ["Copy the file"]);
    const save = make("button", { type: "button" }, ["Download the file"]);
    const open = make("a", { class: "tl-form__open", target: "_blank", rel: "noopener", href: "#" }, ["Open it as a new file in the repository"]);
    const ends = make("p", { class: "tl-form__ends" }, [copy, save].concat(data.create ? [open] : []));
    let text = "", drawn = "";

    /** @param {any} values @param {Fault[]} out */
    function across(values, out) {
      const keys = (values.citations || []).map(function (/** @type {any} */ one) { return one.key; }).filter(Boolean);
      const used = cited(values.body || "");
      (values.body || "").split(/\n\s*\n/).forEach(function (/** @type {string} */ paragraph, /** @type {number} */ at) {
        if (paragraph.trim() && !/\[@[^[\]]*\]/.test(paragraph)) out.push({ id: "", label: "Body", text: "paragraph " + (at + 1) + " cites nothing; end it in [@key, p. 3]" });
      });
      const listed = (values.figures || []).concat(values.quotes || [], (values.disputes || []).reduce(function (/** @type {any[]} */ all, /** @type {any} */ one) { return all.concat(one.positions || []); }, []));
      listed.forEach(function (/** @type {any} */ one) { (one.citations || []).forEach(function (/** @type {string} */ cite) { used.push(cite.split(",")[0].trim()); }); });
      new Set(used).forEach(function (key) {
        if (key && keys.indexOf(key) < 0) out.push({ id: "", label: "Sources", text: 'no source here has the key "' + key + '"' });
      });
      new Set(keys).forEach(function (key) {
        if (used.indexOf(/** @type {string} */ (key)) < 0) out.push({ id: "", label: "Sources", text: 'nothing cites "' + key + '"; write [@' + key + "] where it is used" });
      });
      fields.filter(function (field) { return field.many && field.names in data.ids; }).forEach(function (field) {
        const ids = values[field.key] || [], twice = ids.find(function (/** @type {string} */ id, /** @type {number} */ at) { return ids.indexOf(id) < at; });
        if (twice) out.push({ id: "", label: field.label, text: '"' + twice + '" stands twice' });
      });
      if (/!\[[^[\]]*\]\(/.test(values.body || "")) out.push({ id: "", label: "Body", text: "texts have no pictures: link to it without the !" });
      if (new Set(keys).size < keys.length) out.push({ id: "", label: "Sources", text: "two sources have one key" });
      if (new Set(keys).size < 2) out.push({ id: "", label: "Sources", text: "an event rests on two sources that do not copy each other" });
      const words = ((values.body || "").replace(/\[@[^[\]]*\]/g, "").match(/[\p{L}\p{N}_’'-]+/gu) || []).length;
      if (values.body && (words < 60 || words > 220)) out.push({ id: "", label: "Body", text: words + " words; the guide asks for 80 to 220", soft: true });
      const title = (values.title || "").toLowerCase();
      Object.keys(data.ids.events).forEach(function (id) {
        if (title && data.ids.events[id].toLowerCase() === title) out.push({ id: "", label: "Title", text: "event " + id + " has the same title" });
      });
      if (idInput.value in data.ids.events) out.push({ id: idInput.id, label: "Id of the event", text: "an event has this id already" });
    }

    function update() {
      const values = /** @type {any} */ ({}), faults = /** @type {Fault[]} */ ([]);
      controls.forEach(function (one) {
        const value = one.control.read();
        if (value !== null) values[one.field.key] = value;
      });
      if (!own) idInput.value = proposed(values.title || "", values.date || "");
      controls.forEach(function (one) { one.control.faults(faults); });
      name.faults(faults);
      across(values, faults);
      text = data.head + "\n" + yaml(fields, values).join("\n") + "\n";
      file.textContent = text;
      if (text !== drawn) { /* a click into the page also leaves a field: it must find its link still there */
        drawn = text;
        shown.replaceChildren(Object.keys(values).length ? preview.page(values, data)
          : make("p", { class: "tl-form__help" }, ["Here the page stands as you write it."]));
      }
      const hard = faults.filter(function (fault) { return !fault.soft; }).length;
      tally.textContent = hard ? hard + (hard === 1 ? " thing is" : " things are") + " still missing or wrong" : "Nothing is missing.";
      list.replaceChildren.apply(list, faults.map(function (fault) {
        const words = fault.label + ": " + fault.text;
        return make("li", {}, [fault.id ? make("a", { href: "#" + fault.id }, [words]) : words]);
      }));
      if (!data.create) return true;
      const address = data.create[0].split("{name}").join(encodeURIComponent(idInput.value + ".yaml"));
      const whole = address + data.create[1].split("{text}").join(encodeURIComponent(text));
      open.setAttribute("href", whole.length > LONGEST_ADDRESS ? address : whole);
      return whole.length <= LONGEST_ADDRESS;
    }

    function toClipboard() {
      const area = /** @type {HTMLTextAreaElement} */ (make("textarea", { "aria-label": "The file" }));
      area.value = text;
      host.append(area);
      area.select();
      const done = document.execCommand("copy"); /* works from file:// too, where the newer interface does not */
      area.remove();
      said.textContent = done ? "Copied." : "Your browser does not let this page copy: select the text of the file by hand.";
    }

    copy.addEventListener("click", function () { update(); toClipboard(); copy.focus(); });
    save.addEventListener("click", function () {
      update();
      const link = /** @type {HTMLAnchorElement} */ (make("a", { download: (idInput.value || "event") + ".yaml" }));
      link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
      link.click();
      URL.revokeObjectURL(link.href);
      said.textContent = "Saved as " + link.download + ". Its place in the repository is the folder events.";
    });
    open.addEventListener("click", function () {
      if (update()) return;
      toClipboard();
      said.textContent = "The file is too long for an address, so it was copied: paste it into the page that opens.";
    });
    list.addEventListener("click", function (event) {
      const link = /** @type {HTMLElement} */ (event.target).closest("a");
      const target = link && document.getElementById(link.hash.slice(1));
      if (!target) return;
      event.preventDefault();
      touched.add(target.id);
      for (let fold = target.closest("details"); fold; fold = fold.parentElement && fold.parentElement.closest("details")) fold.open = true;
      target.focus();
      update();
    });
    form.addEventListener("input", update);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    host.replaceChildren.apply(host, lists.concat([make("div", { class: "tl-form__work" }, [form, shown]), make("section", { class: "tl-form__result", "aria-label": "Result" }, [
      make("h2", {}, ["The file"]), tally, list, file, ends, said
    ])]));
    update();
  }

  class EventForm extends HTMLElement {
    connectedCallback() {
      const holder = this.querySelector("script");
      if (!holder) return; /* built already, or the data had mistakes when the site was built */
      build(JSON.parse(holder.textContent || ""), this);
      this.hidden = false;
      document.querySelectorAll("[data-without-script]").forEach(function (node) { /** @type {HTMLElement} */ (node).hidden = true; });
    }
  }
  if (!customElements.get("event-form")) customElements.define("event-form", EventForm);
})();
