// The check of the token itself: whether there is one, of which kind it is, how old, and until when it lasts.

import { chmodSync } from 'node:fs';
import type { TokenInfo } from '../../account/token-info.ts';
import type { ConfiguredClient } from '../../clients/configured-servers.ts';
import type { Settings } from '../../configuration/settings.ts';
import { hintOf, isSandboxToken } from '../../configuration/token.ts';
import { othersWhoRead } from '../../files/file-rights.ts';
import type { Check } from '../check.ts';
import { type Finding, findingsOf, type Meanings } from '../finding.ts';

const meanings = {
  'token.ok': {
    level: 'ok',
    means: 'There is a token; where it stands, and of which kind it is.',
    remedy: null,
  },
  'token.simulated': {
    level: 'ok',
    means: 'The simulation takes its own tokens, and needs none.',
    remedy: null,
  },
  'token.brought': {
    level: 'ok',
    means: 'With --auth token or --auth agents each caller brings or has a token of its own.',
    remedy: null,
  },
  'token.absent': {
    level: 'blocks',
    means: 'There is no token, so nothing can be asked of DigitalOcean.',
    remedy:
      'do-mcp scopes tells which boxes to tick for a new one. Set it as DIGITALOCEAN_TOKEN, or keep it in a file and name that with --token-file. --sandbox tries everything without one.',
  },
  'token.elsewhere': {
    level: 'note',
    means:
      'There is no token here. A client of this machine has an entry for this server, with what it needs or a reference to it; that entry is tried as it stands.',
    remedy:
      'Nothing has to be done where that client is the only one. To look at its token too, give it to this command with --token-file or its variable.',
  },
  'token.unusable': {
    level: 'blocks',
    means: 'What stands where the token should is none, or of a kind that cannot call the API.',
    remedy: 'Put a personal access token (dop_v1_…) in its place.',
  },
  'token.invalid': {
    level: 'blocks',
    means: 'DigitalOcean does not accept the token: it is mistyped, has expired, or was revoked.',
    remedy:
      'Make a new token in the control panel (API > Tokens); do-mcp scopes tells which boxes to tick.',
  },
  'token.expires': {
    level: 'ok',
    means: 'The token lasts for a while yet.',
    remedy: null,
  },
  'token.expires_soon': {
    level: 'warning',
    means: 'The token ends within a week; every call will fail then.',
    remedy:
      'Make another with the same boxes in time (do-mcp scopes --from-record tells which were needed). A file named with --token-file is read again when it changes.',
  },
  'token.never_expires': {
    level: 'note',
    means:
      'The token does not end by itself: whoever gets hold of it has it until somebody revokes it.',
    remedy: 'Give the next one an end, such as 90 days.',
  },
  'token.old': {
    level: 'note',
    means: 'The token is more than a year old.',
    remedy: 'Replace it by a new one, and revoke the old.',
  },
  'token.file_rights': {
    level: 'warning',
    means: 'Other users of this machine may read the file with the token, and so use the account.',
    remedy: 'chmod 600 the file. If others may have read it, revoke the token and make another.',
    fixes: 'sets the mode of the file to 0600',
  },
} as const satisfies Meanings;

const finding = findingsOf(meanings);

const day = 86_400_000;
const soon = 7 * day;
const year = 365 * day;

const kindOf = (token: string): string => {
  if (isSandboxToken(token)) return 'a token of the simulation';
  if (token.startsWith('dop_v1_')) return 'a personal access token';
  if (token.startsWith('doo_v1_')) return 'an OAuth access token, which lasts 30 days';
  return /^[0-9a-f]{64}$/i.test(token) ? 'a token of the form used before 2022' : 'a token';
};

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

const rightsOf = (path: string): readonly Finding[] => {
  const others = othersWhoRead(path);
  if (others === null) return [];
  return [
    finding('token.file_rights', `The token file ${path} may be read by ${others}.`, {
      fix: { did: `Set the mode of ${path} to 0600.`, run: () => chmodSync(path, 0o600) },
    }),
  ];
};

const lifeOf = (info: TokenInfo | null, now: number): readonly Finding[] => {
  if (info?.grant.kind === 'invalid') return [finding('token.invalid', `${info.grant.reason}.`)];
  if (info?.grant.kind !== 'known') return [];
  const { expiresAt } = info.grant;
  const age = info.createdAt === null ? null : now - info.createdAt;
  const old =
    age !== null && age > year && info.createdAt !== null
      ? [finding('token.old', `It was made on ${dayOf(info.createdAt)}.`)]
      : [];
  if (expiresAt === null) return [finding('token.never_expires', 'It does not expire.'), ...old];
  const left = Math.max(0, Math.floor((expiresAt - now) / day));
  const when = `It ends on ${dayOf(expiresAt)}, in ${left === 1 ? '1 day' : `${left} days`}.`;
  return [finding(expiresAt - now < soon ? 'token.expires_soon' : 'token.expires', when), ...old];
};

const withoutToken = (
  { sandbox, auth }: Settings,
  having: readonly ConfiguredClient[],
): Finding => {
  if (sandbox) return finding('token.simulated', 'The simulation needs no token.');
  if (auth === 'token' || auth === 'agents')
    return finding('token.brought', `With --auth ${auth} each caller has a token of its own.`);
  return having.length === 0
    ? finding('token.absent', 'There is no DigitalOcean token.')
    : finding(
        'token.elsewhere',
        `There is no token here; ${having.map(({ title }) => title).join(', ')} may have one.`,
      );
};

/** Looks at the token. */
export const token: Check = {
  name: 'token',
  title: 'Token',
  meanings,
  look: async ({ told: { settings, tokenTrouble }, tokenInfo, clients, clock }) => {
    if (tokenTrouble !== null) return [finding('token.unusable', tokenTrouble)];
    if (settings === null) return [];
    if (settings.token === null || settings.sandbox) {
      const ours = (await clients()).filter(({ servers }) =>
        servers.some(({ whose, isOn }) => whose === 'ours' && isOn),
      );
      return [withoutToken(settings, ours)];
    }
    const { token: source } = settings;
    const text = source.read();
    return [
      finding('token.ok', `${hintOf(text)} from ${source.from}: ${kindOf(text)}.`),
      ...(source.file ? rightsOf(source.file.path) : []),
      ...lifeOf(await tokenInfo(), clock.now()),
    ];
  },
};
