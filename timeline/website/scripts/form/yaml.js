/** Values to YAML. */

/** @import {Data, Field} from "./data.js" */
/** @import {File} from "./result.js" */

const WIDTH = 100;

/**
 * @param {string} text
 * @param {boolean} typed
 * @param {boolean} flow
 */
function scalar(text, typed, flow) {
  if (typed && /^-?[0-9][-0-9.XY/~?%]*$/.test(text)) return text;
  const plain = /^[\p{L}\p{N}(“„«./]/u.test(text) && !/: |:$| #|[\x00-\x1f\x7f]/.test(text) && text === text.trim();
  const other = /^([-+.]?[0-9][0-9_,.eExXo]*|true|false|yes|no|on|off|null|~)$/i.test(text);
  return plain && !(flow && /[[\]{},]/.test(text)) && (typed || !other) ? text : JSON.stringify(text);
}

/** @param {string} text */
const wrapped = (text) =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map(paragraph)
    .join("\n\n");

/** @param {string} text */
function paragraph(text) {
  const lines = [""];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines[lines.length - 1];
    const marks = /^([#>*+-]|\d+[.)])/.test(word); /* at the start of a line it would be no word */
    if (last && last.length + word.length >= WIDTH && !marks) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines.join("\n");
}

/** @param {string} line */
const indented = (line) => (line ? `  ${line}` : line);

/**
 * @param {Field[]} fields
 * @param {any} values
 * @returns {string[]}
 */
export function yaml(fields, values) {
  return fields.filter(({ key }) => key in values).flatMap((field) => entry(field, values[field.key]));
}

/**
 * @param {Field} field
 * @param {any} value
 * @returns {string[]}
 */
function entry({ key, kind, parts, many }, value) {
  const typed = kind === "date" || kind === "number";
  if (parts.length && many) {
    const items = value.map((/** @type {any} */ one) =>
      yaml(parts, one).map((line, at) => (at ? `    ${line}` : `  - ${line}`)),
    );
    return [`${key}:`, ...items.flat()];
  }
  if (parts.length) return [`${key}:`, ...yaml(parts, value).map(indented)];
  if (kind === "names") {
    const pairs = Object.entries(value).map(([name, text]) => `  ${name}: ${scalar(String(text), false, false)}`);
    return [`${key}:`, ...pairs];
  }
  if (many) return [`${key}: [${value.map((/** @type {string} */ one) => scalar(one, typed, true)).join(", ")}]`];
  if (key === "body") return [`${key}: |`, ...wrapped(value).split("\n").map(indented)];
  return [`${key}: ${scalar(value.replace(/\s+/g, " "), typed, false)}`];
}

/**
 * The files of an event, and of everything new that it names.
 * @param {Field[]} fields
 * @param {any} values
 * @param {string} id
 * @param {Data} data
 * @param {Record<string, Record<string, any>>} created
 * @returns {File[]}
 */
export function filesOf(fields, values, id, { head, made }, created) {
  const text = `${[head, ...yaml(fields, values)].join("\n")}\n`;
  const event = { kind: "event", path: `events/${id}.yaml`, text };
  const actors = used(created.actors, values.actors, values.body).map(([key, one]) => ({
    kind: "actor",
    path: made.actors.path.replace("ID", key),
    text: `${[made.actors.head, ...yaml(made.actors.fields, one)].join("\n")}\n`,
  }));
  const places = used(created.places, values.places, values.body);
  if (!places.length) return [event, ...actors];
  const added = places
    .map(([key, one]) => `${[`${key}:`, ...yaml(made.places.fields, one).map(indented)].join("\n")}\n`)
    .join("");
  const { table, path } = made.places;
  const whole = `${table}${table && !table.endsWith("\n") ? "\n" : ""}${added}`;
  return [event, ...actors, { kind: "place", path, text: whole, added }];
}

/**
 * @param {Record<string, any>} created
 * @param {string[]} named
 * @param {string} body
 */
const used = (created, named = [], body = "") =>
  Object.entries(created).filter(([id]) => named.includes(id) || body.includes(`:${id})`));
