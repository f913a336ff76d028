// Takes credentials out of texts: those that are known, in any spelling, and whatever looks like one.
import { findSecrets } from './find-secrets.ts';
import { tokenFinder } from './known-tokens.ts';
import { redactionMark } from './redaction-mark.ts';
import { replaceSpans } from './span.ts';

/** Hides credentials in texts. */
export type Veil = (text: string) => string;

/** Hides just these tokens, in every spelling; fast enough for every answer. JSON stays JSON. */
export const veilOf = (tokens: readonly string[]): Veil => {
  const find = tokenFinder(tokens);
  return (text) => replaceSpans(text, find(text), redactionMark);
};

/** Hides these tokens and everything else that looks like a credential. */
export const createVeil = (tokens: readonly string[], mark: string = redactionMark): Veil => {
  const find = tokenFinder(tokens);
  return (text) => replaceSpans(text, [...find(text), ...findSecrets(text)], mark);
};

/** A text without these tokens and without anything that looks like a credential. */
export const veil = (text: string, tokens: readonly string[] = []): string =>
  createVeil(tokens)(text);
