// Sixty kinds of secret, each as it stands in a field of its own and as it stands within a text. None is real; they are
// put together here, so that no scanner takes this file for a leak.

/** One kind of secret. */
export interface Kind {
  readonly kind: string;
  /** What must never be seen. */
  readonly secret: string;
  /** A field in which it stands whole; undefined where it only stands within texts. */
  readonly field?: string;
  /** How it stands within a text that somebody wrote. */
  readonly text: string;
}

const joined = (...pieces: readonly string[]): string => pieces.join('');

const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Letters and digits that look like chance and are the same each time; no two numbers give the same. */
const chance = (number: number, length: number, letters = alphabet): string => {
  let state = (number + 1) * 2_654_435_761;
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + text.length * 7919) >>> 0;
    text += letters[state % letters.length];
  }
  // All of letters, capitals and digits, as keys of makers are.
  return letters === alphabet ? `a1B2${text}`.slice(0, length) : text;
};

const hex = (number: number, length: number): string => chance(number, length, '0123456789abcdef');
const capitals = (number: number, length: number): string =>
  chance(number, length, 'ABCDEFGHJKLMNPQRSTUVWXYZ234567');

const armoured = (what: string, number: number): string =>
  [
    joined('-----BEGIN ', what, 'PRIVATE', ' KEY-----'),
    chance(number, 64),
    chance(number + 500, 48),
    joined('-----END ', what, 'PRIVATE', ' KEY-----'),
  ].join('\n');

/** Told by its form, wherever it stands. */
const formed = (kind: string, secret: string): Kind => ({
  kind,
  secret,
  text: `the worker said ${secret} and went on`,
});

/** Told by the name beside it. */
const named = (kind: string, field: string, secret: string, text?: string): Kind => ({
  kind,
  secret,
  field,
  text: text ?? `started with ${field}=${secret} on port 8080`,
});

/** An address or a text of which a part is the secret. */
const within = (kind: string, secret: string, text: string): Kind => ({ kind, secret, text });

const web = (number: number): string =>
  joined('eyJhbGciOiJIUzI1NiJ9', '.', 'eyJzdWIiOiIxMjM0In0', '.', chance(number, 40));

/** DigitalOcean's own. */
const ours: readonly Kind[] = [
  formed('personal token', joined('dop', '_v1_', hex(1, 64))),
  formed('OAuth token', joined('doo', '_v1_', hex(2, 64))),
  formed('refresh token', joined('dor', '_v1_', hex(3, 64))),
  formed('Spaces or model key', joined('sk', '_do_', chance(4, 40))),
  formed('key of this server', joined('domcp', '_', chance(5, 40))),
  formed('password of a managed database', joined('AVNS', '_', chance(6, 19))),
  named('Spaces secret', 'secret_key', chance(7, 43)),
  named(
    'kubeconfig',
    'kubeconfig',
    `apiVersion: v1\nusers:\n- user:\n    token: ${hex(8, 40)}`,
    `users: [{user: {token: ${hex(8, 40)}}}]`,
  ),
  named('cluster token', 'token', hex(9, 64)),
  named('client key of a cluster', 'client_key_data', chance(10, 60)),
  named('connection string', 'connection_string', chance(11, 30)),
  named('user data', 'user_data', `#!/bin/sh\nexport API_TOKEN=${chance(12, 24)}`),
  within(
    'password in a connection',
    chance(13, 16),
    `postgresql://doadmin:${chance(13, 16)}@db.example.com:25060/defaultdb?sslmode=require`,
  ),
  within(
    'password in a URI of Redis',
    chance(14, 16),
    `rediss://:${chance(14, 16)}@cache.example.com:25061`,
  ),
  within(
    'password in a URI of MongoDB',
    chance(15, 16),
    `mongodb+srv://app:${chance(15, 16)}@mongo.example.com/admin`,
  ),
  within(
    'signature of a presigned address',
    hex(16, 64),
    `https://bucket.example.com/log.txt?X-Amz-Signature=${hex(16, 64)}&a=b`,
  ),
];

/** Of clouds, code and models. */
const makers: readonly Kind[] = [
  formed('Amazon key id', joined('AKIA', capitals(20, 16))),
  named('Amazon secret', 'aws_secret_access_key', chance(21, 40)),
  formed('Google key', joined('AIza', chance(22, 35))),
  formed('Google client secret', joined('GOCSPX', '-', chance(23, 28))),
  formed('GitHub token', joined('ghp', '_', chance(24, 36))),
  formed('fine-grained GitHub token', joined('github', '_pat_', chance(25, 40))),
  formed('GitLab token', joined('glpat', '-', chance(26, 20))),
  formed('npm token', joined('npm', '_', chance(27, 36))),
  formed('PyPI token', joined('pypi', '-', chance(28, 60))),
  formed('Docker token', joined('dckr', '_pat_', chance(29, 27))),
  formed('OpenAI key', joined('sk', '-proj-', chance(30, 48))),
  formed('Anthropic key', joined('sk', '-ant-', chance(31, 48))),
  formed('Hugging Face token', joined('hf', '_', chance(32, 34))),
  formed('Replicate token', joined('r8', '_', chance(33, 37))),
  formed('Groq key', joined('gsk', '_', chance(34, 50))),
  formed('Vault token', joined('hvs', '.', chance(35, 30))),
  formed('Doppler token', joined('dp.st', '.', chance(36, 40))),
  formed('Grafana token', joined('glsa', '_', chance(37, 32))),
  formed('New Relic key', joined('NRAK', '-', capitals(38, 27))),
  formed('Databricks token', joined('dapi', hex(39, 32))),
  formed('Linear key', joined('lin', '_api_', chance(40, 40))),
  formed('Postman key', joined('PMAK', '-', chance(41, 40))),
  formed('Tailscale key', joined('tskey', '-auth-', chance(42, 30))),
  formed('age key', joined('AGE-SECRET-KEY-1', capitals(43, 50))),
];

/** Of chat, mail and money. */
const services: readonly Kind[] = [
  formed('Slack token', joined('xoxb', '-123456789012-', chance(50, 24))),
  within(
    'Slack webhook',
    chance(51, 24),
    `https://hooks.slack.com/services/T0/B0/${chance(51, 24)}`,
  ),
  within(
    'Discord webhook',
    chance(52, 60),
    `https://discord.com/api/webhooks/1234567/${chance(52, 60)}`,
  ),
  within(
    'Teams webhook',
    chance(53, 60),
    `https://shop.webhook.office.com/webhookb2/${chance(53, 60)}`,
  ),
  formed('Telegram token', joined('1234567890', ':AA', chance(54, 33))),
  formed('SendGrid key', joined('SG', '.', chance(55, 22), '.', chance(56, 43))),
  formed('Mailgun key', joined('key', '-', hex(57, 32))),
  formed('Stripe key', joined('sk', '_live_', chance(58, 24))),
  formed('Stripe signing secret', joined('whsec', '_', chance(59, 32))),
  formed('Shopify token', joined('shpat', '_', hex(60, 32))),
  formed('Twilio key', joined('SK', hex(61, 32))),
];

/** By how they are written. */
const written: readonly Kind[] = [
  formed('web token', web(70)),
  within(
    'bearer token',
    chance(71, 30),
    `curl -H "Authorization: Bearer ${chance(71, 30)}" https://api.example.com`,
  ),
  within('basic authentication', chance(72, 28), `authorization: Basic ${chance(72, 28)}`),
  within('private key of RSA', chance(73, 64), armoured('RSA ', 73)),
  within('private key of SSH', chance(74, 64), armoured('OPENSSH ', 74)),
  named('password', 'password', `hunter-${chance(75, 12)}`),
  named(
    'root password',
    'root_pass',
    `hunter-${chance(76, 12)}`,
    `root_password=hunter-${chance(76, 12)}`,
  ),
  named('client secret', 'client_secret', chance(77, 32)),
  named('API key', 'api_key', chance(78, 32)),
  named('webhook secret', 'webhook_secret', chance(79, 32)),
  named('signing key', 'signing_key', chance(80, 32)),
  within(
    'flag of a command',
    chance(81, 18),
    `mysql --host h --password ${chance(81, 18)} --batch`,
  ),
  within(
    'secret within JSON',
    chance(82, 20),
    JSON.stringify({ user: 'app', password: chance(82, 20) }),
  ),
  within('secret within YAML', chance(83, 20), `user: app\npassword: ${chance(83, 20)}\nhost: h`),
  within(
    'token in base64',
    Buffer.from(`token=${chance(84, 30)}`).toString('base64'),
    `data: ${Buffer.from(`token=${chance(84, 30)}`).toString('base64')}`,
  ),
  within(
    'token, percent-encoded',
    encodeURIComponent(`postgres://u:${chance(85, 20)}@h/x`).slice(20, 36),
    `url=${encodeURIComponent(`postgres://u:${chance(85, 20)}@h/x`)}`,
  ),
];

/** Every kind, all secrets different. */
export const kinds: readonly Kind[] = [...ours, ...makers, ...services, ...written];
