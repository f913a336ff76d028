// The check of other servers for DigitalOcean in the files of clients: nothing that is limited here is limited there.
import type { Check } from '../check.ts';
import { findingsOf, type Meanings } from '../finding.ts';

const meanings = {
  'other.server': {
    level: 'warning',
    means:
      'A client has another server for DigitalOcean. What this one asks about, refuses and records, an agent may do through the other.',
    remedy:
      'Take the other out of the client, or give it a token that may do no more than this one lets through.',
  },
} as const satisfies Meanings;

const finding = findingsOf(meanings);

/** Looks for servers that may reach the same account. */
export const otherServers: Check = {
  name: 'other',
  title: 'Other servers',
  meanings,
  look: async ({ clients }) =>
    (await clients()).flatMap(({ title, file, servers }) =>
      servers
        .filter(({ whose, isOn }) => whose === 'digitalocean' && isOn)
        .map(({ name }) =>
          finding('other.server', `${title} also has "${name}" for DigitalOcean, in ${file}.`),
        ),
    ),
};
