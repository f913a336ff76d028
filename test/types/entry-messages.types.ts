// Compiled, never run: what a person reads when an entry names something that does not exist. If the words change, or
// the compiler accepts the mistake, the type check fails.
import facts from '../../scope-map/areas/vpcs/facts.json' with { type: 'json' };
import { describeArea } from '../../scope-map/entry/area-map.ts';
import { given, needs } from '../../scope-map/entry/conditions.ts';
import { argument, read } from '../../scope-map/entry/follow-ups.ts';
import { object } from '../../scope-map/entry/replies.ts';

type Equal<One, Other> =
  (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;

/** What the compiler asks for in place of a wrong argument. */
type Asked<Made extends (...given: never[]) => unknown, At extends number> = Parameters<Made>[At];

const wrongPath = read<'droplets_get', { readonly drplet_id: { readonly argument: string } }>;
const wrongOperation = read<'droplets_got', Readonly<Record<string, never>>>;
const wrongScope = needs<'droplet:reed'>;

export const messages: readonly [
  Equal<
    Asked<typeof wrongPath, 1>['drplet_id'],
    { readonly argument: string } & 'droplets_get has no path parameter called drplet_id'
  >,
  Equal<Asked<typeof wrongOperation, 0>, 'no operation is called droplets_got'>,
  Equal<Asked<typeof wrongScope, 0>, 'no scope is called droplet:reed'>,
] = [true, true, true];

// @ts-expect-error "droplets_get has no path parameter called drplet_id"
export const misspeltParameter = read('droplets_get', { drplet_id: argument('droplet_id') });

// @ts-expect-error property "action_id" is missing
export const missingParameter = read('dropletActions_get', { droplet_id: argument('droplet_id') });

// @ts-expect-error "no operation is called droplets_got"
export const misspeltOperation = read('droplets_got', {});

// @ts-expect-error "no scope is called droplet:reed"
export const misspeltScope = needs('droplet:read', 'droplet:reed');

// @ts-expect-error needing nothing in particular
export const noScope = needs();

const entry = { title: 'Get a network', description: 'Shows one.', reply: object('vpc') } as const;

export const misspeltArgument = describeArea(
  facts,
  {},
  {
    vpcs_list: entry,
    vpcs_get: {
      ...entry,
      // @ts-expect-error "vpc_uid" is not among the arguments of vpcs_get
      conditions: [given('vpc_uid', needs('vpc:read'))],
    },
  },
);

export const wordsForNothing = describeArea(
  facts,
  {},
  {
    vpcs_list: entry,
    vpcs_get: {
      ...entry,
      // @ts-expect-error "vpc_uid" does not exist
      says: { vpc_uid: 'Network id.' },
    },
  },
);
