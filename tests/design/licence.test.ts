import { readFileSync } from "node:fs";

const read = (file: string) => readFileSync(file, "utf8");

test("the licence is one: the file, the package, the README and what families read", () => {
  expect(read("LICENSE")).toMatch(/^Mozilla Public License Version 2\.0\n/);
  expect(read("package.json")).toContain(`"license": "MPL-2.0"`);
  expect(read("README.md")).toContain("MPL 2.0");
  const legalNotice = read("app/(public)/mentions-legales/page.tsx");
  expect(legalNotice).toContain("MPL&nbsp;2.0");
  expect(legalNotice).not.toMatch(/EUPL|GPL/);
});
