/** Addresses: which name a page, when two are one, and the key that a source suggests (timeline/records/ids.py). */

import { ADDRESSES } from "../words.js";
import { slug } from "./ids.js";

const TRACKING = new RegExp(...ADDRESSES.tracking);
const YEAR_IN_PATH = new RegExp(...ADDRESSES.year);
const ENDING = new RegExp(...ADDRESSES.ending);
const FORM = new RegExp(...ADDRESSES.form);
const SERVER = new RegExp(...ADDRESSES.server);
const NAME = new RegExp(...ADDRESSES.name);
const NUMBER = new RegExp(...ADDRESSES.number);
const DOI = new RegExp(...ADDRESSES.doi);
const RESOLVER = new RegExp(`^(?:${ADDRESSES.resolver[0]})`, ADDRESSES.resolver[1]);
const DEVICES = new RegExp(...ADDRESSES.devices);

/** @param {string} url */
function parts(url) {
  const found = /^(?:https?:)?\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/.exec(url) || ["", "", "", ""];
  return { server: found[1], path: found[2] || "", query: found[3] || "" };
}

/**
 * What is wrong with an address, or nothing.
 * @param {string} value
 */
export function addressFault(value) {
  if (!/^https?:\/\//.test(value)) return "an address starts with https:// or http://: copy the whole of it";
  if ([...value].length > ADDRESSES.longest) return `the address is longer than ${ADDRESSES.longest} characters`;
  const found = FORM.exec(value)?.groups;
  if (!found) return "it holds a blank or a mark that no address has: copy it from the bar of a browser";
  if (found.server.includes("@")) return "it leads elsewhere than it seems: take away what stands before the @";
  return isServer(found.server) ? "" : "it names no server: copy the whole address, https://example.org/the-page";
}

/** @param {string} server */
function isServer(server) {
  const found = SERVER.exec(server)?.groups;
  if (!found || (found.port && !(Number(found.port) > 0 && Number(found.port) < 65536))) return false;
  const host = found.host.toLowerCase();
  const last = host.replace(/\.$/, "").split(".").pop() || "";
  if (host.startsWith("[") || NUMBER.test(last)) return isPublic(host);
  return NAME.test(host) && !ADDRESSES.home.includes(last) && host.length <= 253;
}

/**
 * Whether a number of the internet's protocol belongs to a machine open to all; six-part ones are left to the check.
 * @param {string} host
 */
function isPublic(host) {
  if (host.startsWith("[")) return /^\[2[0-9a-f]{3}:[0-9a-f:]+\]$/.test(host) && !/^\[200[12]:/.test(host);
  const parts = host.split(".");
  if (parts.length !== 4 || parts.some((part) => !/^(0|[1-9][0-9]{0,2})$/.test(part) || Number(part) > 255))
    return false;
  const [a, b, c] = parts.map(Number);
  const small = a === 192 && ((b === 0 && (c === 0 || c === 2)) || (b === 88 && c === 99));
  const test =
    (a === 198 && b === 51 && c === 100) ||
    (a === 203 && b === 0 && c === 113) ||
    (a === 198 && (b === 18 || b === 19));
  const home =
    a === 10 || a === 127 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168) || (a === 169 && b === 254);
  return !(a === 0 || a >= 224 || home || small || test || (a === 100 && b >= 64 && b < 128));
}

/**
 * A DOI without the address of a resolver, or the word, before it, and without the end of a sentence.
 * @param {string} value
 */
export function bareDoi(value) {
  const found = RESOLVER.exec(value)?.[0] || "";
  const rest = value.slice(found.length).replace(/[.,;]+$/, "");
  return found && value.includes("%2") ? decodeURIComponent(rest.replace(/%(?![0-9a-f]{2})/gi, "%25")) : rest;
}

/** @param {string} value */
export const doiFault = (value) =>
  DOI.test(bareDoi(value)) && bareDoi(value).length <= 300
    ? ""
    : "a DOI is 10., a number, a slash and what follows: 10.1000/182";

/** @param {string} value */
export function isbnFault(value) {
  const digits = value.replace(/(?<=[0-9])[ -](?=[0-9Xx])/g, "");
  if (!/^([0-9]{9}[0-9Xx]|97[89][0-9]{10})$/.test(digits)) return "an ISBN has 10 or 13 digits: 9780140293340";
  const values = [...digits].map((digit) => (/x/i.test(digit) ? 10 : Number(digit)));
  const weight = (/** @type {number} */ at) => (values.length === 10 ? 10 - at : at % 2 ? 3 : 1);
  const sum = values.reduce((all, one, at) => all + one * weight(at), 0);
  return sum % (values.length === 10 ? 11 : 10) ? "its last digit does not suit the others: look it up again" : "";
}

/**
 * What is wrong with an id, or nothing.
 * @param {string} id
 * @param {RegExp} pattern
 */
export function idFault(id, pattern) {
  if (id.length > ADDRESSES.longestId) return `it has ${id.length} characters; the limit is ${ADDRESSES.longestId}`;
  if (!pattern.test(id)) return "small Latin letters, digits and single hyphens: 1815-two-words";
  return DEVICES.test(id) ? "Windows keeps this name for a device: add a word" : "";
}

/**
 * An address without what does not change the page: scheme, www., last slash, fragment, tracking.
 * @param {string} url
 */
export function samePage(url) {
  const { server, path, query } = parts(url.trim());
  const kept = query.split("&").filter((pair) => pair && !TRACKING.test(pair.split("=")[0]));
  const address = server.toLowerCase().replace(/^www\./, "") + path.replace(/\/+$/, "");
  return kept.length ? `${address}?${kept.map((pair) => (pair.includes("=") ? pair : `${pair}=`)).join("&")}` : address;
}

/** @param {string} server */
function makerOfHost(server) {
  const labels = server.toLowerCase().split(":")[0].split(".");
  const last = labels.pop() || "";
  const names = labels.length ? labels : [last];
  while (names.length > 1 && ADDRESSES.parts.includes(names[names.length - 1])) names.pop();
  return names[names.length - 1];
}

/**
 * The key that a source's maker, year and title suggest; its address stands in for what is not known.
 * @param {string} url
 * @param {string} maker
 * @param {string} year
 * @param {string} title
 */
export function sourceKey(url, maker = "", year = "", title = "") {
  const { server, path } = parts(url);
  const when = year || YEAR_IN_PATH.exec(path)?.[0] || "";
  const last = (path.split("/").filter(Boolean).pop() || "").replace(ENDING, "");
  const words = slug(title || last, true, [when]);
  return [slug(maker, 3) || slug(makerOfHost(server)), when, words].filter(Boolean).join("-");
}
