/** What is wrong with a record by itself: every limit of its definition, as the check finds it. */

import { OF_SOURCES, TEXTS } from "../words.js";
import { addressFault, doiFault, idFault, isbnFault } from "./addresses.js";
import { strange } from "./characters.js";
import { exactDay } from "./dates.js";
import { unclear } from "./guesses.js";
import { countWords, trim } from "./prose.js";

/** @import {Fault, Field, Trail} from "./data.js" */

const DEEP = new RegExp(...TEXTS.deep);
const MARKS = TEXTS.marks[0];
const MOST_MARKS = TEXTS.marks[1];
const NAMED = ["events", "actors", "places", "topics"];
const OF_A_KEY = ["key", "locator", "checked"];

/** @param {string} text */
const size = (text) => [...text].length;

/** Finds the faults of one record. */
export class Shape {
  /** @param {Record<string, RegExp>} patterns */
  constructor(patterns) {
    this.patterns = patterns;
    this.found = /** @type {Fault[]} */ ([]);
  }

  /**
   * @param {Trail} trail
   * @param {string} code
   * @param {string} text
   */
  say(trail, code, text) {
    this.found.push({ trail, code, text });
  }

  /**
   * @param {Field[]} fields
   * @param {any} values
   * @param {Trail} trail
   * @param {string} [name] the key of the list that the record stands in
   */
  record(fields, values, trail, name = "") {
    if (typeof values !== "object" || Array.isArray(values) || values === null) {
      return this.say(trail, "wrong-type", "this has parts of its own");
    }
    const short = name === "citations" && !OF_SOURCES.some((key) => key in values);
    const own = short ? fields.filter(({ key }) => OF_A_KEY.includes(key)) : fields;
    const before = this.found.length;
    for (const key of Object.keys(values)) {
      if (!own.some((field) => field.key === key)) this.say([...trail, key], "unknown-key", "nothing has this name");
    }
    for (const field of own) {
      const at = [...trail, field.key];
      if (values[field.key] !== undefined) this.field(field, values[field.key], at, name);
      else if (field.required) this.say(at, "missing-key", "this is needed");
    }
    if (this.found.length === before) this.together(name, values, trail);
  }

  /**
   * @param {Field} field
   * @param {any} value
   * @param {Trail} trail
   * @param {string} holder
   */
  field(field, value, trail, holder) {
    const { many, least, parts, key, kind } = field;
    if (many) {
      if (!Array.isArray(value)) return this.say(trail, "wrong-type", "this is a list");
      if (value.length < (least || 0)) this.say(trail, "too-few", `at least ${least} are needed`);
      for (const [at, one] of value.entries()) {
        if (parts.length) this.record(parts, one, [...trail, at], key);
        else this.value(field, one, [...trail, at], holder);
      }
    } else if (parts.length) this.record(parts, value, trail, key);
    else if (kind === "names") this.names(field, value, trail);
    else this.value(field, value, trail, holder);
  }

  /**
   * @param {Field} field
   * @param {any} values names by their languages
   * @param {Trail} trail
   */
  names(field, values, trail) {
    for (const [language, name] of Object.entries(values)) {
      if (this.patterns.language.test(language)) this.value({ ...field, kind: "text" }, name, trail, "");
      else this.say(trail, "bad-language", `"${language}" is no tag of a language: write a line such as fr: Le nom`);
    }
  }

  /**
   * @param {Field} field
   * @param {any} value
   * @param {Trail} trail
   * @param {string} holder
   */
  value({ key, kind, choices, longest, lowest, highest, names }, value, trail, holder) {
    if (typeof value !== "string") return this.say(trail, "wrong-type", "this is one value");
    const text = trim(value);
    if (strange(value)) return this.say(trail, "hidden-character", strange(value));
    if (choices.length) {
      if (!choices.includes(value)) this.say(trail, "unknown-value", "choose one from the list");
    } else if (kind === "date") {
      const fault = unclear(text);
      if (fault) this.say(trail, "bad-date", fault);
      else if ((key === "accessed" || holder === "corrections") && !exactDay(text)) {
        this.say(trail, "bad-date", "this is not one day: write year, month and day");
      }
    } else if (kind === "number") {
      if (!/^-?[0-9]+(\.[0-9]+)?$/.test(text)) {
        return this.say(trail, "wrong-type", "write digits with a point, no unit and no blanks: 82.7");
      }
      if (!/^-?[0-9]{1,15}(\.[0-9]{1,10})?$/.test(text)) {
        return this.say(trail, "out-of-range", "at most 15 digits, and 10 after the point");
      }
      const out = Number(text) < (lowest ?? -Infinity) || Number(text) > (highest ?? Infinity);
      if (out) this.say(trail, "out-of-range", `the limits are ${lowest} and ${highest}`);
    } else if (kind === "address") {
      const fault = addressFault(text);
      if (fault) this.say(trail, "bad-address", fault);
    } else if (kind === "language") {
      if (!this.patterns.language.test(text)) this.say(trail, "bad-language", "write a tag such as en, de or sr-Latn");
    } else if (kind === "id" && NAMED.includes(names)) {
      if (!text) this.say(trail, "empty-value", "this is empty"); /* whether it exists is asked beside the others */
    } else if (kind === "id") {
      const fault = idFault(text, this.patterns.id);
      if (fault) this.say(trail, "bad-id", fault);
    } else if (!text) this.say(trail, "empty-value", "this is empty");
    else if (longest && size(text) > longest) {
      this.say(trail, "too-long", `${size(text)} characters; the limit is ${longest}`);
    } else this.text(key, text, trail, holder);
  }

  /**
   * @param {string} key
   * @param {string} text
   * @param {Trail} trail
   * @param {string} holder
   */
  text(key, text, trail, holder) {
    const marks = [...text].filter((letter) => MARKS.includes(letter)).length;
    if (size(text) > TEXTS.longest)
      this.say(trail, "too-long", `${size(text)} characters; the limit is ${TEXTS.longest}`);
    else if (marks > MOST_MARKS)
      this.say(trail, "too-long", `${marks} marks such as * and [; the limit is ${MOST_MARKS}`);
    else if (DEEP.test(text)) this.say(trail, "too-deep", "a line begins with too many marks of lists or quotations");
    else if (key === "DOI" && doiFault(text)) this.say(trail, "bad-doi", doiFault(text));
    else if (key === "ISBN" && isbnFault(text)) this.say(trail, "bad-isbn", isbnFault(text));
    else if (holder === "quotes" && key === "text" && countWords(text) > TEXTS.quoted) {
      this.say(trail, "quote-length", `${countWords(text)} words; a quotation has at most ${TEXTS.quoted}`);
    }
  }

  /**
   * What no field of a record can tell alone.
   * @param {string} name
   * @param {any} values
   * @param {Trail} trail
   */
  together(name, values, trail) {
    if (name === "figures") this.figure(values, trail);
    if (name === "citations" && OF_SOURCES.some((key) => key in values)) {
      if (!values.URL && !(values.title && (values.publisher || values["container-title"]))) {
        this.say(trail, "source-unfindable", "give its address, or its title and its publisher: nobody could find it");
      }
    }
    if (name === "quotes" && Boolean(values.translation) !== Boolean(values.translated_by)) {
      this.say(trail, "quote-translator", "a translation and its maker go together");
    }
    if (name === "corrections" && (values.before === undefined) !== (values.now === undefined)) {
      this.say(trail, "correction-halves", "write both the words before and those now, or neither");
    }
  }

  /**
   * @param {any} values
   * @param {Trail} trail
   */
  figure({ value, low, high }, trail) {
    if ((value === undefined) === (low === undefined && high === undefined)) {
      this.say(trail, "figure-number", "a figure needs either a value, or a lowest or highest estimate");
    } else if (low !== undefined && high !== undefined && Number(low) > Number(high)) {
      this.say(trail, "figure-number", `the lowest estimate (${low}) is above the highest (${high})`);
    }
  }
}
