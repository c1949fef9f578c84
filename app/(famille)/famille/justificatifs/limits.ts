import { mostFiles } from "@/lib/domain/supporting-document";
import { town } from "@/town/town";

/** The other fields of the form, and what stands between its parts. */
const fieldBytes = 100_000;

/** Of a whole form with its files. */
export const mostUploadBytes = mostFiles * town.supportingDocuments.largestFile + fieldBytes;
