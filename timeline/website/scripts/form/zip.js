/** Several files as one: a ZIP archive that stores them as they are. */

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});

/** @param {Uint8Array} bytes */
function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 255] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/**
 * Numbers of two or four bytes, the lowest byte first.
 * @param {[number, 2 | 4][]} numbers
 */
function packed(numbers) {
  return Uint8Array.from(
    numbers.flatMap(([value, size]) => Array.from({ length: size }, (_, at) => (value >>> (8 * at)) & 255)),
  );
}

/**
 * @param {{path: string, text: string}[]} files
 * @returns {Blob}
 */
export function zip(files) {
  const encoder = new TextEncoder();
  const parts = /** @type {Uint8Array<ArrayBuffer>[]} */ ([]);
  const listing = /** @type {Uint8Array<ArrayBuffer>[]} */ ([]);
  let at = 0;
  for (const { path, text } of files) {
    const name = encoder.encode(path);
    const bytes = encoder.encode(text);
    /* version, flags (names in UTF-8), stored, 1 January 1980 */
    const about = /** @type {[number, 2 | 4][]} */ ([
      ...[
        [20, 2],
        [0x0800, 2],
        [0, 2],
        [0, 2],
        [33, 2],
      ],
      ...[
        [checksum(bytes), 4],
        [bytes.length, 4],
        [bytes.length, 4],
        [name.length, 2],
        [0, 2],
      ],
    ]);
    const head = packed([[0x04034b50, 4], ...about]);
    const rest = /** @type {[number, 2 | 4][]} */ ([
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [at, 4],
    ]);
    listing.push(packed([[0x02014b50, 4], [20, 2], ...about, ...rest]), name);
    parts.push(head, name, bytes);
    at += head.length + name.length + bytes.length;
  }
  const size = listing.reduce((sum, part) => sum + part.length, 0);
  const many = files.length;
  const end = packed([
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [many, 2],
    [many, 2],
    [size, 4],
    [at, 4],
    [0, 2],
  ]);
  return new Blob([...parts, ...listing, end], { type: "application/zip" });
}
