// Takes credentials out of a reply: at the places that are known, and by kind wherever they turn up.
import type { Disclosure } from '../../scope-map/endpoint.ts';
import { isObject, type JsonObject, put } from '../json-object.ts';
import { deepest, type Places, placesNamed } from '../places.ts';
import { findSecrets } from './find-secrets.ts';
import { isSecretName } from './names.ts';
import { redactionMark } from './redaction-mark.ts';
import { isSecretValue, settingIn } from './settings.ts';
import { replaceSpans } from './span.ts';

/** Takes credentials out of values, and remembers whether there were any. */
export interface Redactor {
  /** A copy without credentials; what is empty stays empty. */
  redact(value: unknown): unknown;
  /** How many credentials were taken out so far. */
  count(): number;
}

/** Where a walk stands: among known places, in which field, of what. */
interface Here {
  readonly secret: Places<true> | undefined;
  readonly settings: Places<true> | undefined;
  /** The field that the value stands in; lists stand where their elements do. */
  readonly name: string;
  /** The field that the object around it stands in. */
  readonly within: string;
  readonly depth: number;
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';

/** `connection`, `private_connection` and whatever DigitalOcean adds of the kind: their address holds the password. */
const isConnection = (name: string): boolean => /(?:^|_)connections?$/.test(name);

const isEnvironment = (name: string): boolean =>
  /^(?:envs?|environment(?:_variables)?)$/.test(name);

// Shorter names are no credentials, and most names are short.
const shortestInName = 16;

// The same regions, images and names stand in one item of a list after the other.
const longestKept = 128;
const mostKept = 1000;

const tooDeep = '[nested too deep]';

/**
 * A redactor. Values go whole at the places of a disclosure, in fields whose name says that they are secret, and in
 * settings that are secret; from every other text only what looks like a credential goes.
 * @param reveal let credentials through: then only nesting is bounded
 */
export const createRedactor = (disclosure: Disclosure | undefined, reveal = false): Redactor => {
  let count = 0;
  const gone = (): string => {
    count += 1;
    return redactionMark;
  };

  const harmless = new Set<string>();
  const inText = (text: string): string => {
    if (harmless.has(text)) return text;
    const spans = findSecrets(text);
    if (spans.length === 0) {
      if (text.length <= longestKept && harmless.size < mostKept) harmless.add(text);
      return text;
    }
    count += spans.length;
    return replaceSpans(text, spans, redactionMark);
  };

  const ofText = (text: string, here: Here): string => {
    if (text === '') return text;
    if (isSecretName(here.name) || (here.name === 'uri' && isConnection(here.within)))
      return gone();
    return inText(text);
  };

  const ofField = (name: string, inner: unknown, here: Here, isSecret: boolean): unknown => {
    const secret = here.secret?.at(name);
    if (!isEmpty(inner) && (secret?.here || isSecret)) return gone();
    // Numbers, switches and what is empty hold nothing.
    if (typeof inner !== 'string' && (typeof inner !== 'object' || inner === null)) return inner;
    return walk(inner, {
      secret,
      settings: here.settings?.at(name),
      name,
      within: here.name,
      depth: here.depth + 1,
    });
  };

  const ofObject = (value: JsonObject, here: Here): JsonObject => {
    const setting = settingIn(value);
    const isDeclared = here.settings?.here === true || isEnvironment(here.name);
    const isSecret = setting !== undefined && isSecretValue(setting, value['type'], isDeclared);
    const seen: Record<string, unknown> = {};
    for (const name of Object.keys(value)) {
      const inner = value[name];
      put(
        seen,
        reveal || name.length < shortestInName ? name : inText(name),
        reveal
          ? ofRevealed(inner, here.depth + 1)
          : ofField(name, inner, here, isSecret && name === 'value'),
      );
    }
    return seen;
  };

  const ofRevealed = (value: unknown, depth: number): unknown =>
    typeof value === 'object' && value !== null
      ? walk(value, { secret: undefined, settings: undefined, name: '', within: '', depth })
      : value;

  const walk = (value: unknown, here: Here): unknown => {
    if (typeof value === 'string') return reveal ? value : ofText(value, here);
    if (typeof value !== 'object' || value === null) return value;
    if (here.depth > deepest) return tooDeep;
    if (Array.isArray(value))
      return value.map((element) => walk(element, { ...here, depth: here.depth + 1 }));
    return isObject(value) ? ofObject(value, here) : value;
  };

  const start: Here = {
    secret: disclosure && placesNamed(disclosure.fields),
    settings: disclosure?.settings && placesNamed(disclosure.settings),
    name: '',
    within: '',
    depth: 0,
  };
  return { redact: (value) => walk(value, start), count: () => count };
};
