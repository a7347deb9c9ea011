/** Making elements, and what all features do with them. */

import { COUNTED, LANGUAGE } from "./words.js";

const RULES = new Intl.PluralRules(LANGUAGE);

/**
 * An element: "tag.class", attributes, children. Functions among the attributes listen; `false` and `null` leave out.
 * @param {string} what
 * @param {Record<string, any>} [attributes]
 * @param {(Node | string)[]} children
 * @returns {any}
 */
export function make(what, attributes = {}, ...children) {
  const [tag, className] = what.split(".");
  const node = document.createElement(tag);
  if (className) node.className = className;
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/**
 * @param {Record<string, any>} attributes
 * @param {(Node | string)[]} children
 */
export const button = (attributes, ...children) => make("button", { type: "button", ...attributes }, ...children);

/**
 * @param {Element} node
 * @param {string} selector
 */
export const textOf = (node, selector) => node.querySelector(selector)?.textContent?.trim() || "";

/**
 * @param {string | undefined} text
 * @param {string} by
 */
export const split = (text, by) => (text || "").split(by).filter(Boolean);

/**
 * @param {number} n
 * @param {keyof typeof COUNTED} word
 */
export const plural = (n, word) => (COUNTED[word][RULES.select(n)] ?? COUNTED[word].other).replace("{}", String(n));

/**
 * Puts a text on the clipboard, with its italics if there is HTML. The event does so on file:// and without a question
 * to the reader, which the newer interface does not. What could not be copied stays selected, for the keyboard.
 * @param {HTMLElement} node what shows the text
 * @param {{text?: string, html?: string}} [content] the text, if it is another than the node shows
 * @returns {boolean} whether it worked
 */
export function copy(node, { text = node.textContent || "", html = "" } = {}) {
  const chosen = getSelection();
  const kept = chosen?.rangeCount ? chosen.getRangeAt(0) : null;
  if (node instanceof HTMLTextAreaElement) node.select();
  else chosen?.selectAllChildren(node);
  const fill = (/** @type {ClipboardEvent} */ event) => {
    if (!event.clipboardData) return;
    event.preventDefault();
    if (html) event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", text);
  };
  document.addEventListener("copy", fill);
  const done = document.execCommand("copy");
  document.removeEventListener("copy", fill);
  if (done && !(node instanceof HTMLTextAreaElement)) {
    chosen?.removeAllRanges();
    if (kept) chosen?.addRange(kept);
  }
  return done;
}

/**
 * Names a custom element, once: a page may load its script twice.
 * @param {string} name
 * @param {CustomElementConstructor} element
 */
export function define(name, element) {
  if (!customElements.get(name)) customElements.define(name, element);
}
