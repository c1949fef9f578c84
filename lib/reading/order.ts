/** What a program of lib/reading/programs is asked to do with a file. */
export type Order =
  | { readonly kind: "pdf" }
  | { readonly kind: "image"; readonly mostPoints: number; readonly longestSide: number }
  | {
      readonly kind: "spreadsheet";
      readonly sheetName: string;
      readonly most: { readonly bytes: number; readonly rows: number; readonly columns: number };
    }
  | {
      readonly kind: "table";
      /** Bytes unpacked, filled rows, and columns. */
      readonly most: { readonly bytes: number; readonly rows: number; readonly columns: number };
    };

/** What came of it. Stopped: it took more time or memory than a file may. */
export type Reading =
  | { readonly kind: "read"; readonly answer: unknown; readonly made: Uint8Array }
  | { readonly kind: "stopped" };
