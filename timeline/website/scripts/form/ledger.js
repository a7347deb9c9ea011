/** What a form knows: what exists, what was made beside the event, and the names that are still free. */

import { dateWords } from "./dates.js";

/** @import {Card} from "./card.js" */
/** @import {Control, Data, Known} from "./data.js" */

export class Ledger {
  /** @param {Data} data */
  constructor(data) {
    this.data = data;
    const { ids } = data.known;
    const own = { ...ids, actors: { ...ids.actors }, places: { ...ids.places } };
    this.known = /** @type {Known} */ ({ ...data.known, ids: own });
    const compiled = Object.entries(data.patterns).map(([name, pattern]) => [name, new RegExp(pattern)]);
    this.patterns = /** @type {Record<string, RegExp>} */ (Object.fromEntries(compiled));
    this.touched = /** @type {Set<string>} */ (new Set());
    this.created = /** @type {Record<string, Record<string, any>>} */ ({ actors: {}, places: {} });
    this.renamed = /** @type {((from: string, to: string) => void)[]} */ ([]);
    this.controls = /** @type {Record<string, Control>} */ ({});
    this.cards = () => /** @type {Card[]} */ ([]);
    this.values = /** @type {any} */ ({});
    this.count = 0;
  }

  /** @param {string} key */
  nextId(key) {
    return `f${(this.count += 1)}-${key}`;
  }

  /** @param {string} table */
  choices(table) {
    const { ids, spellings, dates } = this.known;
    return Object.entries(ids[table]).map(([value, own]) => ({
      value,
      name: table === "events" && dates[value] ? `${own} (${dateWords(dates[value])})` : own,
      spellings: [...(spellings[table]?.[value] || []), ...(this.created[table]?.[value]?.variants || [])],
    }));
  }

  allSources() {
    return Object.entries(this.known.ids.sources).map(([value, name]) => {
      const record = this.known.sources[value];
      const more = [record.URL, record["container-title"], record.title_translation, ...(record.author || [])];
      return { value, name, spellings: more.filter(Boolean) };
    });
  }

  ownSources() {
    const cards = this.cards().filter((card) => card.read() !== undefined);
    return cards.map((card) => ({ value: card.key, name: card.title(), spellings: [] }));
  }

  /**
   * @param {string} key
   * @param {Card | null} but
   */
  freeKey(key, but) {
    const others = this.cards().filter((card) => card !== but);
    const taken = (/** @type {string} */ one) =>
      one in this.known.ids.sources || others.some((card) => card.key === one);
    return this.free(key, taken);
  }

  /**
   * @param {string} table
   * @param {string} id
   */
  freeId(table, id) {
    return this.free(id, (one) => one in this.known.ids[table]);
  }

  /**
   * @param {string} wanted
   * @param {(one: string) => boolean} taken
   */
  free(wanted, taken) {
    let found = wanted;
    for (let number = 2; found && taken(found); number += 1) found = `${wanted}-${number}`;
    return found;
  }

  /** @param {string} key */
  isCited(key) {
    return JSON.stringify({ ...this.values, citations: [] }).includes(key);
  }

  /** @param {(from: string, to: string) => void} listener */
  onRename(listener) {
    this.renamed.push(listener);
  }

  /**
   * @param {string} from
   * @param {string} to
   */
  rename(from, to) {
    const body = this.controls.body.read();
    if (body && from) {
      const written = body.replace(/\[@[^[\]]*\]/g, (/** @type {string} */ group) =>
        group.replace(/@([^\s,;\]]+)/g, (one, key) => (key === from ? `@${to}` : one)),
      );
      if (written !== body) this.controls.body.fill(written);
    }
    for (const listener of this.renamed) listener(from, to);
  }

  /**
   * @param {string} table
   * @param {string} id
   * @param {any} values
   */
  create(table, id, values) {
    this.created[table][id] = values;
    this.known.ids[table][id] = values.name;
  }

  /**
   * @param {string} table
   * @param {string} id
   */
  isNew(table, id) {
    return Boolean(this.created[table]?.[id]);
  }
}
