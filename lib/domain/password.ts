/**
 * How many characters a password has: fewer where a second factor is asked besides. NIST SP 800-63B, ASVS
 * 5.0 6.2.1.
 */
export const passwordLength = { alone: 12, withFactor: 8, most: 200 } as const;

/** In characters as one sees them, not as they are stored. */
export const lengthOfPassword = (password: string) => [...password.normalize("NFC")].length;

/** Said where it is not known, or not told, whether there is a second factor. */
export const passwordTooShort = `Choisissez un mot de passe plus long\u00a0: au moins ${passwordLength.alone}\u00a0caractères, ou ${passwordLength.withFactor} si vous avez mis en place la validation en deux étapes.`;
