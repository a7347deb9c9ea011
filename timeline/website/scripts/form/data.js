/**
 * What the page holds for the form: the definition of an event, and the ids that exist.
 *
 * @typedef {{key: string, kind: string, required: boolean, description: string, many: boolean, longest: number | null,
 *   least: number | null, choices: string[], example: any, label: string, parts: Field[], names: string}} Field
 * @typedef {{fields: Field[], ids: Record<string, Record<string, string>>, patterns: Record<string, string>,
 *   sources: Record<string, any>, words: Record<string, Record<string, string>>, create: [string, string] | null,
 *   head: string}} Data
 *
 * What is wrong: the id of the control, its label, and the fault in words; a soft one is a remark.
 * @typedef {{id: string, label: string, text: string, soft?: boolean}} Fault
 *
 * A control remembers how to read itself; `null` stands for nothing written.
 * @typedef {{node: HTMLElement, read: () => any, faults: (out: Fault[]) => void}} Control
 */

export const OMITTED = ["aliases", "corrections"]; /* a new event has neither */
