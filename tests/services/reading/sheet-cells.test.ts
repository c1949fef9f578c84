// What Excel could not work out is a fault, and a percent is read as it is shown: never an empty or another cell.
import { readSpreadsheet } from "@/lib/spreadsheet/read";
import { aZipOf, workbookParts } from "@/tests/support/storage/bombs";

const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.00%"/><numFmt numFmtId="165" formatCode="0.00&quot; %&quot;"/></numFmts>
  <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

async function cellsOf(rows: string) {
  const content = aZipOf({ ...workbookParts(rows), "xl/styles.xml": styles });
  const read = await readSpreadsheet("account", new Blob([new Uint8Array(content)]), "Tarifs");
  if (!read.ok) throw new Error(read.refusal);
  return read.value;
}

test("errors, formulas without a result and percents are told apart from plain cells", async () => {
  const cells = await cellsOf(`
    <row r="1"><c r="A1"><v>1.8</v></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
    <row r="2"><c r="A2"><f>B1*2</f></c><c r="B2"><f>B1*2</f><v></v></c><c r="C2"><f>1+1</f><v>2</v></c></row>
    <row r="3"><c r="A3" s="1"><v>0.003</v></c><c r="B3" s="2"><v>7.0000000000000007E-2</v></c><c r="C3" s="3"><v>0.3</v></c></row>`);
  expect(cells).toEqual([
    [1.8, { error: "#REF!" }, { error: "#DIV/0!" }],
    [{ formula: true }, { formula: true }, 2],
    [{ percent: 0.3 }, { percent: 7 }, 0.3],
  ]);
});

test("they are told even in a row and a column of which nothing else is read", async () => {
  const cells = await cellsOf(
    `<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="D3" t="e"><v>#N/A</v></c></row>`,
  );
  expect(cells[2]?.[3]).toEqual({ error: "#N/A" });
});
