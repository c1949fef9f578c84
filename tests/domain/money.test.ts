import fc from "fast-check";
import {
  cents,
  formatCents,
  formatDifference,
  formatHundredths,
  parseCents,
  parseHundredths,
  shareOf,
  spokenCents,
  sumCents,
} from "@/lib/domain/money";

const most = Number.MAX_SAFE_INTEGER;

describe("whole cents", () => {
  test.each([0.5, -0.1, NaN, Infinity, most + 1, -most - 1])("%d are none", (n) => {
    expect(() => cents(n)).toThrow(RangeError);
  });

  test("there is one zero", () => {
    expect(Object.is(cents(-0), 0)).toBe(true);
    expect(Object.is(shareOf(-1, 1, 3), 0)).toBe(true);
  });

  test("add up, and say when they no longer do exactly", () => {
    expect(sumCents([])).toBe(0);
    expect(sumCents([cents(208), cents(-21), cents(-0)])).toBe(187);
    expect(() => sumCents([cents(most), cents(1)])).toThrow(RangeError);
  });
});

describe("rounding half-up", () => {
  test.each([
    [0, 1, 2, 0],
    [149, 1, 100, 1],
    [150, 1, 100, 2],
    [151, 1, 100, 2],
    [1, 1, 2, 1],
    [3, 1, 2, 2],
    [1, 1, 3, 0],
    [2, 1, 3, 1],
    [208, 900_000, 1_000_000, 187],
    [205, 900_000, 1_000_000, 185],
    [7, 3, 1, 21],
    // Below zero a tie goes up too: −0,5 is 0, −1,5 is −1.
    [-1, 1, 2, 0],
    [-3, 1, 2, -1],
    [-150, 1, 100, -1],
    [-151, 1, 100, -2],
    [150, -1, 100, -1],
    // Products beyond what a number holds.
    [most, 1, 1, most],
    [-most, 1, 1, -most],
    [most, 999_999, 1_000_000, 9_007_190_247_541_736],
    [most, most, most, most],
    [99_999_999_999, 1_000_000, 1_000_000, 99_999_999_999],
  ])("%d × %d / %d is %d", (amount, numerator, denominator, share) => {
    expect(shareOf(amount, numerator, denominator)).toBe(share);
  });

  test.each([
    [1.5, 1, 2],
    [1, 0.5, 2],
    [1, 1, 1.5],
    [NaN, 1, 2],
    [1, Infinity, 2],
    [most + 1, 1, 2],
    [1, 1, 0],
    [1, 1, -2],
    [most, 2, 1],
  ])("%d × %d / %d is refused", (amount, numerator, denominator) => {
    expect(() => shareOf(amount, numerator, denominator)).toThrow(RangeError);
  });

  test("is never further than half a cent, and up on a tie", () => {
    const anyWhole = fc.maxSafeInteger();
    const anyPart = fc
      .integer({ min: 1, max: most })
      .chain((of) => fc.tuple(fc.integer({ min: -of, max: of }), fc.constant(of)));
    fc.assert(
      fc.property(anyWhole, anyPart, (amount, [numerator, denominator]) => {
        const share = BigInt(shareOf(amount, numerator, denominator));
        const [of, exact] = [BigInt(denominator), BigInt(amount) * BigInt(numerator)];
        // share − 1/2 ≤ exact / of < share + 1/2
        expect((2n * share - 1n) * of <= 2n * exact).toBe(true);
        expect(2n * exact < (2n * share + 1n) * of).toBe(true);
      }),
    );
  });
});

const plain = (text: string) => text.replaceAll("\u00a0", " ").replaceAll("\u202f", " ");

describe("an amount in words", () => {
  test.each([
    [0, "0,00 €", "0,00 €", "0,00 euro"],
    [1, "0,01 €", "+0,01 €", "0,01 euro"],
    [17, "0,17 €", "+0,17 €", "0,17 euro"],
    [100, "1,00 €", "+1,00 €", "1,00 euro"],
    [199, "1,99 €", "+1,99 €", "1,99 euro"],
    [200, "2,00 €", "+2,00 €", "2,00 euros"],
    [99_999, "999,99 €", "+999,99 €", "999,99 euros"],
    [123_450, "1 234,50 €", "+1 234,50 €", "1 234,50 euros"],
    [123_456_789, "1 234 567,89 €", "+1 234 567,89 €", "1 234 567,89 euros"],
    [-1, "−0,01 €", "−0,01 €", "−0,01 euro"],
    [-21, "−0,21 €", "−0,21 €", "−0,21 euro"],
    [-200, "−2,00 €", "−2,00 €", "−2,00 euros"],
    [-123_450, "−1 234,50 €", "−1 234,50 €", "−1 234,50 euros"],
  ])("%d: %s, %s, %s", (n, written, difference, spoken) => {
    expect(plain(formatCents(cents(n)))).toBe(written);
    expect(plain(formatDifference(cents(n)))).toBe(difference);
    expect(plain(spokenCents(cents(n)))).toBe(spoken);
  });

  test("breaks neither before € nor between thousands", () => {
    expect(formatCents(cents(123_450))).toBe("1\u202f234,50\u00a0€");
    expect(formatHundredths(17)).toBe("0,17");
  });
});

describe("an amount that somebody typed", () => {
  test.each([
    ["2,08", 208],
    ["2.08", 208],
    ["2", 200],
    ["2,5", 250],
    ["0", 0],
    ["0,07", 7],
    ["007", 700],
    [" 2,08 € ", 208],
    ["2,08\u00a0€", 208],
    ["1 234,5", 123_450],
    ["1\u202f234,50\u00a0€", 123_450],
    ["999999999,99", 99_999_999_999],
  ])("%s is %d hundredths", (text, hundredths) => {
    expect(parseHundredths(text)).toBe(hundredths);
    expect(parseCents(text)).toBe(hundredths);
  });

  test.each([
    "",
    " ",
    "€",
    ",",
    ",50",
    "2,",
    "2,080",
    "2,0,8",
    "1.234,50",
    "-2",
    "−2",
    "+2",
    "2 euros",
    "€2",
    "2€€",
    "1e3",
    "0x10",
    "NaN",
    "Infinity",
    "٢",
    "1234567890",
  ])("« %s » is none", (text) => {
    expect(parseHundredths(text)).toBeNull();
    expect(parseCents(text)).toBeNull();
  });

  test("is read as it is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (n) => {
        expect(parseCents(formatCents(cents(n)))).toBe(n);
      }),
    );
  });
});
