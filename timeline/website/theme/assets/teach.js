// @ts-check
/**
 * Buttons of the classroom pages, which make no sense without a script: <print-part> prints one part of a pack,
 * <copy-text> copies a table or a piece of code.
 */
(function () {
  "use strict";
  if (customElements.get("print-part")) return;

  /** @param {string} text @param {string} [name] */
  function button(text, name) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "tl-button";
    made.textContent = text;
    if (name) made.setAttribute("aria-label", name);
    return made;
  }

  customElements.define("print-part", class extends HTMLElement {
    connectedCallback() {
      var part = this.dataset.part || "", made = button("Print this part", "Print this part: " + this.dataset.title);
      made.addEventListener("click", function () {
        document.body.dataset.print = part;
        addEventListener("afterprint", function () { delete document.body.dataset.print; }, { once: true });
        print();
      });
      this.replaceChildren(made);
    }

    /* Not every browser says when it has printed; the next page must print whole. */
    disconnectedCallback() { delete document.body.dataset.print; }
  });

  /** The text of a table as lines with tabs and whole addresses; of anything else as it stands. @param {HTMLElement} from */
  function textOf(from) {
    if (!(from instanceof HTMLTableElement)) return from.textContent || "";
    var group = "";
    return Array.from(from.rows).map(function (row) {
      var cells = Array.from(row.cells).map(function (cell) {
        var link = cell.querySelector("a");
        return link ? link.href : (cell.textContent || "").trim();
      });
      if (cells.length === 3) group = cells[0]; else cells.unshift(group);
      return cells.join("\t");
    }).join("\n");
  }

  customElements.define("copy-text", class extends HTMLElement {
    connectedCallback() {
      var from = document.getElementById(this.dataset.from || ""), title = this.dataset.title || "Copy";
      if (!from) return;
      /* Where the build did not know the site's address, the page at hand does. */
      if (from.dataset.path) from.textContent = (from.textContent || "").replace(/src="[^"]*"/, 'src="' + new URL(from.dataset.path, location.href).href + '"');
      var made = button(title, this.dataset.of && title + ": " + this.dataset.of), said = document.createElement("span");
      said.setAttribute("role", "status");
      made.addEventListener("click", function () {
        var done = function () { said.textContent = " Copied."; }, failed = function () {
          var range = document.createRange(), chosen = getSelection();
          range.selectNodeContents(/** @type {HTMLElement} */ (from));
          if (chosen) { chosen.removeAllRanges(); chosen.addRange(range); }
          said.textContent = " Selected; copy with Ctrl C.";
        };
        if (navigator.clipboard) navigator.clipboard.writeText(textOf(/** @type {HTMLElement} */ (from))).then(done, failed); else failed();
      });
      this.replaceChildren(made, said);
    }
  });
})();
