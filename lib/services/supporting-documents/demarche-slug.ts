/** As requests and submissions name what files a document. */
export const documentsDemarche = "justificatifs";
