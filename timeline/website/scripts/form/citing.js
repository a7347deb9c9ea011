/** Which sources say it: chosen among those of the event by their titles, with the place in each. */

import { button, make } from "../dom.js";
import { frame } from "./inputs.js";
import { listedCite } from "./prose.js";
import { Combobox } from "./picker.js";

/** @import {Control, Field} from "./data.js" */
/** @import {Form} from "./main.js" */

/**
 * A list of citations, as figures and answers have it.
 * @param {Form} form
 * @param {Field} field
 * @param {string} label
 * @param {boolean} needed
 * @returns {Control}
 */
export function citations(form, field, label, needed) {
  const id = form.nextId(field.key);
  let values = /** @type {string[]} */ ([]);
  const place = make("input", {
    class: "tl-form__place",
    "aria-label": "Where in it: page, article",
    placeholder: "p. 3",
  });
  const chips = make("ul", { class: "tl-form__chips", "aria-label": `${label} chosen` });
  const combobox = new Combobox(
    id,
    () => form.ownSources(),
    (key) => {
      values = [...values, place.value.trim() ? `${key}, ${place.value.trim()}` : key];
      place.value = "";
      draw();
      form.update();
    },
  );
  const where = make("div", { class: "tl-form__where" }, "Where in it (page, article), before you choose: ", place);
  const { node, show } = frame(form, field, label, needed, id, chips, where, combobox.node);
  function draw() {
    const items = values.map((value, at) => {
      const { key, locator } = listedCite(value);
      const name = form.ownSources().find((one) => one.value === key)?.name || key;
      const remove = () => {
        values = values.filter((_, other) => other !== at);
        draw();
        form.update();
      };
      const words = locator ? `${name}, ${locator}` : name;
      return make(
        "li",
        {},
        words,
        " ",
        button({ class: "tl-form__x", click: remove, "aria-label": `Remove ${name}` }, "×"),
      );
    });
    chips.replaceChildren(...items);
    chips.hidden = !items.length;
  }
  draw();
  combobox.box.addEventListener("blur", () => {
    if (combobox.box.value) form.touched.add(id);
  });
  form.onRename((from, to) => {
    values = values.map((one) => (listedCite(one).key === from ? to + one.slice(from.length) : one));
    draw();
  });
  return {
    node,
    read: () => {
      const all = [...values, ...(combobox.box.value.trim() ? [combobox.box.value.trim()] : [])];
      return all.length ? all : undefined;
    },
    fill: (value) => {
      values = value || [];
      draw();
    },
    show: (faults) => {
      draw();
      show(combobox.box, faults);
    },
    box: () => id,
    where: () => label,
  };
}

/**
 * The button that cites a source at the cursor of a text.
 * @param {Form} form
 * @param {HTMLTextAreaElement} text
 */
export function citeHere(form, text) {
  const menu = /** @type {HTMLSelectElement} */ (make("select", { "aria-label": "Source to cite" }));
  const place = make("input", {
    class: "tl-form__place",
    "aria-label": "Where in it: page, article",
    placeholder: "p. 3",
  });
  const said = make("span", { class: "tl-form__help", role: "status" });
  const insert = () => {
    if (!menu.value) {
      said.textContent = "There is no source yet: go back to the step before.";
      return;
    }
    const where = place.value.trim().replace(/[[\];]/g, " ");
    const one = `@${menu.value}${where ? `, ${where}` : ""}`;
    const before = text.value.slice(0, text.selectionEnd);
    const joined = /\[@[^[\]]*\]$/.test(before);
    const [from, added] = joined
      ? [before.length - 1, `; ${one}]`]
      : [before.length, `${/\S$/.test(before) ? " " : ""}[${one}]`];
    text.setRangeText(added, from, before.length, "end");
    place.value = "";
    text.focus();
    said.textContent = "";
    form.touched.add(text.id);
    form.update();
  };
  const draw = () => {
    const chosen = menu.value;
    const options = form.ownSources().map(({ value, name }, at) => make("option", { value }, `${at + 1}. ${name}`));
    menu.replaceChildren(...options);
    if (options.some((/** @type {HTMLOptionElement} */ { value }) => value === chosen)) menu.value = chosen;
  };
  const node = make(
    "p",
    { class: "tl-form__cite" },
    menu,
    " ",
    place,
    " ",
    button({ click: insert }, "Cite here"),
    " ",
    said,
  );
  return { node, draw };
}
