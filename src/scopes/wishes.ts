// Takes a job in words apart: which things it is about, and whether they are looked at, changed or run altogether.
import { verbs, type Wanted } from '../../scope-map/thesaurus.ts';
import { wantedBy } from '../../tools/find/wanted.ts';
import { plainWords } from '../../tools/find/words.ts';

/** How far a wish goes: everything about a thing, looking at it, or one deed. */
export type Reach = 'all' | 'look' | 'deed';

/** One part of a job in words. */
export interface Wish {
  /** As it is told back, for example `manage firewalls`. */
  readonly says: string;
  readonly reach: Reach;
  /** What a deed wants, where its verb is known. */
  readonly wanted: Wanted | undefined;
  /** What is searched for: for a deed with its verb, else the thing alone. */
  readonly about: string;
  /** The thing alone, without the verb. */
  readonly thing: string;
  /** Whether it had no verb, and so was taken for looking. */
  readonly isGuessed: boolean;
}

/** The most parts that a job may have. */
const mostWishes = 12;

const everything = [
  'manage',
  'administer',
  'administrate',
  'look after',
  'take care of',
  'handle',
  'maintain',
  'operate',
  'run',
  'control',
  'own',
  'everything about',
  'work with',
];

const looking = [
  'look at',
  'look up',
  'look into',
  'see',
  'view',
  'watch',
  'monitor',
  'inspect',
  'audit',
  'review',
  'report on',
  'read',
  'browse',
  'inventory',
  'keep an eye on',
  ...verbs.list.filter((verb) => verb !== 'my' && verb !== 'all'),
  ...verbs.get.filter((verb) => verb !== 'is' && verb !== 'status' && verb !== 'progress'),
];

/** Deeds that DigitalOcean has another word for. */
const otherwise: Readonly<Record<string, string>> = {
  restart: 'restart reboot',
  'shut down': 'shutdown',
  'turn off': 'power off',
};

/** Verbs of looking that tell something of the thing. */
const telling = new Set(['monitor', 'watch']);

const deeds = [
  ...verbs.create,
  ...verbs.update,
  ...verbs.delete,
  'restart',
  'reboot',
  'power',
  'shut down',
  'back up',
  'backup',
  'restore',
  'rebuild',
  'rotate',
  'reset',
  'renew',
  'migrate',
  'publish',
  'push',
  'host',
  'clone',
  'copy',
  'fork',
  'tag',
  'block',
  'roll back',
  'rollback',
  'redeploy',
  'fail over',
  'snapshot',
  'transfer',
  'invite',
  'pay',
  'recycle',
  'expose',
  'take',
  'turn off',
];

/** The longest verb of these that a part begins with. */
const verbIn = (part: string, known: readonly string[]): string | undefined =>
  known
    .filter((verb) => part === verb || part.startsWith(`${verb} `))
    .toSorted((one, other) => other.length - one.length)[0];

interface Part {
  readonly reach: Reach;
  /** Undefined where it begins with no verb that we know. */
  readonly verb: string | undefined;
  readonly thing: string;
}

const partOf = (text: string): Part => {
  const part = plainWords(text);
  const found = (
    [
      ['all', everything],
      ['look', looking],
      ['deed', deeds],
    ] as const
  )
    .map(([reach, known]) => ({ reach, verb: verbIn(part, known) }))
    .toSorted((one, other) => (other.verb?.length ?? 0) - (one.verb?.length ?? 0))[0];
  const verb = found?.verb;
  return {
    reach: verb === undefined ? 'look' : (found?.reach ?? 'look'),
    verb,
    thing: verb === undefined ? part : part.slice(verb.length).trim(),
  };
};

/** `create and delete Droplets` leaves a verb alone: its thing is that of the next part that has one. */
const thingFor = (parts: readonly Part[], at: number): string => {
  const own = parts[at]?.thing ?? '';
  return own === '' ? (parts.slice(at + 1).find(({ thing }) => thing !== '')?.thing ?? '') : own;
};

/** `manage DNS and firewalls` has one verb for two things: that of the part before. */
const verbFor = (parts: readonly Part[], at: number): Part | undefined =>
  parts
    .slice(0, at + 1)
    .toReversed()
    .find(({ verb }) => verb !== undefined);

/** The parts of a job in words, in their order and each once; a part without verb goes with the one before it. */
export const wishesFor = (job: string): readonly Wish[] => {
  const parts = job
    .split(/[;,.\n&+]|\band\b|\bthen\b|\bor\b|\bas well as\b|\bplus\b/i)
    .filter((part) => plainWords(part) !== '')
    .map(partOf);
  const wishes = new Map<string, Wish>();
  for (const at of parts.keys()) {
    const thing = thingFor(parts, at);
    const said = verbFor(parts, at);
    const says = said?.verb === undefined ? thing : `${said.verb} ${thing}`.trim();
    const reach = said?.reach ?? 'look';
    const verb = said?.verb ?? '';
    const isTelling = reach === 'deed' || telling.has(verb);
    wishes.set(says, {
      says,
      reach,
      wanted: reach === 'deed' ? wantedBy(says) : undefined,
      about: isTelling ? `${otherwise[verb] ?? verb} ${thing}` : thing,
      thing,
      isGuessed: said === undefined,
    });
  }
  return [...wishes.values()].slice(0, mostWishes);
};
