// Finds what looks like a credential in a text, also where it is percent-encoded, escaped or in base64.
import { hook, parameter, pathKeys, userInformation } from './address-forms.ts';
import { colon, element, equals, flag, quoted, told } from './assignment-forms.ts';
import { base64Runs, mayHoldBase64 } from './base64.ts';
import {
  command,
  cookie,
  header,
  login,
  machine,
  passing,
  signature,
  user,
} from './command-forms.ts';
import { readings } from './escapes.ts';
import { privateKeys } from './private-keys.ts';
import type { Span } from './span.ts';
import { authorization, prefixed, webToken } from './token-forms.ts';

const patterns = [
  prefixed,
  webToken,
  authorization,
  userInformation,
  parameter,
  hook,
  equals,
  quoted,
  colon,
  flag,
  told,
  element,
  cookie,
  header,
  signature,
  user,
  command,
  machine,
  passing,
  login,
];

// The shortest text that can hold a credential of any form, and what each form has in it.
const shortest = 8;
const suspicious =
  /_v1_|sk_|domcp_|AVNS_|AKIA|ASIA|ABIA|ACCA|AIza|ya29|GOCSPX|LTAI|gh[pousr]_|github_pat|gl[a-z]{1,5}-|gl(?:sa|c)_|ATBB|ATATT|npm_|pypi-|rubygems_|dckr_|xox|xapp|:AA|SG\.|key|-us\d|SK[0-9a-f]|[srp]k_|whsec_|sq0|shp|token|sk-|hf_|r8_|gsk_|hv[sbr]\.|atlasv1|dp\.|NRAK|sntry|dapi|fo1_|lin_|ntn_|sbp_|pscale|PMAK|rnd_|tskey|AGE-|eyJ|bearer|basic|:\/\/|[?&;]|pass|pwd|secret|config|cred|connection|auth|cookie|signature|curl|mysql|mariadb|redis-cli|private-lines|-----BEGIN/i;

/** The part of a match that is the secret itself. */
const secretOf = (match: RegExpMatchArray): Span | undefined => {
  const groups = match.indices?.groups ?? {};
  const place = groups['secret'] ?? groups['quoted'] ?? groups['single'] ?? groups['alone'];
  return place && { start: place[0], end: place[1] };
};

const inPlainText = (text: string): readonly Span[] => {
  if (!suspicious.test(text)) return [];
  const found = patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern)).flatMap((match) => secretOf(match) ?? []),
  );
  return [...found, ...privateKeys(text), ...pathKeys(text)];
};

// Base64 of base64 is looked into, what lies deeper is not.
const deepest = 2;

const none: readonly Span[] = [];

/** Whether a text is one of the many that can hold no credential: no form, no escape, no base64. */
const isPlain = (text: string): boolean =>
  text.length < shortest ||
  (!suspicious.test(text) && !text.includes('%') && !text.includes('\\') && !mayHoldBase64(text));

/**
 * Where credentials stand in a text: by the form of their value, or beside a name that says so. Takes time in
 * proportion to the length of the text.
 */
export const findSecrets = (text: string, depth = 0): readonly Span[] => {
  if (isPlain(text)) return none;
  return readings(text).flatMap(({ text: read, at }) => {
    const encoded =
      depth < deepest
        ? base64Runs(read).flatMap(({ span, texts }) =>
            texts.some((inner) => findSecrets(inner, depth + 1).length > 0) ? [span] : [],
          )
        : [];
    const spans = [...inPlainText(read), ...encoded];
    if (!at) return spans;
    return spans.map(({ start, end }) => ({
      start: at[start] ?? start,
      end: at[end] ?? text.length,
    }));
  });
};
