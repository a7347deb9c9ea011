/**
 * What the page holds for the form: the definition of an event, and what exists already.
 *
 * @typedef {(string | number)[]} Trail the way to a value: keys, and places in lists
 *
 * @typedef {{key: string, kind: string, required: boolean, description: string, many: boolean, longest: number | null,
 *   least: number | null, lowest: number | null, highest: number | null, choices: string[], label: string,
 *   help: string, words: Record<string, string>, example: string, expert: boolean, parts: Field[],
 *   names: string}} Field
 *
 * @typedef {{ids: Record<string, Record<string, string>>, spellings: Record<string, Record<string, string[]>>,
 *   former: Record<string, string>, dates: Record<string, string>, sources: Record<string, any>,
 *   addresses: Record<string, string>, countries: string[],
 *   eras: Record<string, string>, words: Record<string, Record<string, string>>, language: string}} Known
 *   `ids` have titles and names
 *
 * @typedef {{title: string, lead: string, keys: string[]}} Step
 *
 * @typedef {{fields: Field[], patterns: Record<string, string>, known: Known, steps: Step[],
 *   made: Record<string, {fields: Field[], path: string, head: string, table: string}>,
 *   create: Record<string, [string, string]> | null, edit: Record<string, string>, contact: string,
 *   next: string[], head: string}} Data
 *
 * @typedef {{trail: Trail, code: string, text: string, soft?: boolean}} Fault a soft one is a remark
 *
 * A control remembers how to read itself; `undefined` stands for nothing written. It shows the faults whose trails
 * begin at it, and returns the id of the box that a trail leads to.
 * @typedef {{node: HTMLElement, read: () => any, fill: (value: any) => void, show: (faults: Fault[]) => void,
 *   box: (trail: Trail) => string, where: (trail: Trail) => string}} Control
 */

export const OMITTED = ["aliases", "corrections"]; /* a new event has neither */
