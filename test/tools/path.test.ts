// The path builder refuses whatever could lead out of its segment, and encodes everything else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArgumentRefused, buildPath } from '../../tools/request/path.ts';

const build = (value: unknown): string =>
  buildPath('/v2/droplets/{droplet_id}/actions', { droplet_id: value });

describe('buildPath', () => {
  it('fills a placeholder with the encoded value', () => {
    expect(build(42)).toBe('/v2/droplets/42/actions');
    expect(build('my domain?x#y')).toBe('/v2/droplets/my%20domain%3Fx%23y/actions');
  });

  it.each([
    '1/../../account',
    '..',
    '.',
    '%2e%2e',
    '%252e%252e',
    '..%2f..%2faccount',
    'a\\..\\b',
    '/account',
    'a//b',
    '',
    'a\0b',
    'a%00b',
    'a\nb',
    'a/b',
    'APPID/components/web/exec',
    'a%2Fb',
    'a%2fb',
    'a%252Fb',
    'a%25252fb',
    'a%5Cb',
    'a\\b',
    'a\uff0fb',
    'a\uff3cb',
    'a\u2044b',
    'a\u2215b',
    'a\u29f8b',
    'a%EF%BC%8Fb',
    '\uff0e\uff0e',
    '\u2025',
    'a\ud83d',
    'x'.repeat(256),
    undefined,
    null,
    {},
  ])('refuses %j', (value) => {
    expect(() => build(value)).toThrow(ArgumentRefused);
  });

  it('takes a slash only in the name of a repository, as it is', () => {
    const repository = (name: string): string =>
      buildPath('/v2/registry/x/repositories/{repository_name}/tags', { repository_name: name });
    expect(repository('team/app')).toBe('/v2/registry/x/repositories/team%2Fapp/tags');
    for (const name of [
      'team%2Fapp',
      'team\\app',
      'team\uff0fapp',
      'team//app',
      '../app',
      '/app',
      'a/%2E%2E/b',
    ])
      expect(() => repository(name)).toThrow(ArgumentRefused);
  });

  it('never lets a value change how many segments a path has, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: fc.constantFrom('.', '/', '%', '2', 'e', 'f', '\\', 'a') }),
        ),
        (value) => {
          let path: string;
          try {
            path = build(value);
          } catch (error) {
            expect(error).toBeInstanceOf(ArgumentRefused);
            return;
          }
          const url = new URL(path, 'https://api.digitalocean.com');
          expect(url.pathname).toMatch(/^\/v2\/droplets\/[^/]+\/actions$/);
          expect(url.search).toBe('');
        },
      ),
    );
  });
});
