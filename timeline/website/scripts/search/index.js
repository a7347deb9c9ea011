/** The one index of the site, fetched once by whoever searches first: as a script, so that it works from a disk. */

import { find, prepare } from "./finder.js";

/** @import {Finder} from "./finder.js" */

/**
 * @param {string} root where the site lies
 * @returns {Promise<Finder>}
 */
export function finder(root) {
  const here = /** @type {{__finder?: Promise<Finder>, __index?: any}} */ (window);
  return (here.__finder ??= new Promise((done, failed) => {
    const index = document.createElement("script");
    index.src = `${root}search/search_index.js`;
    index.addEventListener("load", () => {
      const pages = prepare(here.__index.docs);
      done((query) => find(pages, query));
    });
    index.addEventListener("error", failed);
    document.head.append(index);
  }));
}
