/** The sources of an event: found among those that are here, pasted, or described. */

import { button, make } from "../dom.js";
import { Card } from "./card.js";
import { below } from "./groups.js";
import { understood } from "./guesses.js";
import { Library } from "./library.js";
import { more, whenThere } from "./more.js";
import { Combobox } from "./picker.js";

/** @import {Control, Field} from "./data.js" */
/** @import {Form} from "./main.js" */

/**
 * @param {Form} form
 * @param {Field} field
 * @returns {Control & {cards: () => Card[]}}
 */
export function sourceList(form, field) {
  const library = new Library(form.known);
  let cards = /** @type {Card[]} */ ([]);
  const box = make("div", { class: "tl-form__rows" });
  const said = make("p", { class: "tl-form__said", role: "status" });
  const fault = make("p", { class: "tl-form__fault" });
  const id = form.nextId("sources");
  const pasted = make("textarea", {
    id: `${id}-paste`,
    rows: 3,
    spellcheck: "false",
    "aria-describedby": `${id}-paste-help`,
  });

  const number = () => {
    for (const [at, card] of cards.entries()) card.number(at + 1);
  };
  /** @param {any} values */
  const add = (values) => {
    const card = new Card(form, field, values, () => {
      cards = cards.filter((one) => one !== card);
      card.node.remove();
      number();
      form.update();
      find.box.focus();
    });
    cards.push(card);
    box.append(card.node);
    number();
    return card;
  };
  /**
   * Takes a source that is here already, or describes a new one.
   * @param {any} source
   */
  const take = (source) => {
    const known = library.same(source);
    const isHere = (/** @type {Card} */ card) =>
      card.known ? card.known === known : library.same(source, [[card.key, card.described()]]);
    const own = cards.find(isHere);
    if (own) return `“${own.title()}” is in your list already.`;
    if (known) add({ key: known });
    else add({ ...library.habits(source), ...source });
    if (!known) return `Filled in: look whether “${source.title || source.URL || "it"}” is right.`;
    return `This timeline has that source already (${library.label(known)}): it is cited, with nothing to describe.`;
  };
  const paste = async () => {
    const read = await more("references").catch(() => null);
    if (!read) {
      said.textContent =
        "The part of this page that reads references could not be loaded. Describe the source by hand, or try again.";
      return;
    }
    const found = read(pasted.value, understood, (/** @type {string} */ name) => library.isMaker(name));
    if (!found.length)
      said.textContent = "Nothing could be read from that: paste a reference, or describe the source by hand.";
    else said.textContent = found.map(take).join(" ");
    if (found.length) pasted.value = "";
    form.update();
  };
  const find = new Combobox(
    id,
    () => form.allSources(),
    (key) => {
      if (!cards.some((card) => card.key === key)) add({ key });
      said.textContent = `${library.label(key)} is in your list.`;
      form.update();
      find.box.focus();
      find.show(false);
    },
  );
  const node = make(
    "div",
    { class: "tl-form__sources" },
    box,
    fault,
    make(
      "div",
      { class: "tl-form__field" },
      make("label", { for: id }, "Find a source that this timeline has"),
      find.node,
      make("p", { id: `${id}-help`, class: "tl-form__help" }, "By a word of its title, its maker or its address."),
    ),
    make(
      "div",
      { class: "tl-form__field" },
      make("label", { for: `${id}-paste` }, "Or paste a reference"),
      pasted,
      make(
        "p",
        { id: `${id}-paste-help`, class: "tl-form__help" },
        "A reference as you would write it, an address, or what “Cite” gives you at a library: BibTeX, RIS or " +
          "CSL-JSON. It is read here; nothing is asked of any server.",
      ),
      button({ click: paste }, "Fill in a source from it"),
      button(
        {
          click: () => {
            add({}).focus();
            form.update();
          },
        },
        "Describe a source by hand",
      ),
      said,
    ),
  );
  node.addEventListener("focusin", () => whenThere("references", () => {}), { once: true });
  const used = () => cards.filter((card) => card.read() !== undefined);
  return {
    node,
    cards: () => cards,
    read: () => {
      const values = used().map((card) => card.read());
      return values.length ? values : undefined;
    },
    fill: (values) => {
      cards = [];
      box.replaceChildren();
      for (const one of values || []) add(one);
    },
    show: (faults) => {
      const given = used();
      for (const card of cards) card.show(given.includes(card) ? below(faults, given.indexOf(card)) : []);
      fault.textContent = form.touched.has(id) ? faults.find(({ trail }) => !trail.length)?.text || "" : "";
    },
    box: ([at, ...rest]) => (typeof at === "number" && used()[at]?.box(rest)) || id,
    where: ([at, ...rest]) => {
      const card = typeof at === "number" ? used()[at] : null;
      return card ? `Source ${cards.indexOf(card) + 1}, ${card.where(rest)}` : "Sources";
    },
  };
}
