import * as z from "zod/mini";
import { changedLine } from "../schema";

// Whatever is typed comes to the service, which tells every fault and gives it all back.
const text = z.prefault(z.string().check(z.maxLength(200)), "");
const lines = z.prefault(z.array(text).check(z.maxLength(60)), []);

/** What was said to close, "3/12" (children, days), once its box is ticked; null while it is not. */
export const agreed = z.pipe(
  z.optional(z.string().check(z.regex(/^\d{1,6}\/\d{1,4}$/))),
  z.transform((said) => {
    const [children = 0, days = 0] = said?.split("/").map(Number) ?? [];
    return said === undefined ? null : { children, days };
  }),
);

const sent = z.object({
  ...changedLine,
  name: text,
  from: text,
  to: text,
  breakName: lines,
  breakFrom: lines,
  breakTo: lines,
  agreed,
});

/** A school year as it was typed, its breaks line by line. */
export const schoolYearSchema = z.pipe(
  sent,
  z.transform(({ name, from, to, breakName, breakFrom, breakTo, ...rest }) => ({
    ...rest,
    typed: {
      name,
      from,
      to,
      breaks: breakName.map((label, i) => ({
        name: label,
        from: breakFrom[i] ?? "",
        to: breakTo[i] ?? "",
      })),
    },
  })),
);
