import * as z from "zod/mini";
import { richTextProblemInWords } from "@/lib/domain/rich-text";
import { readMarkdown } from "@/lib/markdown";

const MOST = 10_000;
const missing = "Écrivez le texte\u00a0: les familles le lisent.";

/** Markdown of an agent: what must not be shown is refused, and named. */
export const markdownText = z.string(missing).check(
  z.trim(),
  z.minLength(1, missing),
  z.maxLength(MOST, "Raccourcissez le texte\u00a0: 10\u00a0000\u00a0caractères au plus."),
  z.check((given) => {
    // What is too long has been said already, and is not read.
    const [first] = given.value.length > MOST ? [] : readMarkdown(given.value).problems;
    if (first)
      given.issues.push({
        code: "custom",
        input: given.value,
        message: richTextProblemInWords(first),
      });
  }),
);
