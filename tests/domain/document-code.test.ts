import fc from "fast-check";
import {
  codeLength,
  codeLetters,
  documentCode,
  parseDocumentCode,
} from "@/lib/domain/document-code";

const numbers = fc.array(fc.nat(codeLetters - 1), { minLength: codeLength, maxLength: codeLength });
const typed = fc.constantFrom("", " ", "-", "\u00a0", "–", ".", "  ");

test.each([
  ["7KQ4-M9RT-2XWH", "7KQ4-M9RT-2XWH"],
  ["7kq4m9rt2xwh", "7KQ4-M9RT-2XWH"],
  [" 7KQ4 M9RT 2XWH ", "7KQ4-M9RT-2XWH"],
  ["7kq4–m9rt–2xwh", "7KQ4-M9RT-2XWH"],
])("%s is a code", (text, code) => {
  expect(parseDocumentCode(text)).toBe(code);
});

test.each([
  ["nothing", ""],
  ["a letter too few", "7KQ4-M9RT-2XW"],
  ["a letter too many", "7KQ4-M9RT-2XWHH"],
  ["a zero", "0KQ4-M9RT-2XWH"],
  ["an O", "OKQ4-M9RT-2XWH"],
  ["an l", "lKQ4-M9RT-2XWH"],
  ["an accent", "ÉKQ4-M9RT-2XWH"],
  ["an address", "https://clairval.example/verifier/7KQ4-M9RT-2XWH"],
])("%s makes no code", (_what, text) => {
  expect(parseDocumentCode(text)).toBeNull();
});

test("a code is read as it was written, in any case and however it is cut", () => {
  fc.assert(
    fc.property(numbers, fc.array(typed, { minLength: 13, maxLength: 13 }), (drawn, between) => {
      const code = documentCode(drawn);
      expect(code).toMatch(/^(?:[2-9A-HJKMNP-TV-Z]{4}-){2}[2-9A-HJKMNP-TV-Z]{4}$/);
      const letters = [...code.replaceAll("-", "")];
      const cut = between.map((gap, i) => gap + (letters[i] ?? "")).join("");
      expect(parseDocumentCode(cut)).toBe(code);
      expect(parseDocumentCode(cut.toLowerCase())).toBe(code);
    }),
  );
});

test("two draws that differ are two codes", () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      expect(documentCode(a) === documentCode(b)).toBe(a.join() === b.join());
    }),
  );
});

test("what is typed never throws", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const code = parseDocumentCode(text);
      expect(code === null || parseDocumentCode(code) === code).toBe(true);
    }),
  );
});

test("numbers that are no letters make no code", () => {
  expect(() => documentCode([])).toThrow();
  expect(() => documentCode(Array.from({ length: 12 }, () => codeLetters))).toThrow();
});
