/** What the box finds: at once in what the page holds, then in the index of the site, as its search finds it. */

import { make } from "../dom.js";

/** @import {Answer} from "../finder/main.js" */
/** @import {View} from "./view.js" */

const OWN_SCRIPT = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src;

let awaited = /** @type {Promise<(query: string) => Answer> | null} */ (null);

const fetched = () =>
  (awaited ??= new Promise((onload) => {
    document.head.append(make("script", { src: new URL("finder.js", OWN_SCRIPT), load: onload }));
  }).then(() => /** @type {any} */ (window).__events));

/**
 * What the index found for the words in the box. It is asked when it has not been, and the view follows with its
 * answer; one that does not come leaves the view as it is.
 * @param {View} view
 * @returns {Answer | null}
 */
export function told(view) {
  const { query } = view.state;
  if (view.found?.query === query) return view.found;
  if (query.trim())
    fetched().then(
      (find) => {
        view.found = find(query);
        if (view.state.query === query) view.adopt();
      },
      () => {},
    );
  return null;
}
