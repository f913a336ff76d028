// A short mark in place of a text that only has to be told apart: what others called their things is not kept.
import { createHash } from 'node:crypto';

/** The same for the same text, and of one length whatever the text is. */
export const markOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 24);
