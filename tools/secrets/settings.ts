// Tells which settings (environment variables, as people call them) are secret: by type, by name, by their value.
import type { JsonObject } from '../json-object.ts';
import { isSecretName, isSecretSetting } from './names.ts';

// `${db.DATABASE_URL}` stands for a value that is not told.
const isReference = /^\$\{[^}]{0,200}\}$/;

// Numbers, times and switches open nothing (MAX_TOKENS, TOKEN_TTL, FEATURE_KEYS), unless they are passwords.
const harmless = /^(?:-?\d{1,8}(?:\.\d{1,4})?(?:ms|[smhd])?|true|false|yes|no|on|off|null|none)$/i;
const passwordLike = /(?:pass|password|passwd|passphrase|pwd|secret|pin)$/i;

// One long word of letters and several digits: what keys look like whose maker did not mark them.
const keyLike = /^(?=\D*\d\D*\d)(?=[^A-Za-z]*[A-Za-z])[^\s./:@,]{12,}$/;
const encodedLike = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z0-9+/_-]{20,}={0,2}$/;

// Words, numbers and short codes put together, as images, sizes, buckets and releases are called.
const slug =
  /^(?:[A-Za-z]+|v?\d{1,8}|[A-Za-z0-9]{1,5})(?:[-_](?:[A-Za-z]+|v?\d{1,8}|[A-Za-z0-9]{1,5}))+$/;

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const hexadecimal = /^[0-9a-f]{7,64}$/i;

/** Whether a name says that its value tells one thing from others: an id, or a digest of what it holds. */
const isNaming = (name: string, value: string): boolean =>
  (uuid.test(value) && /(?:^|[^A-Za-z])u?u?id$/i.test(name)) ||
  (hexadecimal.test(value) &&
    /(?:sha|sha1|sha256|commit|digest|hash|revision|checksum|ref)$/i.test(name));

const longest = 4096;

const encrypted = /^EV\[\d{1,4}:[\w+/=-]{1,1024}:[\w+/=-]{1,100000}\]$/;

/**
 * Whether a value is one that DigitalOcean has encrypted: only its own App Platform can read it, and whoever replaces
 * a spec has to send it back as it is to keep what it stands for.
 */
export const isEncrypted = (value: string): boolean =>
  value.startsWith('EV[') && encrypted.test(value);

/** A setting: a named value. Undefined when an object is none. */
export const settingIn = (
  value: JsonObject,
): { readonly name: string; readonly value: string } | undefined => {
  const name = value['key'] ?? value['name'];
  const held = value['value'];
  return typeof name === 'string' && typeof held === 'string' ? { name, value: held } : undefined;
};

/**
 * Whether the whole value of a setting is a secret.
 * @param isDeclared whether a setting is what this surely is: then its name is read more widely, and its value, too
 */
export const isSecretValue = (
  { name, value }: { readonly name: string; readonly value: string },
  type: unknown,
  isDeclared: boolean,
): boolean => {
  if (value === '' || isEncrypted(value)) return false;
  if (typeof type === 'string' && type.toUpperCase() === 'SECRET') return true;
  if (isReference.test(value)) return false;
  if (passwordLike.test(name)) return true;
  if (harmless.test(value)) return false;
  if (isSecretName(name)) return true;
  if (!isDeclared) return false;
  if (isSecretSetting(name)) return true;
  const looked = value.slice(0, longest);
  if (slug.test(looked) || isNaming(name, looked)) return false;
  return keyLike.test(looked) || encodedLike.test(looked);
};
