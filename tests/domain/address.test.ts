import fc from "fast-check";
import { addressParts, addressText, type Address } from "@/lib/domain/address";

const street = "14 rue du Lavoir";
const city = "Clairval-sur-Orge";

test.each<[Address, string]>([
  [
    { street, complement: "", postcode: "91000", city },
    "14 rue du Lavoir\n91000 Clairval-sur-Orge",
  ],
  [
    { street, complement: "Bâtiment C", postcode: "91000", city },
    "14 rue du Lavoir\nBâtiment C\n91000 Clairval-sur-Orge",
  ],
])("an address is written as on an envelope, and read back", (parts, text) => {
  expect(addressText(parts)).toBe(text);
  expect(addressParts(text)).toEqual(parts);
});

test("spaces and lines that were typed by mistake leave nothing", () => {
  const typed = { street: "  14  rue\ndu Lavoir", complement: " ", postcode: "91000", city };
  expect(addressText(typed)).toBe("14 rue du Lavoir\n91000 Clairval-sur-Orge");
});

test.each(["", "14 rue du Lavoir", "91000 Clairval", "a\nb\nc\n91000 d", "a\n9100 b", "\n91000 b"])(
  "%j is no address",
  (text) => {
    expect(addressParts(text)).toBeNull();
  },
);

const anyLine = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .map((text) => text.replace(/\s+/g, " ").trim())
  .filter((text) => text !== "");

test("whatever the parts, reading what was written gives them back", () => {
  const anyAddress = fc.record({
    street: anyLine,
    complement: fc.option(anyLine, { nil: "" }),
    postcode: fc.stringMatching(/^[0-9]{5}$/),
    city: anyLine,
  });
  fc.assert(
    fc.property(anyAddress, (parts) => {
      expect(addressParts(addressText(parts))).toEqual(parts);
    }),
  );
});
