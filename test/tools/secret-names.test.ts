// Which names of fields and settings say that a secret stands there, and which only share a word with one.
import { describe, expect, it } from 'vitest';
import { isSecretName, isSecretSetting } from '../../tools/secrets/names.ts';

describe('the names of fields', () => {
  it.each([
    'password',
    'root_pass',
    'DB_PASSWORD',
    'clientSecret',
    'secret_key',
    'aws_secret_access_key',
    'api-key',
    'apikey',
    'access_token',
    'authToken',
    'private_key',
    'registry_credentials',
    'kubeconfig',
    'client_key_data',
    'connection_string',
    'user_data',
    'Authorization',
    `${'x'.repeat(5000)}_password`,
  ])('that hold a secret: %s', (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  it.each([
    'id',
    'name',
    'user',
    'access_key',
    'public_key',
    'ssh_keys',
    'key',
    'keys',
    'token_expiry',
    'next_page_token',
    'password_changed_at',
    'secretary',
    'monkey',
    'data',
    'metadata',
    'constructor',
    '__proto__',
    '',
  ])('that hold none: %s', (name) => {
    expect(isSecretName(name)).toBe(false);
  });

  it('of settings are read more widely, and less where they say that they are public', () => {
    expect(['JWT_KEY', 'STRIPE_KEY_ID', 'SENTRY_DSN', 'HASH_SALT'].every(isSecretSetting)).toBe(
      true,
    );
    expect(
      ['NODE_ENV', 'PORT', 'LOG_LEVEL', 'KEYBOARD', 'NEXT_PUBLIC_KEY'].some(isSecretSetting),
    ).toBe(false);
  });
});
