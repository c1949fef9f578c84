import { parseDataKeys, type DataKey } from "@/lib/data-keys";
import { seal, SealError, sealWith, unseal, unsealWith } from "@/lib/seal";

const aKey = (id: string, fill: number): DataKey => ({ id, secret: Buffer.alloc(32, fill) });
const old = aKey("k1", 1);
const fresh = aKey("k2", 2);
const plain = Buffer.from("Panier repas fourni par la famille");
const context = "child-health:12";

test("what is sealed says nothing, and opens for its context", () => {
  const sealed = seal(plain, context);
  expect(Buffer.from(sealed).includes(plain)).toBe(false);
  expect(Buffer.from(unseal(sealed, context))).toEqual(plain);
  expect(seal(plain, context)).not.toEqual(sealed);
  expect(unseal(seal(new Uint8Array(), context), context)).toHaveLength(0);
});

test("another context, another key and a key that is gone open nothing", () => {
  const sealed = sealWith(old, plain, context);
  expect(() => unsealWith([old], sealed, "child-health:13")).toThrow(SealError);
  expect(() => unsealWith([aKey("k1", 9)], sealed, context)).toThrow(SealError);
  expect(() => unsealWith([fresh], sealed, context)).toThrow(/DATA_KEYS/);
});

test("a single flipped bit is seen, wherever it is; so is a cut", () => {
  const sealed = sealWith(old, plain, context);
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Uint8Array.from(sealed, (byte, i) => (i === at ? byte ^ 1 : byte));
    expect(() => unsealWith([old], changed, context)).toThrow(SealError);
  }
  for (const length of [0, 1, 20, sealed.length - 1])
    expect(() => unsealWith([old], sealed.subarray(0, length), context)).toThrow(SealError);
});

test("after a rotation the new key seals, and the old one still opens", () => {
  const before = sealWith(old, plain, context);
  const keys = [fresh, old];
  expect(Buffer.from(unsealWith(keys, before, context))).toEqual(plain);
  const after = sealWith(fresh, plain, context);
  expect(Buffer.from(unsealWith(keys, after, context))).toEqual(plain);
  expect(() => unsealWith([old], after, context)).toThrow(SealError);
});

const secret = (fill: number, bytes = 32) => Buffer.alloc(bytes, fill).toString("base64");

test("DATA_KEYS is a list, the sealing key first", () => {
  expect(parseDataKeys(`k2:${secret(2)}, k1:${secret(1)}`)?.map(({ id }) => id)).toEqual([
    "k2",
    "k1",
  ]);
});

test.each([
  ["nothing", ""],
  ["no id", secret(1)],
  ["too short", `k1:${secret(1, 16)}`],
  ["not base64", `k1:${"é".repeat(43)}=`],
  ["twice the same id", `k1:${secret(1)},k1:${secret(2)}`],
  ["one good, one bad", `k1:${secret(1)},k2`],
])("%s is no list of keys", (_what, text) => expect(parseDataKeys(text)).toBeNull());
