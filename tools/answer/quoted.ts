// Puts somebody else's words into a sentence of ours, so that nobody takes them for ours.

/** The words in quotation marks that they cannot end. */
export const quoted = (words: string): string => `“${words.replaceAll(/[“”]/g, '"')}”`;
