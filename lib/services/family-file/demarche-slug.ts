/** As requests, submissions and drafts name the démarche. */
export const familyFileDemarche = "famille";
