import { town } from "@/town/town";

/** The other fields of the form, and what stands between its parts. */
const fieldBytes = 100_000;

/** Of a whole form with its file. */
export const mostDocumentBytes = town.supportingDocuments.largestFile + fieldBytes;
