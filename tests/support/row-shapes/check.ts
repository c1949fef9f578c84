// Every row that a test reads by `readRows` is compared with the type that its reader named.
import { readFileSync } from "node:fs";
import { shapesFile } from "./from-types";
import { faultOf, type Shape } from "./shape";

let shapes: Readonly<Record<string, Shape>> | undefined;

Object.assign(globalThis, {
  preauRowCheck(statement: string, rows: readonly unknown[]): void {
    shapes ??= (JSON.parse(readFileSync(shapesFile, "utf8")) as { shapes: Record<string, Shape> })
      .shapes;
    const shape = shapes[statement];
    if (!shape) throw new Error(`No shape of the statement ${statement} is known`);
    for (const row of rows) {
      const fault = faultOf(row, shape);
      if (fault !== null) throw new Error(`The type of ${statement} lies: ${fault}`);
    }
  },
});
