/**
 * What only some readers ask a timeline for: names in all spellings, who took part in what, figures. It comes when
 * it is asked for, as a script, so that a disk and a server are the same.
 *
 * Of an event: the ids of who took part, and its first figures with `|` between.
 * @typedef {{actors: Record<string, string>, spellings: Record<string, string>,
 *   series: import("./page.js").Series[], events: Record<string, [string, string]>}} Told
 */

import { split } from "../dom.js";

/** @import {View} from "./view.js" */

const NAMES = "../search/names.js";
const script = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src || location.href;

let coming = /** @type {Promise<Told> | null} */ (null);

/** @returns {Promise<Told>} */
function ask() {
  coming ??= new Promise((done, failed) => {
    const node = document.createElement("script");
    node.src = new URL(NAMES, script).href;
    node.addEventListener("load", () => done(/** @type {any} */ (window).__names));
    node.addEventListener("error", () => {
      coming = null;
      failed(new Error("the names have not arrived"));
    });
    document.head.append(node);
  });
  return coming;
}

const learned = /** @type {WeakMap<View, Promise<void>>} */ (new WeakMap());

/**
 * Asks for names and figures, and brings the timeline in line with them when they come.
 * @param {View} view
 */
export function learn(view) {
  const done = learned.get(view) || take(view).catch(() => void learned.delete(view)); /* somebody may ask again */
  learned.set(view, done);
  return done;
}

/** @param {View} view */
async function take(view) {
  const { actors, spellings, series, events } = await ask();
  Object.assign(view, { names: actors, spellings, series, named: true, opened: "" });
  for (const entry of view.entries) {
    const [who, figures] = events[entry.id] || ["", ""];
    entry.actors = split(who, " ");
    entry.figures = split(figures, "|");
  }
  for (const event of view.events) event.text = "";
  if (!view.stop.signal.aborted) view.adopt();
}
