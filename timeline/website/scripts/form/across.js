/** Checks between the fields of an event. */

import { citesIn } from "./texts.js";

/** @import {Data, Fault, Field} from "./data.js" */

/**
 * @param {any} values
 * @param {Field[]} fields
 * @param {Data["ids"]} ids
 * @returns {Fault[]}
 */
export function across(values, fields, ids) {
  const { title = "", body = "", citations = [] } = values;
  const keys = citations.map((/** @type {any} */ one) => one.key).filter(Boolean);
  const found = [...uncited(body), ...keyFaults(keys, used(values))];
  const say = (/** @type {string} */ label, /** @type {string} */ text, soft = false) =>
    found.push({ id: "", label, text, soft });
  for (const { key, label } of fields.filter(({ many, names }) => many && names in ids)) {
    const twice = (values[key] || []).find(
      (/** @type {string} */ id, /** @type {number} */ at) => values[key].indexOf(id) < at,
    );
    if (twice) say(label, `"${twice}" stands twice`);
  }
  if (/!\[[^[\]]*\]\(/.test(body)) say("Body", "texts have no pictures: link to it without the !");
  const different = new Set(keys).size;
  if (different < keys.length) say("Sources", "two sources have one key");
  if (different < 2) say("Sources", "an event rests on two sources that do not copy each other");
  const words = (body.replace(/\[@[^[\]]*\]/g, "").match(/[\p{L}\p{N}_’'-]+/gu) || []).length;
  if (body && (words < 60 || words > 220)) say("Body", `${words} words; the guide asks for 80 to 220`, true);
  for (const [id, other] of Object.entries(ids.events)) {
    if (title && other.toLowerCase() === title.toLowerCase()) say("Title", `event ${id} has the same title`);
  }
  return found;
}

/**
 * @param {string} body
 * @returns {Fault[]}
 */
function uncited(body) {
  const paragraphs = body.split(/\n\s*\n/);
  return paragraphs.flatMap((text, at) => {
    if (!text.trim() || /\[@[^[\]]*\]/.test(text)) return [];
    return [{ id: "", label: "Body", text: `paragraph ${at + 1} cites nothing; end it in [@key, p. 3]` }];
  });
}

/**
 * The keys that an event cites, in its text and in its lists.
 * @param {any} values
 * @returns {string[]}
 */
function used({ body = "", figures = [], disputes = [], quotes = [] }) {
  const lists = [...figures, ...quotes, ...disputes.flatMap((/** @type {any} */ one) => one.positions || [])];
  const cites = lists.flatMap((/** @type {any} */ one) => one.citations || []);
  return [
    ...citesIn(body).map(({ key }) => key),
    ...cites.map((/** @type {string} */ one) => one.split(",")[0].trim()),
  ];
}

/**
 * @param {string[]} keys
 * @param {string[]} cited
 * @returns {Fault[]}
 */
function keyFaults(keys, cited) {
  const missing = [...new Set(cited)].filter((key) => key && !keys.includes(key));
  const idle = [...new Set(keys)].filter((key) => !cited.includes(key));
  return [
    ...missing.map((key) => `no source here has the key "${key}"`),
    ...idle.map((key) => `nothing cites "${key}"; write [@${key}] where it is used`),
  ].map((text) => ({ id: "", label: "Sources", text }));
}
