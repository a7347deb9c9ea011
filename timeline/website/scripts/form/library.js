/** The sources that a timeline has: which one is meant, and what those of one server share. */

import { nearText } from "./alike.js";
import { samePage } from "./addresses.js";
import { caseless } from "./prose.js";

/** @import {Known} from "./data.js" */

const KINDS = /** @type {Record<string, string>} */ ({
  ...{ "article-journal": "scholarship", book: "scholarship", chapter: "scholarship", thesis: "scholarship" },
  ...{ "paper-conference": "scholarship", legislation: "official", treaty: "official", bill: "official" },
  ...{ regulation: "official", legal_case: "court", "entry-encyclopedia": "encyclopaedia", "post-weblog": "blog" },
});
const SHARED = ["type", "kind", "publisher", "language"];

/** @param {any} source */
const hostOf = (source) => (source.URL ? samePage(source.URL).split(/[/?]/)[0] : "");

export class Library {
  /** @param {Known} known */
  constructor(known) {
    this.known = known;
    this.all = /** @type {[string, any][]} */ (Object.entries(known.sources));
  }

  /** @param {string} key */
  label(key) {
    return this.known.ids.sources[key] || key;
  }

  /**
   * The key of the source that is the same: by its address, its DOI, or its title.
   * @param {any} source
   * @param {[string, any][]} [among]
   */
  same(source, among = this.all) {
    const address = source.URL && samePage(source.URL);
    const found = among.find(([, one]) => {
      if (address && one.URL && samePage(one.URL) === address) return true;
      if (source.DOI && one.DOI && caseless(one.DOI) === caseless(source.DOI)) return true;
      const year = (/** @type {any} */ it) => (it.issued || "").slice(0, 4);
      const dated = !year(source) || !year(one) || year(source) === year(one);
      return Boolean(source.title && one.title && dated && caseless(one.title) === caseless(source.title));
    });
    return found ? found[0] : "";
  }

  /**
   * Whether some source is made by, or stands in, what bears this name.
   * @param {string} name
   */
  isMaker(name) {
    const own = caseless(name);
    return this.all.some(([, one]) => [one.publisher, one["container-title"]].some((it) => it && caseless(it) === own));
  }

  /**
   * The label of a source with nearly this title.
   * @param {string} title
   * @param {string} but
   */
  near(title, but) {
    const titles = this.all.flatMap(([key, one]) => (one.title && key !== but ? [[one.title, key]] : []));
    const key = title && nearText(title, /** @type {[string, string][]} */ (titles));
    return key ? this.label(key) : "";
  }

  /**
   * What most sources of the same server have, and what a type suggests.
   * @param {any} source
   */
  habits(source) {
    const alike = this.all.filter(([, one]) => hostOf(source) && hostOf(one) === hostOf(source));
    const found = /** @type {Record<string, string>} */ ({});
    for (const key of SHARED) {
      const counted = /** @type {Map<string, number>} */ (new Map());
      for (const [, one] of alike) if (one[key]) counted.set(one[key], (counted.get(one[key]) || 0) + 1);
      const [most] = [...counted].sort(([, a], [, b]) => b - a);
      if (most) found[key] = most[0];
    }
    return source.type in KINDS ? { kind: KINDS[source.type], ...found } : found;
  }
}
