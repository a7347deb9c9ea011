/** What is chosen of a list's filters: at most one value of each facet, and the mark that its entries bear. */

export class Chosen {
  /** @param {Map<string, {value: string, mark: string}>} values */
  constructor(values) {
    this.values = values;
  }

  /**
   * What an address says: its query, or the target that a link has without the script.
   * @param {Location} place
   * @param {HTMLAnchorElement[]} links
   */
  static of(place, links) {
    const query = new URLSearchParams(place.search);
    const named = links.filter(({ dataset: { facet = "", value } }) => query.get(facet) === value);
    const target = links.filter((link) => place.hash === `#${link.id}`);
    return new Chosen(new Map((named.length ? named : target).map(Chosen.pair)));
  }

  /**
   * @param {HTMLAnchorElement} link
   * @returns {[string, {value: string, mark: string}]}
   */
  static pair({ dataset: { facet = "", value = "", mark = "" } }) {
    return [facet, { value, mark }];
  }

  get empty() {
    return !this.values.size;
  }

  /** @param {HTMLElement} entry */
  holds(entry) {
    const marks = (entry.dataset.of || "").split(" ");
    return [...this.values.values()].every(({ mark }) => marks.includes(mark));
  }

  /** @param {HTMLElement} link */
  has(link) {
    return this.values.get(link.dataset.facet || "")?.mark === link.dataset.mark;
  }

  /**
   * What is chosen after a click on a link: its value as well, or no more.
   * @param {HTMLAnchorElement} link
   */
  with(link) {
    const values = new Map(this.values);
    const [facet, value] = Chosen.pair(link);
    if (this.has(link)) values.delete(facet);
    else values.set(facet, value);
    return new Chosen(values);
  }

  /** @param {Location} place */
  address(place) {
    const query = new URLSearchParams();
    for (const [facet, { value }] of this.values) query.set(facet, value);
    return place.pathname + (this.empty ? "" : `?${query}`);
  }
}
