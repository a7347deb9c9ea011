/** What comes of the form: what is missing, the files, and the ways that they leave by. */

import { button, copy, make } from "../dom.js";
import { zip } from "./zip.js";

/** @import {Data, Fault} from "./data.js" */

const LONGEST_ADDRESS = 7500;
const LONGEST_MAIL = 1800;

/** @typedef {{kind: string, path: string, text: string, added?: string}} File added: the part that is new */

export class Result {
  /**
   * @param {Data} data
   * @param {() => void} update
   * @param {(id: string) => void} reach leads to the control with an id
   */
  constructor(data, update, reach) {
    this.data = data;
    this.update = update;
    this.files = /** @type {File[]} */ ([]);
    this.tally = make("p", { role: "status", class: "tl-form__tally" });
    this.list = make("div", {
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
    this.copied = button({ click: () => this.take() }, "Copy the text");
    this.saved = button({ class: "tl-form__main", click: () => this.save() });
    this.links = make("ol", { class: "tl-form__open" });
    this.mail = make("a", { class: "tl-form__mail", href: "#" }, "Send it by e-mail");
    const ways = data.contact ? [this.mail] : [];
    const next = make("ul", { class: "tl-form__next" }, ...data.next.map((one) => make("li", {}, one)));
    this.node = make(
      "div",
      { class: "tl-form__result" },
      this.tally,
      this.list,
      make("p", { class: "tl-form__ends" }, this.saved, this.copied, ...ways),
      this.said,
      ...(data.create ? [make("p", {}, "Or propose it in the repository, one page after the other:"), this.links] : []),
      make("p", { class: "tl-form__help" }, this.how()),
      make("h3", {}, "What happens next"),
      next,
      make("details", {}, make("summary", {}, "For experts: the file"), this.file),
    );
  }

  how() {
    if (this.data.create)
      return "The page that opens belongs to the repository's host, which asks for an account there.";
    if (this.data.contact) return `Send the file to ${this.data.contact}.`;
    return "This copy of the site knows no address to send it to: give the file to whoever gave you the site.";
  }

  /**
   * @param {File[]} files
   * @param {(Fault & {id: string, label: string})[]} faults
   */
  show(files, faults) {
    this.files = files;
    const lines = (/** @type {boolean} */ soft) => {
      const told = faults.filter((fault) => Boolean(fault.soft) === soft);
      const once = new Map(told.map(({ id, label, text: fault }) => [`${label}: ${fault}`, id]));
      return [...once].map(([words, id]) => make("li", {}, id ? make("a", { href: `#${id}` }, words) : words));
    };
    const [hard, advice] = [lines(false), lines(true)];
    const things = hard.length === 1 ? "thing is" : "things are";
    this.tally.textContent = hard.length ? `${hard.length} ${things} still missing or wrong` : "Nothing is missing.";
    const also = make("h3", {}, "Advice: look at it; nothing has to be changed");
    this.list.replaceChildren(
      ...(hard.length ? [make("ul", {}, ...hard)] : []),
      ...(advice.length ? [also, make("ul.tl-form__advice", {}, ...advice)] : []),
    );
    this.file.textContent = this.text;
    this.saved.textContent = files.length > 1 ? `Download the ${files.length} files (ZIP)` : "Download the file";
    if (this.data.create) this.links.replaceChildren(...files.map((file) => make("li", {}, this.link(file))));
    this.mail.href = this.letter();
  }

  /** All files as one text. */
  get text() {
    const [first, ...rest] = this.files;
    const more = rest.map(
      ({ path, text, added }) => `\n# ${path}${added ? " (add at its end)" : ""}\n${added || text}`,
    );
    return (first?.text || "") + more.join("");
  }

  letter() {
    const [{ path }] = this.files;
    const fits = this.text.length <= LONGEST_MAIL;
    const body = fits ? this.text : "The text was copied: paste it here, or attach the file that you downloaded.";
    const subject = encodeURIComponent(`New event: ${path}`);
    return `mailto:${this.data.contact}?subject=${subject}&body=${encodeURIComponent(body)}`;
  }

  /** @param {File} file */
  link(file) {
    const { kind, path, text, added } = file;
    const name = path.split("/").pop() || "";
    const edit = this.data.edit[path];
    const [begin, rest] = this.data.create?.[kind] || ["", ""];
    const begun = begin.replaceAll("{name}", () => encodeURIComponent(name));
    const filled = begun + rest.replaceAll("{text}", () => encodeURIComponent(text));
    const fits = !edit && filled.length <= LONGEST_ADDRESS;
    const click = () => {
      if (fits) return;
      this.put(added || text);
      const where = edit ? "add it at the end of the page that opens" : "paste it into the page that opens";
      this.said.textContent = `The text was copied, for it does not fit into an address: ${where}.`;
    };
    const href = edit || (fits ? filled : begun);
    return make("a", { target: "_blank", rel: "noopener noreferrer", href, click }, `Open ${path}`);
  }

  /** @param {string} text */
  put(text) {
    return copy(this.file, { text });
  }

  take() {
    this.update();
    const done = this.put(this.text);
    this.said.textContent = done
      ? "Copied."
      : "Your browser does not let this page copy: select the text of the file by hand.";
    this.copied.focus();
  }

  save() {
    this.update();
    const [first] = this.files;
    const name = (first.path.split("/").pop() || "event.yaml").replace(/^\.yaml$/, "event.yaml");
    const many = this.files.length > 1;
    const blob = many ? zip(this.files) : new Blob([first.text], { type: "application/yaml" });
    const href = URL.createObjectURL(blob);
    const link = make("a", { download: many ? name.replace(/\.yaml$/, ".zip") : name, href });
    link.click();
    setTimeout(() => URL.revokeObjectURL(href), 1000);
    const places = this.files.map(({ path }) => path).join(", ");
    this.said.textContent = `Saved as ${link.download}. In the repository it is ${places}.`;
  }
}
