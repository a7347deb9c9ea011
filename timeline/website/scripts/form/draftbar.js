/** What is said of drafts above the form: that one is kept, the others, and how to forget them. */

import { button, make } from "../dom.js";
import { Drafts } from "./drafts.js";

/** @import {Form} from "./main.js" */

const KEPT = "What you write is kept in this browser until you forget it, and nowhere else; nothing is sent.";
const BLOCKED =
  "This browser keeps nothing for this page: what you write is lost when you leave it. Take the file before.";

export class DraftBar {
  /** @param {Form} form */
  constructor(form) {
    this.form = form;
    this.drafts = new Drafts(location.pathname);
    this.said = make("span", { role: "status" });
    this.words = make("span", {}, KEPT);
    const forget = button({ click: () => this.forget() }, "Forget this draft");
    const fresh = button({ click: () => this.fresh() }, "Begin another");
    this.buttons = make("span", { hidden: true }, forget, fresh);
    this.others = make("ul", {});
    this.node = make(
      "div",
      { class: "tl-form__drafts" },
      make("p", {}, this.words, " ", this.said),
      this.buttons,
      this.others,
    );
    this.dirty = false;
    addEventListener("beforeunload", (event) => {
      if (this.unsaved) event.preventDefault();
    });
    document.addEventListener("click", (event) => this.leaving(event), true);
    addEventListener("storage", (event) => {
      if (event.key?.startsWith(this.drafts.prefix) && this.node.isConnected) this.list();
    });
  }

  get unsaved() {
    return this.dirty && !this.drafts.works && this.node.isConnected;
  }

  /**
   * Instant navigation leaves a page without asking: so this asks.
   * @param {MouseEvent} event
   */
  leaving(event) {
    const link = /** @type {Element} */ (event.target)?.closest?.("a[href]");
    if (!link || !this.unsaved || link.getAttribute("target") || link.closest("event-form")) return;
    if (link.getAttribute("href")?.startsWith("#") || confirm(`${BLOCKED} Leave it now?`)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  restore() {
    const draft = this.drafts.current();
    if (draft) this.form.fill(draft.content);
    this.said.textContent = draft ? "Your draft is back." : "";
    this.buttons.hidden = !draft;
    this.list();
  }

  /**
   * @param {string} title
   * @param {any} content
   */
  keep(title, content) {
    const parted = this.drafts.save(title, content);
    this.dirty = true;
    this.buttons.hidden = false;
    this.words.textContent = this.drafts.works ? KEPT : BLOCKED;
    this.words.classList.toggle("tl-form__blocked", !this.drafts.works);
    if (parted) {
      this.said.textContent = "Another tab has written in this draft, so this tab goes on as a draft of its own.";
      this.list();
    }
  }

  forget() {
    this.drafts.forget(this.drafts.id);
    this.empty("The draft is forgotten.");
  }

  fresh() {
    this.drafts.start();
    this.empty("An empty form; the other draft is kept.");
  }

  /** @param {string} words */
  empty(words) {
    this.dirty = false;
    this.form.clear();
    this.buttons.hidden = true;
    this.said.textContent = words;
    this.list();
  }

  list() {
    const others = this.drafts.all().filter(({ id }) => id !== this.drafts.id);
    const items = others.map(({ id, title, saved }) => {
      const name = title || "without a title";
      const when = new Date(saved).toLocaleString(document.documentElement.lang || undefined, {
        ...{ dateStyle: "medium", timeStyle: "short" },
      });
      const go = () => {
        const draft = this.drafts.go(id);
        this.form.clear();
        if (draft) this.form.fill(draft.content);
        this.buttons.hidden = false;
        this.said.textContent = "Your draft is back.";
        this.list();
      };
      const forget = () => {
        this.drafts.forget(id);
        this.list();
      };
      const buttons = [button({ click: go }, "Go on with it"), button({ click: forget }, "Forget it")];
      return make("li", {}, `Draft: ${name}, ${when} `, ...buttons);
    });
    this.others.replaceChildren(...items);
  }
}
