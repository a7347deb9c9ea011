/** What a visitor can take along: link, embed and citation of exactly this view. */

import { button, copy, make } from "../dom.js";
import { rangeWords } from "./calendar.js";
import { encode } from "./state.js";

/** @import {View} from "./view.js" */

/** @param {View} view */
export function offer(view) {
  const { site, embed, cite } = /** @type {Record<string, string>} */ (view.host.dataset);
  const search = encode(view.state, "");
  const range = rangeWords(view.range());
  const link = location.href.split(/[?#]/)[0] + search;
  const src = new URL(embed, location.href) + search;
  const size = { width: "100%", height: 640, style: "border:0", loading: "lazy" };
  const frame = make("iframe", { src, title: `${site}, ${range}`, ...size });
  const cited = Object.entries(JSON.parse(cite)).map(([name, text]) => [
    name,
    filled(text, { VIEW: range, LINK: link }),
  ]);
  const texts = [["Link", link], ["Embed", frame.outerHTML], ...cited];
  view.ui.share.replaceChildren(...texts.map(([name, text]) => row(name, text)));
}

/**
 * A text with what stands for its marks, {NAME}.
 * @param {string} text
 * @param {Record<string, string>} values
 */
export const filled = (text, values) => text.replace(/\{([A-Z]+)\}/g, (mark, name) => values[name] ?? mark);

/**
 * @param {string} name
 * @param {string} text
 */
function row(name, text) {
  const attributes = { readonly: true, rows: 3, "aria-label": `${name} of this view` };
  const field = make("textarea", { ...attributes, focus: () => field.select() }, text);
  const click = () => {
    copy(field, { text });
    made.textContent = "Copied";
  };
  const made = button({ click, "aria-label": `Copy the ${name.toLowerCase()}` }, "Copy");
  return make("div", {}, make("b", {}, name), field, made);
}
