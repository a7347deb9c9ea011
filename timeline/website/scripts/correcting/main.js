/**
 * Correct this sentence: what somebody selected on a page becomes a note that says which file it stands in, what it
 * says now, what it should say, why, and by which source. The note is copied, kept as a file, mailed, or taken to the
 * repository's host; nothing is sent from here.
 */

import { button, copy, make } from "../dom.js";
import { leave } from "../parts.js";
import { wholeSentences } from "./sentences.js";

const LONGEST = 1000;
const LONGEST_MAIL = 1800;
const ASKED = /** @type {[string, string][]} */ ([
  ["It says now", "The sentence, number or date, as it stands on the page"],
  ["It should say", "Leave it empty if you only know that it is wrong"],
  ["Why", "What you found"],
  ["Source", "Title or address, and the page or paragraph in it"],
]);

/**
 * @param {HTMLElement} foot what says which file the page's text is
 * @param {Range | null} chosen
 */
function open(foot, chosen) {
  const says = chosen ? wholeSentences(chosen).slice(0, LONGEST) : "";
  const { file = "", contact = "", report = "" } = foot.dataset;
  const boxes = ASKED.map(([name, help], at) => {
    const id = `tl-correct-${at}`;
    const box = make("textarea", { id, rows: 2, "aria-describedby": `${id}-help` });
    const label = make("label", { for: id }, name);
    return { name, box, node: make("div", {}, label, box, make("small", { id: `${id}-help` }, help)) };
  });
  boxes[0].box.value = says;
  const note = () => {
    const said = boxes.map(({ name, box }) => `${name}: ${box.value.trim() || "–"}`);
    return ["Correction", `Page: ${location.href.split("#")[0]}`, `File: ${file}`, ...said, ""].join("\n");
  };
  const said = make("p", { role: "status" });
  const ready = () => {
    const [now, then, why] = boxes.map(({ box }) => box.value.trim());
    const lacks = !now ? 0 : !then && !why ? 1 : -1;
    for (const [at, { box }] of boxes.entries()) box.toggleAttribute("aria-invalid", at === lacks);
    if (lacks < 0) return true;
    said.textContent = lacks
      ? "Something is missing: say what it should say, or why it is wrong."
      : "Something is missing: say which sentence, number or date it is.";
    boxes[lacks].box.focus();
    return false;
  };
  const shown = make("pre", { class: "tl-correct__note", tabindex: "0", "aria-label": "The note" });
  const take = (/** @type {Event} */ event) => {
    if (!ready()) return event.preventDefault();
    shown.textContent = note();
    const done = copy(shown);
    said.textContent = done ? "The note is copied." : "The note stands below: select it, and copy it by hand.";
  };
  const save = () => {
    if (!ready()) return;
    const href = URL.createObjectURL(new Blob([note()], { type: "text/plain" }));
    const name = `correction-${(file.split("/").pop() || "page").replace(/\.\w+$/, "")}.txt`;
    make("a", { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 1000);
    said.textContent = `Saved as ${name}.`;
  };
  const mail = (/** @type {any} */ event) => {
    if (!ready()) return event.preventDefault();
    const { currentTarget: link } = event;
    const text = note();
    if (text.length > LONGEST_MAIL) take(event);
    const body = text.length > LONGEST_MAIL ? "The note was copied: paste it here." : text;
    const subject = encodeURIComponent(`Correction: ${file}`);
    link.href = `mailto:${contact}?subject=${subject}&body=${encodeURIComponent(body)}`;
  };
  const away = { target: "_blank", rel: "noopener noreferrer", click: take };
  const ways = [
    ...(contact ? [make("a", { href: `mailto:${contact}`, click: mail }, "Send it by e-mail")] : []),
    ...(report ? [make("a", { href: report, ...away }, "Copy it, and open the page for reports")] : []),
    button({ click: take }, "Copy the note"),
    button({ click: save }, "Keep it as a file"),
  ];
  const whom =
    contact || report ? "" : " This copy of the site knows no address: give the note to whoever gave it to you.";
  const dialog = /** @type {HTMLDialogElement} */ (
    make(
      "dialog",
      { class: "tl-correct", "aria-label": "Correct a sentence" },
      make("h2", {}, "Correct a sentence"),
      make("p", {}, `The text of this page is the file ${file}.`),
      ...boxes.map(({ node }) => node),
      make("p", { class: "tl-correct__ways" }, ...ways),
      said,
      shown,
      make("p", {}, `A person reads it, opens your source, and may ask you for the place in it.${whom}`),
      button({ click: () => dialog.close() }, "Close"),
    )
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  boxes[says ? 1 : 0].box.focus();
}

leave("correcting", open);
