/**
 * What Windows-1252 says where it is not Latin-1: bytes 80 to 9F. Written here, because Node 20 reads them
 * as control characters. Those that it leaves undefined stay what they are.
 */
const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** UTF-8 where the bytes are, with or without its mark; UTF-16 with its mark; else Windows-1252. Null: no text. */
export function textOfBytes(bytes) {
  const text = utf16(bytes) ?? utf8(bytes) ?? windows1252(bytes);
  return text.includes("\0") ? null : text;
}

function utf16(bytes) {
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe") return new TextDecoder("utf-16le").decode(bytes);
  return mark === "feff" ? new TextDecoder("utf-16be").decode(bytes) : null;
}

function utf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function windows1252(bytes) {
  return bytes
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (character) => upper[character.charCodeAt(0) - 0x80]);
}
