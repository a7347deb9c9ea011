/**
 * <list-filter>: the links of a long list's filters choose in place. One value of each facet may be chosen; what is
 * chosen stands in the address. Without this script each link is a target by which the page's own styles filter.
 */

import { Chosen } from "./chosen.js";

class ListFilter extends HTMLElement {
  connectedCallback() {
    this.links = /** @type {HTMLAnchorElement[]} */ ([...this.querySelectorAll("a[data-facet]")]);
    this.all = /** @type {HTMLAnchorElement | null} */ (this.querySelector("a:not([data-facet])"));
    this.entries = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-of]")]);
    if (!this.said) {
      this.said = document.createElement("output");
      this.all?.after(" ", this.said);
      this.addEventListener("click", (event) => this.clicked(event));
    }
    this.read = () => this.show(Chosen.of(location, this.links || []));
    addEventListener("popstate", this.read);
    this.read();
    if (location.search && !location.hash) this.scrollIntoView();
  }

  disconnectedCallback() {
    if (this.read) removeEventListener("popstate", this.read);
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const link = /** @type {Element} */ (event.target).closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState(history.state, "", link.href);
    this.read?.();
  }

  /** @param {Chosen} chosen */
  show(chosen) {
    const [entries, groups] = [[], []].map(() => /** @type {HTMLElement[]} */ ([]));
    for (const node of this.entries || []) (node.querySelector("[data-of]") ? groups : entries).push(node);
    for (const node of entries) node.hidden = !chosen.holds(node);
    for (const node of groups.reverse()) node.hidden = !node.querySelector("[data-of]:not([hidden])");
    const counted = entries.filter((node) => !node.closest("nav"));
    const count = (/** @type {Chosen} */ by) =>
      counted.reduce((sum, node) => sum + (by.holds(node) ? Number(node.dataset.n || 1) : 0), 0);
    for (const link of this.links || []) {
      const here = chosen.has(link);
      const next = chosen.with(link);
      link.href = next.address(location);
      const left = count(here ? chosen : next);
      const number = link.querySelector("span");
      if (number) number.textContent = String(left);
      link.toggleAttribute("data-none", !left);
      if (here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    const none = new Chosen(new Map());
    if (this.all) this.all.href = none.address(location);
    if (this.all && chosen.empty) this.all.setAttribute("aria-current", "true");
    else this.all?.removeAttribute("aria-current");
    if (this.said) this.said.textContent = chosen.empty ? "" : `${count(chosen)} of ${count(none)} shown`;
  }
}

if (!customElements.get("list-filter")) customElements.define("list-filter", ListFilter);
