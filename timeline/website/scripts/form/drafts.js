/**
 * Drafts, kept in this browser alone. A tab works on one draft and remembers which (sessionStorage), so that
 * it finds it
 * again after a reload; two tabs never write over each other: who finds that another tab has written goes on under a
 * name of its own.
 */

const PREFIX = "event-draft:";
const CURRENT = "event-draft";

/** @typedef {{id: string, saved: number, revision: string, title: string, content: any}} Draft */

const unique = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;

export class Drafts {
  /** @param {string} site tells drafts of one site from those of another at the same server */
  constructor(site) {
    this.prefix = `${PREFIX}${site}:`;
    this.revision = "";
    this.works = true;
    this.id = this.attempt(() => sessionStorage.getItem(this.prefix + CURRENT)) || unique();
  }

  /**
   * What a storage answers, or nothing where the browser keeps none.
   * @template T
   * @param {() => T} ask
   * @returns {T | null}
   */
  attempt(ask) {
    try {
      return ask();
    } catch {
      return null;
    }
  }

  /** @param {string} id */
  read(id) {
    const text = this.attempt(() => localStorage.getItem(this.prefix + id));
    const draft = /** @type {Draft | null} */ (text && this.attempt(() => JSON.parse(text)));
    return draft && typeof draft.content === "object" ? draft : null;
  }

  /** The draft that this tab was at, or nothing. */
  current() {
    const draft = this.read(this.id);
    this.revision = draft?.revision || "";
    return draft;
  }

  /** All drafts of this site, the newest first. */
  all() {
    const keys = this.attempt(() => Object.keys(localStorage)) || [];
    const own = keys
      .filter((key) => key.startsWith(this.prefix))
      .map((key) => this.read(key.slice(this.prefix.length)));
    const found = /** @type {Draft[]} */ (own.filter(Boolean));
    return found.sort((a, b) => b.saved - a.saved);
  }

  /**
   * Keeps the content; returns whether another tab had written, so that this one goes on as a draft of its own.
   * @param {string} title
   * @param {any} content
   */
  save(title, content) {
    const stored = this.read(this.id);
    const parted = Boolean(stored && stored.revision !== this.revision);
    if (parted) this.id = unique();
    this.revision = unique();
    const draft = { id: this.id, saved: Date.now(), revision: this.revision, title, content };
    const done = this.attempt(() => {
      localStorage.setItem(this.prefix + this.id, JSON.stringify(draft));
      sessionStorage.setItem(this.prefix + CURRENT, this.id);
      return true;
    });
    this.works = done === true;
    return parted;
  }

  /** @param {string} id */
  forget(id) {
    this.attempt(() => localStorage.removeItem(this.prefix + id));
    if (id === this.id) this.start();
  }

  /** Goes on with an empty draft. */
  start() {
    this.id = unique();
    this.revision = "";
    this.attempt(() => sessionStorage.removeItem(this.prefix + CURRENT));
  }

  /** @param {string} id */
  go(id) {
    this.id = id;
    this.attempt(() => sessionStorage.setItem(this.prefix + CURRENT, id));
    return this.current();
  }
}
