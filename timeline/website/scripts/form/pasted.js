/**
 * The reader of pasted references, which few need: it comes when it is asked for. As a classic script, for it has to
 * load from a disk, too.
 */

import { understood } from "./guesses.js";

/** @typedef {(text: string) => Record<string, any>[]} Reader */

const OWN = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src || "";

let asked = /** @type {Promise<Reader> | null} */ (null);

/** The reader; rejected where its script cannot be had, and then asked for anew the next time. */
export function reader() {
  asked ??= loaded().catch((refused) => {
    asked = null;
    throw refused;
  });
  return asked;
}

/** @returns {Promise<Reader>} */
function loaded() {
  return new Promise((done, refused) => {
    const script = document.createElement("script");
    script.src = OWN.replace(/form\.js(?=$|\?)/, "references.js");
    script.onload = () => {
      const { pastedReferences } = /** @type {any} */ (globalThis);
      done((text) => pastedReferences(text, understood));
    };
    script.onerror = refused;
    document.head.append(script);
  });
}
