// Credentials are taken out by kind, wherever they turn up; what is none stays, counted over everything simulated.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../scope-map/endpoint.ts';
import { createRedactor } from '../../tools/secrets/redaction.ts';
import { redactionMark } from '../../tools/secrets/redaction-mark.ts';

const token = ['dop', '_v1_', '0123456789abcdef'.repeat(4)].join('');
const secret = 'hunter2-hunter2';

const clean = (value: unknown, disclosure?: Disclosure): unknown =>
  createRedactor(disclosure).redact(value);

const apps: Disclosure = {
  kind: 'credential',
  fields: ['**.registry_credentials'],
  settings: ['**.envs'],
};

describe('a credential in a reply', () => {
  it.each<[string, unknown]>([
    ['in another envelope', { result: { inner: [{ password: secret }] } }],
    ['in a connection that is new', { new_connection: { uri: secret, password: secret } }],
    ['in a connection as text', { analytics_connection: `postgres://u:${secret}@h:25060/x` }],
    [
      'in a field that is new',
      { replica_auth_token: secret, smtpPassword: secret, kubeconfig: secret },
    ],
    ['in a text about it', { message: `could not reach redis://:${secret}@h:6379` }],
    ['in a DSN', { text: `host=h password=${secret} user=u` }],
    ['in the name of a field', { labels: { [token]: 1 } }],
    ['in a list of texts', { tokens: [secret, secret] }],
    ['in a named value', { settings: [{ name: 'api_token', value: secret }] }],
    ['in a webhook', { url: `https://hooks.slack.com/services/T0/B0/${secret}` }],
    ['in an endpoint', { endpoint: `https://collector.example/in?token=${secret}` }],
  ])('is taken out: %s', (_, value) => {
    const text = JSON.stringify(clean(value));
    expect(text).not.toContain('hunter2');
    expect(text).not.toContain(token);
    expect(text).toContain(redactionMark);
  });

  it('leaves what only says where and who', () => {
    const connection = {
      host: 'h',
      port: 25060,
      user: 'doadmin',
      database: 'defaultdb',
      ssl: true,
    };
    expect(clean({ connection })).toEqual({ connection });
    expect(clean({ url: `https://u:${secret}@h/x` })).toEqual({
      url: `https://u:${redactionMark}@h/x`,
    });
  });

  it('leaves of a connection’s address who comes and where to, wherever that can be told', () => {
    const uri = (text: string): unknown =>
      (clean({ connection: { uri: text } }) as { connection: { uri: unknown } }).connection.uri;
    expect(uri('postgresql://u:hunter2@h:25060/x?sslmode=require')).toBe(
      `postgresql://u:${redactionMark}@h:25060/x?sslmode=require`,
    );
    expect(uri('mongodb+srv://u:hunter2@a.example,b.example/x?replicaSet=r')).toBe(
      `mongodb+srv://u:${redactionMark}@a.example,b.example/x?replicaSet=r`,
    );
    for (const unclear of [
      'hunter2',
      'postgresql://hunter2@h/x',
      'redis://u:hun/ter2@h:1',
      'redis://u:a@hunter2@h:1',
      'redis://u:hun ter2@h:1',
      'redis://u:a@h/hunter2@h',
    ])
      expect(uri(unclear)).toBe(redactionMark);
    expect(uri('mysql://u:a@h:1/x?password=hunter2')).toBe(
      `mysql://u:${redactionMark}@h:1/x?password=${redactionMark}`,
    );
  });

  it('in the address of a repository is taken out, and an address without one stays', () => {
    const repository = (url: string): unknown =>
      clean(
        { git: { repo_clone_url: url } },
        { kind: 'credential', fields: ['**.repo_clone_url'] },
      );
    expect(repository('https://github.com/shop/web.git')).toEqual({
      git: { repo_clone_url: 'https://github.com/shop/web.git' },
    });
    for (const url of [`https://${secret}@github.com/shop/web.git`, `https://x:${secret}@h/a.git`])
      expect(JSON.stringify(repository(url))).not.toContain(secret);
  });

  it('is counted, so that the answer can say who gets it where', () => {
    const redactor = createRedactor(apps);
    redactor.redact({ name: 'web', port: 80 });
    expect(redactor.count()).toBe(0);
    redactor.redact({ password: secret, uri: `a://b:${secret}@c` });
    expect(redactor.count()).toBe(2);
  });

  it('ends where a reply is nested without end', () => {
    const nested = JSON.parse(`${'{"a":['.repeat(50_000)}1${']}'.repeat(50_000)}`);
    for (const reveal of [false, true])
      expect(() => JSON.stringify(createRedactor(apps, reveal).redact(nested))).not.toThrow();
  });

  it('comes through where the owner lets it', () => {
    const value = { password: secret, [token]: token, list: [{ uri: `a://b:${secret}@c` }] };
    expect(createRedactor(apps, true).redact(value)).toEqual(value);
  });

  it('never changes a value in which there is none', () => {
    const word = fc.stringMatching(/^[a-z]{1,10}$/);
    const plain = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, true, 0, ''),
        fc.integer(),
        word,
        fc.array(tie('value')),
        fc.dictionary(fc.constantFrom('id', 'name', 'status', 'region', 'key'), tie('value')),
      ),
    })).value;
    fc.assert(
      fc.property(plain, (value) => {
        expect(clean(value, apps)).toEqual(value);
      }),
    );
  });
});

describe('a setting of an app', () => {
  const shown = (key: string, value: string, type?: string): unknown => {
    const app = { spec: { services: [{ envs: [{ key, value, ...(type && { type }) }] }] } };
    const answer = clean(app, apps) as { spec: { services: [{ envs: [{ value: unknown }] }] } };
    return answer.spec.services[0].envs[0].value;
  };

  it.each([
    ['NODE_ENV', 'production'],
    ['PORT', '8080'],
    ['LOG_LEVEL', 'info'],
    ['REGION', 'nyc3'],
    ['API_URL', 'https://api.example.com/v1'],
    ['DATABASE_URL', '$'.concat('{db.DATABASE_URL}')],
    ['SESSION_TOKEN_SECONDS', '3600'],
    ['MAX_TOKENS', '4096'],
    ['FEATURE_KEYS', 'true'],
    ['IMAGE_TAG', 'v1.2.3'],
    ['EMPTY_SECRET', ''],
    ['TOKEN_TTL', '15m'],
    ['CACHE_KEY_PREFIX', 'shop:'],
    ['AUTH_PROVIDER', 'google'],
    ['AUTH_URL', 'https://login.example.com/oauth'],
    ['COOKIE_DOMAIN', 'shop.example.com'],
    ['JWT_KEY_FILE', '/run/secrets/jwt'],
    ['PRIVATE_NETWORK', '10.0.0.0/8'],
    ['SECRET_NAME', 'shop'],
    ['PASSWORD_POLICY', 'strong'],
    ['DATABASE_USER', 'doadmin'],
    ['SMTP_USERNAME', 'mail@example.com'],
    ['IMAGE', 'ubuntu-24-04-x64'],
    ['SIZE', 's-1vcpu-1gb-amd'],
    ['BUCKET', 'shop-assets-2024-prod1'],
    ['RELEASE', 'v20261125-7'],
    ['PROJECT_ID', '4de7ac8b-495b-4884-9a69-1050c6793cd6'],
    ['GIT_COMMIT', '0123456789abcdef0123456789abcdef01234567'],
    ['BUILT_AT', '2026-11-25T10:00:00Z'],
    ['SUBNET', '10.110.0.0/20'],
  ])('stays when it is plain: %s=%s', (key, value) => {
    expect(shown(key, value)).toBe(value);
  });

  it.each<[string, string, string?]>([
    ['ANY', 'not encrypted', 'SECRET'],
    ['ANY', 'EV[1:abc', 'SECRET'],
    ['PASSWORD', 'EV[letmein]'],
    ['WEBHOOK_URL', 'https://hooks.example.com/abc'],
    ['STRIPE_KEY', 'abc'],
    ['DB_PASSWORD', 'letmein'],
    ['PASSWORD', '12345678'],
    ['JWT_SALT', 'pepper'],
    ['A', secret],
    ['B', 'Zx81aaQQ9f00bbRR7e11'],
    ['ID', 'Zx81aaQQ9f00bbRR7e11'],
    ['HEROKU', '4de7ac8b-495b-4884-9a69-1050c6793cd6'],
    ['DIGEST', 'hunter2-0123456789abcdef'],
    ['C', token],
  ])('goes when its type, name or value says so: %s=%s', (key, value, type) => {
    expect(shown(key, value, type)).toBe(redactionMark);
  });

  it('stays when DigitalOcean has encrypted it: it must be sent back as it is', () => {
    const encrypted = `EV[1:${'aB3+'.repeat(8)}:${'xY9/'.repeat(20)}]`;
    expect(shown('STRIPE_KEY', encrypted, 'SECRET')).toBe(encrypted);
    const image = { image: { registry_credentials: encrypted } };
    expect(clean(image, apps)).toEqual(image);
  });

  it('loses only the password where its value is an address', () => {
    expect(shown('UPSTREAM', `amqp://u:${secret}@mq:5672`)).toBe(
      `amqp://u:${redactionMark}@mq:5672`,
    );
  });
});

describe('an address', () => {
  const keyLike = ['Ab12cd34Ef56gh78', 'Ij90kl12Mn34op56'].join('');

  it('loses the key in its path, and keeps its host, however that looks', () => {
    expect(clean(`https://${keyLike}/x`)).toBe(`https://${keyLike}/x`);
    expect(clean(`https://logs.example.com/${keyLike}`)).toBe(
      `https://logs.example.com/${redactionMark}`,
    );
  });
});
