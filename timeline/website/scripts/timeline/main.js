/**
 * <timeline-view>: an overview, lanes and a reading panel, built from the list of events that the element holds.
 * The list stays the truth: names and figures alone are fetched (told.js), and without this script the page is
 * complete. State stands in the URL's query (state.js). Mounts and unmounts with its element.
 */

import { define } from "../dom.js";
import { tellHeight } from "./frame.js";
import { View } from "./view.js";

class TimelineView extends HTMLElement {
  connectedCallback() {
    const list = /** @type {HTMLElement | null} */ (this.querySelector(".tv-list"));
    if (list?.querySelector("li.tl-item")) this.view = new View(this, list);
    this.framed = new AbortController();
    tellHeight(this.framed.signal);
  }

  disconnectedCallback() {
    this.view?.end();
    this.framed?.abort();
  }
}

define("timeline-view", TimelineView);
