/** A button beside each text that can be copied, and one line that says aloud what happened. */

import { button, copy, make } from "../dom.js";

export function offerCopies() {
  const nodes = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-copy]:not([data-offered])")]);
  if (!nodes.length) return;
  const status = make("p.tl-status", { role: "status" });
  for (const node of nodes) {
    node.dataset.offered = "";
    node.insertAdjacentElement("afterend", copyButton(node, node.dataset.copy || "", status));
  }
  nodes[nodes.length - 1].closest("dl")?.insertAdjacentElement("afterend", status);
}

/**
 * @param {HTMLElement} node
 * @param {string} name
 * @param {HTMLElement} status
 */
function copyButton(node, name, status) {
  const made = button({ class: "tl-copy" });
  /**
   * @param {string} word
   * @param {string} aloud
   */
  const say = (word, aloud) => {
    made.textContent = word;
    made.setAttribute("aria-label", `${word} the ${name}`);
    status.textContent = aloud;
  };
  say("Copy", "");
  made.addEventListener("click", () => {
    if (copy(node, { html: node.innerHTML })) say("Copied", `${name} copied`);
    else say("Selected", `${name} selected: copy it with the keyboard`);
    setTimeout(() => say("Copy", ""), 3000);
  });
  return made;
}
