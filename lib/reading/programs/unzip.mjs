import { inflateRawSync } from "node:zlib";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * The parts of a ZIP file: name and content. Null where it is none, where it says of a part what is not
 * true, or where its parts are larger than `most` bytes together: what it says of its sizes proves
 * nothing, so no more is ever unpacked than there is room for.
 */
export function unzip(bytes, most) {
  try {
    return partsOf(bytes, most);
  } catch {
    return null; // A number that points outside, a stream that is cut, or one that does not end in time.
  }
}

function partsOf(bytes, most) {
  const end = endOf(bytes);
  if (end === null) return null;
  const parts = [];
  let room = most;
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== ENTRY) return null;
    const [nameLength, extra, comment] = [28, 30, 32].map((field) =>
      bytes.readUInt16LE(at + field),
    );
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const size = bytes.readUInt32LE(at + 24);
    if (size > room) return null;
    const content = contentOf(bytes, at, size);
    if (content?.length !== size) return null;
    room -= size;
    parts.push({ name, content });
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}

function contentOf(bytes, entry, size) {
  const packed = bytes.readUInt32LE(entry + 20);
  const local = bytes.readUInt32LE(entry + 42);
  if (bytes.readUInt32LE(local) !== LOCAL) return null;
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const data = bytes.subarray(from, from + packed);
  const method = bytes.readUInt16LE(entry + 10);
  if (method === STORED) return data;
  // One byte at least: zlib takes no lesser limit.
  return method === DEFLATED ? inflateRawSync(data, { maxOutputLength: Math.max(size, 1) }) : null;
}

/** The directory's end stands last, before a comment of at most 65 535 bytes. */
function endOf(bytes) {
  const last = bytes.length - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at--)
    if (bytes.readUInt32LE(at) === END) return at;
  return null;
}
