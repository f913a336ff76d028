// Takes credentials out of a reply: at the places that are known, and by kind wherever they turn up.
import type { Disclosure } from '../../scope-map/endpoint.ts';
import { isObject, type JsonObject, put } from '../json-object.ts';
import { deepest, type Places, placesNamed } from '../places.ts';
import { findSecrets } from './find-secrets.ts';
import { isAddress, secretsOfAddress } from './known-addresses.ts';
import { isSecretName } from './names.ts';
import { redactionMark } from './redaction-mark.ts';
import { isEncrypted, isSecretValue, settingIn } from './settings.ts';
import { replaceSpans, type Span } from './span.ts';
import { createTaking, type Keep, type Trail } from './taking.ts';

/** Takes credentials out of values, and remembers whether there were any. */
export interface Redactor {
  /** A copy without credentials; what is empty stays empty. */
  redact(value: unknown): unknown;
  /** How many credentials were taken out so far. */
  count(): number;
  /** What they are, by the names of their fields: the first few kinds. */
  kinds(): readonly string[];
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
  readonly trail: Trail | undefined;
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';

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
 * settings that are secret; of an address its password goes, and from every other text what looks like a credential.
 * @param reveal let credentials through: then only nesting is bounded
 * @param keep where credentials go; what it answers stands in their place
 */
export const createRedactor = (
  disclosure: Disclosure | undefined,
  reveal = false,
  keep?: Keep,
): Redactor => {
  const taking = createTaking(keep);

  const harmless = new Set<string>();
  const withoutSpans = (text: string, spans: readonly Span[], here: Here): string =>
    replaceSpans(text, spans, redactionMark, taking.partly(text, spans.length, here));
  const inText = (text: string, here: Here): string => {
    if (harmless.has(text) || isEncrypted(text)) return text;
    const spans = findSecrets(text);
    if (spans.length > 0) return withoutSpans(text, spans, here);
    if (text.length <= longestKept && harmless.size < mostKept) harmless.add(text);
    return text;
  };

  /** A text that is secret by its name or place; of an address, as much of it as opens something. */
  const ofSecret = (value: unknown, here: Here): string => {
    if (typeof value === 'string' && isEncrypted(value)) return value;
    const parts =
      typeof value === 'string' && isAddress(here.name, here.within)
        ? secretsOfAddress(value)
        : undefined;
    if (parts === undefined || typeof value !== 'string') return taking.wholly(value, here);
    // An address that is kept is of use as a whole.
    if (keep && parts.length > 0) return taking.wholly(value, here);
    return parts.length === 0 ? value : withoutSpans(value, parts, here);
  };

  const ofText = (text: string, here: Here): string => {
    if (text === '') return text;
    return isSecretName(here.name) || isAddress(here.name, here.within)
      ? ofSecret(text, here)
      : inText(text, here);
  };

  const ofField = (name: string, inner: unknown, here: Here, setting?: string): unknown => {
    const secret = here.secret?.at(name);
    const onward = {
      secret,
      settings: here.settings?.at(name),
      name,
      within: here.name,
      depth: here.depth + 1,
      trail: keep && { name: setting ?? name, before: here.trail },
    };
    if (!isEmpty(inner) && (secret?.here || setting !== undefined)) return ofSecret(inner, onward);
    // Numbers, switches and what is empty hold nothing.
    if (typeof inner !== 'string' && (typeof inner !== 'object' || inner === null)) return inner;
    return walk(inner, onward);
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
        reveal || name.length < shortestInName ? name : inText(name, here),
        reveal
          ? ofRevealed(inner, here.depth + 1)
          : ofField(name, inner, here, isSecret && name === 'value' ? setting.name : undefined),
      );
    }
    return seen;
  };

  const start: Here = {
    secret: disclosure && placesNamed(disclosure.fields),
    settings: disclosure?.settings && placesNamed(disclosure.settings),
    name: '',
    within: '',
    depth: 0,
    trail: undefined,
  };
  const ofRevealed = (value: unknown, depth: number): unknown =>
    typeof value === 'object' && value !== null
      ? walk(value, { ...start, secret: undefined, settings: undefined, depth })
      : value;

  /** An element of a list stands where its list does; one with a name is told from the others by it. */
  const ofElement = (element: unknown, here: Here): unknown => {
    const called = keep && isObject(element) ? element['name'] : undefined;
    const trail = typeof called === 'string' ? { name: called, before: here.trail } : here.trail;
    return walk(element, { ...here, depth: here.depth + 1, trail });
  };

  const walk = (value: unknown, here: Here): unknown => {
    if (typeof value === 'string') return reveal ? value : ofText(value, here);
    if (typeof value !== 'object' || value === null) return value;
    if (here.depth > deepest) return tooDeep;
    if (Array.isArray(value)) return value.map((element) => ofElement(element, here));
    return isObject(value) ? ofObject(value, here) : value;
  };

  return { redact: (value) => walk(value, start), count: taking.count, kinds: taking.kinds };
};
