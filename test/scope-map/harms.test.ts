// What is told of harm: of every operation that may destroy, in places that replies are documented to have.
import { describe, expect, it } from 'vitest';
import { areaNames } from '../../scope-map/areas.ts';
import type { At, Harm, Harmless, Look, MonthlyCost } from '../../scope-map/endpoint/harm.ts';
import { loadHarms } from '../../scope-map/harms.ts';
import { replyFieldsOf } from '../../scope-map/reply-fields.ts';
import { catalogue } from './every-endpoint.ts';

const told = new Map(
  (await Promise.all(areaNames.map(async (area) => Object.entries(await loadHarms(area)))))
    .flat()
    .map(([operation, harm]) => [operation, harm] as const),
);

const destroying = catalogue.filter(
  ({ effect, conditions = [] }) =>
    effect === 'destroy' || conditions.some((condition) => condition.effect === 'destroy'),
);

const endpointOf = (operation: string) => {
  const found = catalogue.find(({ id }) => id === operation);
  return found ?? expect.fail(`no operation is called ${operation}`);
};

/** Everything that a harm reads, with the places that are looked at in what is read. */
const readsOf = (harm: Harm | Harmless): readonly (readonly [Look, readonly At[]])[] => {
  const costs = (cost: MonthlyCost | undefined): readonly At[] =>
    cost === undefined
      ? []
      : 'prices' in cost
        ? [cost.of, cost.times ?? '']
        : 'cents' in cost
          ? [cost.cents]
          : 'dated' in cost
            ? [
                ...(cost.dated.price.by ?? []).map(({ at }) => at),
                ...(cost.dated.amount ?? []).map(({ at }) => at),
              ]
            : [cost.at];
  const below = (at: string | undefined, places: readonly At[]): readonly At[] =>
    places.map((place) =>
      typeof place === 'string'
        ? [at, place].filter(Boolean).join('.')
        : { ...place, of: [at, place.of].filter(Boolean).join('.') },
    );
  const { thing } = harm;
  const ofThing: readonly (readonly [Look, readonly At[]])[] = thing
    ? [
        [
          thing.look,
          below(thing.at, [
            thing.named ?? 'name',
            ...(thing.details ?? []).map(({ at }) => at),
            ...(thing.belongs ?? []).map(({ at }) => at),
            ...costs(thing.costs),
          ]),
        ],
      ]
    : [];
  const hangs = 'hangs' in harm ? harm.hangs : [];
  const sources = (looks: readonly (Look | undefined)[]) =>
    looks.flatMap((look) => Object.values(look?.given ?? {}));
  return [
    ...ofThing,
    ...hangs.flatMap((one): readonly (readonly [Look, readonly At[]])[] => {
      const own = one.look ?? (one.argument === undefined ? thing?.look : undefined);
      const within = one.look ? one.at : [thing?.at, one.at].filter(Boolean).join('.');
      const places = below(within, [
        ...(one.counted === undefined ? [one.named ?? 'name'].flat() : [one.counted]),
        ...(one.belongs ?? []).map(({ at }) => at),
        ...[one.unless ?? []].flat().map(({ at }) => at),
        one.chosen?.at ?? '',
        ...costs(one.costs),
        ...(one.tallies ?? []).flatMap(({ where }) => Object.keys(where)),
        ...Object.keys(one.where ?? {}),
      ]);
      const named = [
        ...sources([one.look, one.called?.look, one.over?.look]),
        ...(one.belongs ?? []).map(({ is }) => is),
      ];
      return [
        ...(own ? [[own, places] as const] : []),
        ...[...(one.belongs ?? []), ...[one.unless ?? []].flat()].flatMap(({ is }) =>
          'seen' in is ? [[is.seen, [is.at]] as const] : [],
        ),
        ...(one.called ? [[one.called.look, [one.called.by, one.called.named]] as const] : []),
        ...(one.costs && 'prices' in one.costs
          ? [[one.costs.prices, [one.costs.by, one.costs.at]] as const]
          : []),
        ...(one.over
          ? [[one.over.look, named.flatMap((is) => ('each' in is ? [is.each] : []))] as const]
          : []),
        ...(thing
          ? [
              [
                thing.look,
                below(
                  thing.at,
                  named.flatMap((is) => ('thing' in is ? [is.thing] : [])),
                ),
              ] as const,
            ]
          : []),
      ];
    }),
  ];
};

/** The arguments of the call that a harm goes by. */
const argumentsOf = (harm: Harm | Harmless): readonly string[] => {
  const found: string[] = [harm.known ?? '', harm.name ?? ''];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'argument' && typeof inner === 'string') found.push(inner);
        walk(inner);
      }
  };
  walk(harm);
  return [...new Set(found.filter(Boolean))];
};

/** Places that DigitalOcean shows and does not document, each with its reason. */
const undocumented: Readonly<Record<string, string>> = {
  'tags_get resources.images.count': 'the document misspells images',
};

const known = new Map<string, ReadonlySet<string>>();

/** Every documented place of what an operation answers, and the whole of it. */
const fieldsOf = async (operation: string): Promise<ReadonlySet<string>> => {
  const fields = known.get(operation) ?? new Set(['', ...((await replyFieldsOf(operation)) ?? [])]);
  known.set(operation, fields);
  return fields;
};

describe('harm', () => {
  it('is told of every operation that may destroy something, and of no other', () => {
    expect([...told.keys()].sort()).toEqual(destroying.map(({ id }) => id).sort());
  });

  it.each(destroying.map(({ id }) => id))(
    'of %s is read by reads that exist, in documented places',
    async (id) => {
      const harm = told.get(id);
      if (!harm) return expect.fail('nothing is told');
      const unknown: string[] = [];
      for (const [look, places] of readsOf(harm)) {
        const reader = endpointOf(look.operation);
        expect([look.operation, reader.method, reader.effect]).toEqual([
          look.operation,
          'GET',
          'read',
        ]);
        const takes = [
          ...Object.keys(reader.facts.pathArguments),
          ...Object.keys(reader.facts.query.properties),
        ];
        expect(takes).toEqual(expect.arrayContaining(Object.keys(look.given)));
        expect(Object.keys(look.given)).toEqual(
          expect.arrayContaining([
            ...Object.keys(reader.facts.pathArguments),
            ...reader.facts.query.required,
          ]),
        );
        const documented = await fieldsOf(look.operation);
        for (const place of places) {
          const spots =
            typeof place === 'string'
              ? [place]
              : [
                  `${place.of}.${place.take}`,
                  ...Object.keys(place.where).map((key) => `${place.of}.${key}`),
                ];
          for (const spot of spots)
            if (
              !spot.includes('*') &&
              !documented.has(spot) &&
              !(`${look.operation} ${spot}` in undocumented)
            )
              unknown.push(`${look.operation} ${spot}`);
        }
      }
      expect(unknown).toEqual([]);
    },
  );

  it.each(destroying.map(({ id }) => id))('of %s goes by arguments that it takes', (id) => {
    const harm = told.get(id);
    if (!harm) return expect.fail('nothing is told');
    const { facts } = endpointOf(id);
    const known = new Set([
      ...Object.keys(facts.pathArguments),
      ...Object.keys(facts.query.properties),
      ...Object.keys(facts.body?.properties ?? {}),
    ]);
    const strange = argumentsOf(harm).filter((name) => !known.has(name.split('.')[0] ?? ''));
    expect(strange).toEqual([]);
  });
});
