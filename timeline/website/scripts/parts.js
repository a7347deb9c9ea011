/** Where scripts that a page loads later leave what they have, for the one that asked for them. */

/**
 * @param {string} name
 * @param {any} part
 */
export function leave(name, part) {
  const own = /** @type {any} */ (globalThis);
  own.formParts = { ...own.formParts, [name]: part };
}

/**
 * What was left under a name, or nothing yet.
 * @param {string} name
 */
export const part = (name) => /** @type {any} */ (globalThis).formParts?.[name];
