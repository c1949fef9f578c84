/** The control of a document's last day, as the agent read it on it. */
export const lastDayName = (documentId: string) => `validite-${documentId}`;
