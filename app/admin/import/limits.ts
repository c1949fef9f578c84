/** Ten thousand children and their guardians are four million bytes of text. */
export const mostImportBytes = 10_000_000;
