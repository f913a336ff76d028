// What looks like a credential is found in any text and any encoding; what only resembles one stays.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactionMark } from '../../tools/secrets/redaction-mark.ts';
import { veil, veilOf } from '../../tools/secrets/veil.ts';

// Put together here, so that no scanner takes this file for a leak.
const joined = (...pieces: readonly string[]): string => pieces.join('');
const letters = 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0';
const digits = '0123456789abcdef'.repeat(4);
const token = joined('dop', '_v1_', digits);

const credentials: Readonly<Record<string, string>> = {
  'a personal token': token,
  'an OAuth token': joined('doo', '_v1_', digits),
  'a refresh token': joined('dor', '_v1_', digits),
  'another DigitalOcean token': joined('dof', '_v1_', digits),
  'a Spaces key': joined('sk', '_do_', letters),
  'a key of ours': joined('domcp', '_', letters),
  'a database password': joined('AVNS', '_', letters.slice(0, 19)),
  'an Amazon key': joined('AKIA', 'ABCDEFGHIJKLMNOP'),
  'a Google key': joined('AIza', letters.slice(0, 35)),
  'a GitHub token': joined('ghp', '_', letters.slice(0, 36)),
  'a fine-grained GitHub token': joined('github', '_pat_', letters),
  'a GitLab token': joined('glpat', '-', letters.slice(0, 20)),
  'a Slack token': joined('xoxb', '-123456789012-', letters.slice(0, 20)),
  'a Stripe key': joined('sk', '_live_', letters.slice(0, 24)),
  'a Stripe signing secret': joined('whsec', '_', letters.slice(0, 32)),
  'an OpenAI key': joined('sk', '-proj-', letters),
  'an npm token': joined('npm', '_', letters.slice(0, 36)),
  'a SendGrid key': joined('SG', '.', letters.slice(0, 22), '.', letters),
  'a web token': joined('eyJhbGciOiJIUzI1NiJ9', '.', 'eyJzdWIiOiIxMjM0In0', '.', letters),
};

describe('a credential', () => {
  const cases = Object.entries(credentials);

  it.each(cases)('is found by its form: %s', (_, secret) => {
    expect(veil(`Use ${secret}, please.`)).toBe(`Use ${redactionMark}, please.`);
  });

  it.each(cases)('is found in its encodings: %s', (_, secret) => {
    const inner = secret.slice(8);
    const everyLetter = [...secret].map((one) => `%${one.charCodeAt(0).toString(16)}`).join('');
    const asUnicode = [...secret]
      .map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('');
    for (const text of [
      encodeURIComponent(`token is ${secret}`),
      encodeURIComponent(encodeURIComponent(`"${secret}"`)),
      everyLetter,
      everyLetter.replaceAll('%', '%25'),
      asUnicode,
      JSON.stringify(asUnicode),
      JSON.stringify(JSON.stringify({ a: `\n${secret}` })),
    ]) {
      const veiled = veil(text);
      expect(veiled).toContain(redactionMark);
      expect(decodeURIComponent(decodeURIComponent(veiled))).not.toContain(inner);
      expect(veiled).not.toContain(text);
    }
    for (const before of ['', ' ', ': ', '{"a":"b","c":"'])
      for (const encoding of ['base64', 'base64url'] as const) {
        const encoded = Buffer.from(`${before}${secret}`).toString(encoding);
        expect(veil(`data: ${encoded}.`)).toBe(`data: ${redactionMark}.`);
        expect(veil(`/v1/${encoded} `)).not.toContain(encoded.slice(12, 24));
        expect(veil(Buffer.from(`a: ${encoded}`).toString('base64'))).toBe(redactionMark);
      }
  });

  it.each([
    ['postgres://app:hunter2@db.example:5432/x', 'postgres://app:*@db.example:5432/x'],
    ['mongodb+srv://app:p@ss:w0rd@db.example/x', 'mongodb+srv://app:*@db.example/x'],
    ['redis://:hunter2@h:6379', 'redis://:*@h:6379'],
    ['see https://bot:hunter2@git.example/x.git now', 'see https://bot:*@git.example/x.git now'],
    [`https://${digits.slice(0, 32)}@o1.ingest.example/1`, 'https://*@o1.ingest.example/1'],
    [
      'jdbc:mysql://h/x?user=u&password=hunter2&ssl=true',
      'jdbc:mysql://h/x?user=u&password=*&ssl=true',
    ],
    ['https://h/x?sig=abcdef123%2B&se=2026', 'https://h/x?sig=*&se=2026'],
    ['https://h/x?X-Amz-Signature=abcdef12&a=b', 'https://h/x?X-Amz-Signature=*&a=b'],
    [
      'host=h port=5432 user=u password=hunter2 dbname=x',
      'host=h port=5432 user=u password=* dbname=x',
    ],
    [
      'Server=tcp:h,1433;User Id=u;Password=hunter2;Encrypt=true',
      'Server=tcp:h,1433;User Id=u;Password=*;Encrypt=true',
    ],
    ['AccountName=a;AccountKey=abc123+/==;x', 'AccountName=a;AccountKey=*;x'],
    ['export DB_PASSWORD=hunter2', 'export DB_PASSWORD=*'],
    ["export DB_PASSWORD='two words'", "export DB_PASSWORD='*'"],
    ['{"password":"two words"}', '{"password":"*"}'],
    ['"{\\"apiKey\\": \\"hunter2\\"}"', '"{\\"apiKey\\": \\"*\\"}"'],
    ['user: u\npassword: hunter2\nhost: h', 'user: u\npassword: *\nhost: h'],
    ['mysql --host h --password hunter2 x', 'mysql --host h --password * x'],
    ['mysql --api-key=hunter2', 'mysql --api-key=*'],
    ['Authorization: Bearer abcdefgh1234', 'Authorization: Bearer *'],
    ['Authorization: Token abcdefgh1234', 'Authorization: Token *'],
    ['"authorization": "ApiKey abcdefgh1234"', '"authorization": "ApiKey *"'],
    ['Set-Cookie: session=abcdefgh1234; HttpOnly', 'Set-Cookie: *'],
    [`x, Signature=${digits}`, 'x, Signature=*'],
    ['curl -u admin:hunter2 https://h/x', 'curl -u admin:* https://h/x'],
    ['mysqldump -h h -u root -phunter2 x', 'mysqldump -h h -u root -p* x'],
    ['sshpass -p hunter2 ssh h', 'sshpass -p * ssh h'],
    ['redis-cli -h h -a hunter2 ping', 'redis-cli -h h -a * ping'],
    ['machine h login u password hunter', 'machine h login u password *'],
    ['openssl rsa -passin pass:hunter2', 'openssl rsa -passin pass:*'],
    ['{"auths":{"h":{"auth":"dXNlcjpodW50ZXIyMg=="}}}', '{"auths":{"h":{"auth":"*"}}}'],
    ['//registry.example/:_auth=dXNlcjpodW50ZXIy', '//registry.example/:_auth=*'],
    ['<password>hunter2</password>', '<password>*</password>'],
    ['The password is hunter2hunter2', 'The password is *'],
    ['client-secret:hunter2hunter2', 'client-secret:*'],
    ['password=12345678', 'password=*'],
    ['SECRET_KEY_BASE=hunter2', 'SECRET_KEY_BASE=*'],
    ['Private-Lines: 2\nAAAA\nBBBB\nPrivate-MAC: 0', 'Private-Lines: 2\n*-MAC: 0'],
    ['authorization: Basic dTpodW50ZXIy', 'authorization: Basic *'],
    ['https://hooks.slack.com/services/T0/B0/abcdefghij', 'https://hooks.slack.com/services/*'],
    ['https://discord.com/api/webhooks/1234567/abcdefg', 'https://discord.com/api/webhooks/*'],
    ['https://h/hooks/abcdefghijk1234567890', 'https://h/hooks/*'],
    [`https://h/v1/input/${digits.slice(0, 32)}`, 'https://h/v1/input/*'],
    [`https://h/in/${letters}/x`, 'https://h/in/*/x'],
  ])('is found where it stands: %s', (text, expected) => {
    expect(veil(text)).toBe(expected.replace('*', redactionMark));
  });

  it('is found in percent-encoded addresses', () => {
    const veiled = veil(encodeURIComponent('postgres://app:hunter2@db.example:5432/x'));
    expect(veiled).not.toContain('hunter2');
    expect(veiled).toContain('db.example');
  });

  it('is found in keys in armour, also where their end is cut off', () => {
    const begin = joined('-----BEGIN RSA PRIVATE', ' KEY-----');
    const end = joined('-----END RSA PRIVATE', ' KEY-----');
    expect(veil(`a ${begin}\nabc\n${end} b ${begin}\nabc`)).toBe(
      `a ${redactionMark} b ${redactionMark}`,
    );
    expect(veil(JSON.stringify(`${begin}\nabc\n${end}`))).toBe(`"${redactionMark}"`);
    const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';
    expect(veil(certificate)).toBe(certificate);
  });

  it('is found in a kubeconfig', () => {
    const config = `apiVersion: v1\nkind: Config\nusers:\n- name: u\n  user:\n    client-key-data: LS0tLS1CRUdJTiB\n    token: ${digits}\n`;
    const veiled = veil(config);
    expect(veiled).not.toContain('LS0t');
    expect(veiled).not.toContain('0123456789abcdef');
    expect(veiled).toContain('name: u');
  });
});

describe('what is no credential', () => {
  it.each([
    'ubuntu-24-04-x64',
    's-1vcpu-1gb-amd-35gb-intel',
    '4de7ac8b-495b-4884-9a69-1050c6793cd6',
    '2026-11-25T03:41:35.123456Z',
    'do:droplet:3164444',
    `sha256:${digits}`,
    `https://github.com/a/b/commit/${digits.slice(0, 40)}`,
    'https://cloud.digitalocean.com/apps/4de7ac8b-495b-4884-9a69-1050c6793cd6/overview?i=abc123',
    'https://api.digitalocean.com/v2/droplets?page=2&per_page=20',
    'https://api.digitalocean.com/v2/x?page_token=eyJsYXN0IjoxMjM0NTY3ODkwfQ',
    'https://raw.githubusercontent.com/a/b/main/Some-Long-File-Name-2024.tar.gz',
    'https://user@example.com/path',
    'postgres://app@db.example:5432/x',
    'jdbc:postgresql://db.example:5432/x?sslmode=require',
    'The password must have at least 8 characters.',
    'password: must not be empty',
    'Unable to authenticate you: the token is invalid, expired or revoked.',
    'token=$TOKEN password=$'.concat('{DB_PASSWORD}'),
    'v=spf1 include:_spf.example.com ~all',
    'v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC',
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ5c8QOmkcNrRNKDdnkXkxJLRgVNVsYZzYyYkXcYvkqC me@host',
    '3b:16:bf:e4:8b:00:8b:b8:59:8c:a9:d3:f0:19:45:fa',
    '-----BEGIN PUBLIC KEY-----',
    'fe80::1ff:fe23:4567:890a',
    'DO00ABCDEFGHIJKLMNOP',
    'basic authentication is refused',
    'authorization: required for v2',
    'Cookie: too large',
    'curl -u https://example.com',
    'mysql -u root -p',
    'tests pass=120 fail=3',
    'prompt_tokens=23 total_tokens: 812',
    '--max-tokens 4096',
    'password for user1',
    'The token is expired since 2026',
    'secret:kube-system/registry-1',
    'token:4de7ac8b-495b-4884-9a69-1050c6793cd6',
    '{"auth": "oauth2_enabled"}',
    'api_token:create',
    'The bearer of good news.',
    'a/b?key=1',
    'Basic-Professional-XXS',
    redactionMark,
    `password=${redactionMark}`,
    `https://u:${redactionMark}@h`,
  ])('stays: %s', (text) => {
    expect(veil(text)).toBe(text);
  });

  it('stays what it is in any text of words', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        const text = `${words.join(' ')}.`;
        expect(veil(text)).toBe(text);
      }),
    );
  });
});

describe('a token that is known', () => {
  const plain = 'f00dfeed'.repeat(8);

  it('is found in any spelling, beside anything', () => {
    const inner = plain.slice(8, 40);
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (before, after) => {
        const text = `${before}${plain}${after}`;
        expect(veil(text, [plain])).not.toContain(inner);
        expect(veil(text.toUpperCase(), [plain])).not.toContain(inner.toUpperCase());
        const hex = Buffer.from(text).toString('hex');
        expect(veil(hex, [plain])).not.toContain(Buffer.from(inner).toString('hex'));
        expect(Buffer.from(veil(encodeURIComponent(text), [plain])).toString()).not.toContain(
          inner,
        );
        const base64 = Buffer.from(text).toString('base64');
        expect(Buffer.from(veil(base64, [plain]), 'base64').toString()).not.toContain(inner);
      }),
    );
  });

  it('leaves JSON what it is', () => {
    const json = fc.jsonValue();
    fc.assert(
      fc.property(json, (value) => {
        const text = JSON.stringify({
          value,
          a: `"${plain}\\`,
          [plain]: encodeURIComponent(plain),
        });
        const read = JSON.parse(veilOf([plain])(text));
        expect(JSON.stringify(read.value)).toBe(JSON.stringify(value));
      }),
    );
  });

  it('is left alone when it is too short to be a secret', () => {
    expect(veil('The sandbox is empty.', ['sandbox'])).toBe('The sandbox is empty.');
  });
});
