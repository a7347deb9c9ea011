/** The one index of the site, fetched once by whoever searches first: as a script, so that it works from a disk. */

import { find, prepare } from "./finder.js";

/** @import {Finder} from "./finder.js" */

const here = /** @type {{__finder?: Promise<Finder>, __index?: any}} */ (window);

/**
 * @param {string} root where the site lies
 * @returns {Promise<Finder>}
 */
export const finder = (root) =>
  (here.__finder ??= new Promise((done, onerror) => {
    const onload = () => {
      const pages = prepare(here.__index.docs);
      done((query) => find(pages, query));
    };
    const src = `${root}search/search_index.js`;
    document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror }));
  }));
