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
import { authorization, marks, prefixed, webToken } from './token-forms.ts';

/** A form, and what a text must have in it to hold any secret of that form: told much sooner than the form itself. */
interface Form {
  readonly within: RegExp;
  readonly pattern: RegExp;
}

const assigned = /pass|pwd|secret|token|key|kubeconfig|cred|connection/i;

const forms: readonly Form[] = [
  { within: marks, pattern: prefixed },
  { within: /eyJ/, pattern: webToken },
  { within: /bearer|basic/i, pattern: authorization },
  { within: /:\/\//, pattern: userInformation },
  { within: /[?&;]/, pattern: parameter },
  { within: /:\/\//, pattern: hook },
  { within: assigned, pattern: equals },
  { within: assigned, pattern: quoted },
  { within: assigned, pattern: colon },
  { within: assigned, pattern: told },
  { within: /--/, pattern: flag },
  { within: /<\//, pattern: element },
  { within: /cookie/i, pattern: cookie },
  { within: /authorization/i, pattern: header },
  { within: /signature=/i, pattern: signature },
  { within: /curl/, pattern: user },
  { within: /mysql|mariadb|sshpass|redis-cli/, pattern: command },
  { within: /machine/, pattern: machine },
  { within: /pass[=io]/, pattern: passing },
  { within: /_?auth/i, pattern: login },
];

// The shortest text that can hold a credential of any form, and what each form has in it.
const shortest = 8;
const suspicious = new RegExp(
  `${marks.source}|eyJ|bearer|basic|:\\/\\/|[?&;]|pass|pwd|secret|token|key|config|cred|connection|auth|cookie|signature|curl|mysql|mariadb|redis-cli|private-lines|-----BEGIN`,
  'i',
);

/** The part of a match that is the secret itself. */
const secretOf = (match: RegExpMatchArray): Span | undefined => {
  const groups = match.indices?.groups ?? {};
  const place = groups['secret'] ?? groups['quoted'] ?? groups['single'] ?? groups['alone'];
  return place && { start: place[0], end: place[1] };
};

const inPlainText = (text: string): readonly Span[] => {
  if (!suspicious.test(text)) return [];
  const found = forms.flatMap(({ within, pattern }) =>
    within.test(text)
      ? Array.from(text.matchAll(pattern)).flatMap((match) => secretOf(match) ?? [])
      : [],
  );
  return [
    ...found,
    ...(text.includes('PRIVATE KEY') || text.includes('Private-Lines') ? privateKeys(text) : []),
    ...(text.includes('://') ? pathKeys(text) : []),
  ];
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
