/** Help with a new place: where it is, as maps tell it, and in which country. The form loads it with the first one. */

import { make } from "../dom.js";
import { leave } from "../parts.js";
import { COUNTRIES } from "../words.js";
import { coordinates } from "./coordinates.js";

const HELP =
  "Two numbers such as 50.68, 4.41, degrees and minutes, or the address of a map. On OpenStreetMap or Google Maps " +
  "press on the place with the right button (on a phone: hold your finger on it); in Wikipedia they stand at the top " +
  "of an article.";

/**
 * @param {HTMLElement} fieldset
 * @param {string[]} own countries of the places that the timeline has
 */
function help(fieldset, own) {
  const box = (/** @type {string} */ name) =>
    /** @type {HTMLInputElement} */ (fieldset.querySelector(`[name=${name}]`));
  const [lat, lon, country] = ["lat", "lon", "country"].map(box);
  const pasted = make("input", { id: `${lat.id}-pasted`, autocomplete: "off", "aria-describedby": `${lat.id}-where` });
  const said = make("span", { role: "status" });
  const read = (/** @type {HTMLInputElement} */ from) => {
    const found = coordinates(from.value);
    said.textContent = found ? ` Read as ${found.lat}, ${found.lon}.` : "";
    if (!found && from === pasted && from.value.trim()) said.textContent = " No place could be read from that.";
    if (!found) return;
    for (const [one, text] of /** @type {[HTMLInputElement, string][]} */ ([
      [lat, found.lat],
      [lon, found.lon],
    ])) {
      one.value = text;
      one.dispatchEvent(new Event("input", { bubbles: true }));
      one.dispatchEvent(new Event("blur"));
    }
  };
  for (const one of [pasted, lat, lon]) one.addEventListener("input", () => read(one));
  const words = make("p", { id: `${lat.id}-where`, class: "tl-form__help" }, HELP, said);
  const label = make("label", { for: pasted.id }, "Where is it? Paste what a map says");
  lat.closest(".tl-form__field")?.before(make("div", { class: "tl-form__field" }, label, pasted, words));
  const names = [...new Set([...own, ...COUNTRIES])];
  const list = make("datalist", { id: `${country.id}-names` }, ...names.map((value) => make("option", { value })));
  country.after(list);
  country.setAttribute("list", list.id);
}

leave("places", help);
