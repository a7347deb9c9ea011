/** What comes of the form: what is missing, the file, and the ways that it leaves by. */

import { button, copy, make } from "../dom.js";

/** @import {Fault} from "./data.js" */

const LONGEST_ADDRESS = 7500;

export class Result {
  /**
   * @param {[string, string] | null} create the address that begins a new file, and what follows it to fill that in
   * @param {() => void} update
   * @param {(id: string) => void} reach leads to the control with an id
   */
  constructor(create, update, reach) {
    this.create = create;
    this.update = update;
    this.text = this.name = "";
    this.tally = make("p", { role: "status", class: "tl-form__tally" });
    this.list = make("ul", {
      class: "tl-form__faults",
      click: (/** @type {any} */ event) => {
        const id = event.target.closest("a")?.hash.slice(1);
        if (!id || !document.getElementById(id)) return;
        event.preventDefault();
        reach(id);
      },
    });
    this.file = make("pre", { tabindex: "0", role: "region", "aria-label": "The file" });
    this.said = make("p", { role: "status", class: "tl-form__said" });
    const copied = button(
      {
        click: () => {
          update();
          this.copy();
          copied.focus();
        },
      },
      "Copy the file",
    );
    const save = button({ click: () => this.save() }, "Download the file");
    this.open = make(
      "a",
      { class: "tl-form__open", target: "_blank", rel: "noopener noreferrer", href: "#", click: () => this.propose() },
      "Open it as a new file in the repository",
    );
    const ends = make("p", { class: "tl-form__ends" }, copied, save, ...(create ? [this.open] : []));
    this.node = make(
      "section",
      { class: "tl-form__result", "aria-label": "Result" },
      make("h2", {}, "The file"),
      this.tally,
      this.list,
      this.file,
      ends,
      this.said,
    );
  }

  /**
   * @param {string} text
   * @param {string} name
   * @param {Fault[]} faults
   */
  show(text, name, faults) {
    this.text = text;
    this.name = name;
    this.file.textContent = text;
    const hard = faults.filter(({ soft }) => !soft).length;
    const things = hard === 1 ? "thing is" : "things are";
    this.tally.textContent = hard ? `${hard} ${things} still missing or wrong` : "Nothing is missing.";
    const items = faults.map(({ id, label, text: fault }) => {
      const words = `${label}: ${fault}`;
      return make("li", {}, id ? make("a", { href: `#${id}` }, words) : words);
    });
    this.list.replaceChildren(...items);
    this.open.href = this.fits ? this.address(text) : this.address();
  }

  /** @param {string} [text] */
  address(text) {
    const [file, rest] = this.create || ["", ""];
    const begun = file.replaceAll("{name}", () => encodeURIComponent(`${this.name}.yaml`));
    return text === undefined ? begun : begun + rest.replaceAll("{text}", () => encodeURIComponent(text));
  }

  get fits() {
    return this.address(this.text).length <= LONGEST_ADDRESS;
  }

  copy() {
    const done = copy(this.file, { text: this.text });
    this.said.textContent = done
      ? "Copied."
      : "Your browser does not let this page copy: select the text of the file by hand.";
  }

  save() {
    this.update();
    const href = URL.createObjectURL(new Blob([this.text], { type: "application/yaml" }));
    const link = make("a", { download: `${this.name || "event"}.yaml`, href });
    link.click();
    URL.revokeObjectURL(href);
    this.said.textContent = `Saved as ${link.download}. Its place in the repository is the folder events.`;
  }

  propose() {
    this.update();
    if (this.fits) return;
    this.copy();
    this.said.textContent = "The file is too long for an address, so it was copied: paste it into the page that opens.";
  }
}
