/** Buttons that make no sense without a script: one prints a part of a pack, one copies a table or a piece of code. */

import { button, copy, make } from "../dom.js";

/** <print-part> */
export class PrintPart extends HTMLElement {
  connectedCallback() {
    const { part = "", title } = this.dataset;
    const print = () => {
      document.body.dataset.print = part;
      addEventListener("afterprint", () => delete document.body.dataset.print, { once: true });
      window.print();
    };
    this.replaceChildren(
      button({ class: "tl-button", "aria-label": `Print this part: ${title}`, click: print }, "Print this part"),
    );
  }

  /** Not every browser says when it has printed; the next page must print whole. */
  disconnectedCallback() {
    delete document.body.dataset.print;
  }
}

/** <copy-text> */
export class CopyText extends HTMLElement {
  connectedCallback() {
    const { from = "", title = "Copy", of } = this.dataset;
    const node = document.getElementById(from);
    if (!node) return;
    /* Where the build did not know the site's address, the page at hand does. */
    const address = node.dataset.path && new URL(node.dataset.path, location.href).href;
    if (address) node.textContent = (node.textContent || "").replace(/src="[^"]*"/, () => `src="${address}"`);
    const said = make("span", { role: "status" });
    const click = () => {
      said.textContent = copy(node, { text: lines(node) }) ? " Copied." : " Selected; copy with Ctrl C.";
    };
    this.replaceChildren(button({ class: "tl-button", "aria-label": of && `${title}: ${of}`, click }, title), said);
  }
}

/**
 * The text of a table as lines with tabs and whole addresses; of anything else as it stands.
 * @param {HTMLElement} from
 */
function lines(from) {
  if (!(from instanceof HTMLTableElement)) return from.textContent || "";
  let group = "";
  const rows = Array.from(from.rows, (row) => {
    const cells = Array.from(row.cells, (cell) => cell.querySelector("a")?.href || (cell.textContent || "").trim());
    if (cells.length === 3) group = cells[0];
    else cells.unshift(group);
    return cells.join("\t");
  });
  return rows.join("\n");
}
