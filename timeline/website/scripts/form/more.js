/**
 * What few need comes when it is asked for: the reader of pasted references, letters of languages, places on maps.
 * As classic scripts, for they have to load from a disk, too.
 */

const OWN = /** @type {HTMLScriptElement | null} */ (globalThis.document?.currentScript)?.src || "";

const asked = /** @type {Map<string, Promise<any>>} */ (new Map());

/**
 * What a script leaves under the name of its file; rejected where it cannot be had, and then asked for anew.
 * @param {string} name
 * @returns {Promise<any>}
 */
export function more(name) {
  const known = asked.get(name);
  if (known) return known;
  const coming = loaded(name).catch((refused) => {
    asked.delete(name);
    throw refused;
  });
  asked.set(name, coming);
  return coming;
}

/**
 * Hands over what a script leaves, if it can be had.
 * @param {string} name
 * @param {(part: any) => void} done
 */
export const whenThere = (name, done) => void more(name).then(done, () => {});

/** @param {string} name */
function loaded(name) {
  return new Promise((done, refused) => {
    const script = document.createElement("script");
    script.src = OWN.replace(/form\.js(?=$|\?)/, `${name}.js`);
    script.onload = () => done(/** @type {any} */ (globalThis).formParts[name]);
    script.onerror = refused;
    document.head.append(script);
  });
}
