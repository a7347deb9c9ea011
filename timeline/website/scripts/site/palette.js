/**
 * The choice of colours: those of the system, light, dark. What is chosen is kept where a browser keeps anything, and
 * the page takes it up before it is drawn (theme/partials/first.html).
 */

const KEY = "colours";
const DARK = matchMedia("(prefers-color-scheme: dark)");

function kept() {
  try {
    return localStorage.getItem(KEY) || "";
  } catch {
    return ""; /* refused, or there is no memory */
  }
}

/** @param {string} scheme */
function keep(scheme) {
  try {
    localStorage.setItem(KEY, scheme);
  } catch {
    /* it holds until the page is left */
  }
}

/** @param {HTMLInputElement[]} options @param {HTMLInputElement} chosen */
function show(options, chosen) {
  const scheme = chosen.value || (DARK.matches ? "slate" : "default");
  document.documentElement.setAttribute("data-md-color-scheme", scheme);
  chosen.checked = true;
  for (const option of options) /** @type {any} */ (option.nextElementSibling).hidden = option !== chosen;
}

export function offerColours() {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-md-component=palette]"));
  const options = /** @type {HTMLInputElement[]} */ ([...(form?.querySelectorAll("input") || [])]);
  if (!form || !options.length) return;
  let chosen = options.find(({ value }) => value === kept()) || options[0];
  const choose = (/** @type {HTMLInputElement} */ option) => {
    chosen = option;
    show(options, chosen);
  };
  form.addEventListener("change", (event) => {
    choose(/** @type {HTMLInputElement} */ (event.target));
    keep(chosen.value);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const next = options[(options.indexOf(chosen) + 1) % options.length];
    next.focus();
    next.click();
  });
  DARK.addEventListener("change", () => choose(chosen));
  addEventListener("storage", ({ key, newValue }) => {
    if (key === KEY) choose(options.find(({ value }) => value === (newValue || "")) || chosen); /* in another tab */
  });
  choose(chosen);
}
