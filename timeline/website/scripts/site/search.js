/**
 * The button that opens Material's search box, which hangs on a hidden checkbox, as `/` does; Escape
 * closes it and leads back.
 */

/**
 * What the index is asked: words without the marks around them, as it holds them; quotation marks around a phrase and
 * + or - before a word keep their meaning. A `~` with a number would make it compare every word with all others, for
 * minutes and gigabytes, and an address can ask too: `?q=word~6`.
 * @param {string} words
 */
export const asked = (words) =>
  words
    .slice(0, 100)
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[~^]+[\d.]*/g, " ")
    .replace(/[^\p{L}\p{N}\p{M}\s"+-]/gu, " ")
    .replace(/(\S)[+-]+/g, "$1 ")
    .replace(/[+-]+(?=\s|$)/g, " ");

/**
 * Lets whoever reads the value of a field read what may be asked.
 * @param {HTMLInputElement} field
 */
function tame(field) {
  const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  if (!native?.get || !native.set || Object.hasOwn(field, "value")) return;
  const { get, set } = native;
  Object.defineProperty(field, "value", {
    get: () => asked(get.call(field)),
    set: (words) => set.call(field, words),
  });
}

export function openSearch() {
  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  const opener = /** @type {HTMLElement | null} */ (document.querySelector("[data-search-open]"));
  const query = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-md-component=search-query]"));
  if (!toggle || !opener || !query) return;
  tame(query);
  opener.addEventListener("click", () => {
    if (!toggle.checked) toggle.click();
    query.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toggle.checked) setTimeout(() => opener.focus());
  });
  document.addEventListener("keydown", (event) => {
    const at = /** @type {HTMLElement} */ (event.target);
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || at.matches("input, textarea, select"))
      return;
    event.preventDefault();
    opener.click();
  });
  /* Material listens to keys alone, and so misses what is pasted, dictated or composed. */
  query.addEventListener("input", () => query.dispatchEvent(new KeyboardEvent("keyup")));
}
