// What is told of undoing: of every operation that changes something, by calls and in places that are documented.
import { describe, expect, it } from 'vitest';
import { areaNames } from '../../scope-map/areas.ts';
import type {
  From,
  InverseCall,
  NoUndo,
  State,
  StateLook,
  Undo,
  Way,
} from '../../scope-map/endpoint/undo.ts';
import { replyFieldsOf } from '../../scope-map/reply-fields.ts';
import { loadUndos } from '../../scope-map/undos.ts';
import { checkedSchemaOf } from '../../tools/tool/input-schema.ts';
import { catalogue } from './every-endpoint.ts';

const told = new Map<string, Undo | NoUndo>(
  (await Promise.all(areaNames.map(async (area) => Object.entries(await loadUndos(area))))).flat(),
);

const changing = catalogue.filter(
  ({ effect, conditions = [] }) =>
    effect !== 'read' ||
    conditions.some((one) => one.effect !== undefined && one.effect !== 'read'),
);

const endpointOf = (operation: string) =>
  catalogue.find(({ id }) => id === operation) ??
  expect.fail(`no operation is called ${operation}`);

const takes = (operation: string) => checkedSchemaOf(endpointOf(operation));

const looksOf = (state: State | undefined): readonly StateLook[] => {
  if (!state) return [];
  if ('several' in state) return Object.values(state.several);
  if ('every' in state) return Object.values(state.looks);
  return 'over' in state ? [state.over, state.look] : [state];
};

const callsOf = ({ ways }: Undo): readonly (InverseCall & { readonly way: Way })[] =>
  ways.flatMap((way) => ('calls' in way ? way.calls.map((call) => ({ ...call, way })) : []));

/** Every source in what is told, with whatever is nested in it. */
const sourcesIn = (given: Readonly<Record<string, From>>): readonly From[] =>
  Object.values(given).flatMap((from) => [
    from,
    ...('collect' in from && from.as ? sourcesIn(from.as) : []),
  ]);

const argumentsIn = (undo: Undo): readonly string[] => {
  const all = [
    ...looksOf(undo.state).flatMap(({ given, where = {} }) => [
      ...sourcesIn(given),
      ...sourcesIn(where),
    ]),
    ...(undo.made ? sourcesIn(undo.made.given) : []),
    ...callsOf(undo).flatMap(({ given }) => sourcesIn(given)),
  ];
  const whens = undo.ways.flatMap(({ when }) =>
    [when ?? []].flat().map(({ argument }) => argument),
  );
  return [
    ...whens,
    ...all.flatMap((from) => ('argument' in from ? [from.argument] : [])),
    ...all.flatMap((from) =>
      'collect' in from ? [from.has?.argument ?? [], from.lacks?.argument ?? []].flat() : [],
    ),
  ].filter((name) => name !== 'it');
};

/** Places that DigitalOcean shows and does not document where they are read, each with its reason. */
const undocumented: Readonly<Record<string, string>> = {};

const fieldsOf = async (operation: string): Promise<ReadonlySet<string>> =>
  new Set((await replyFieldsOf(operation)) ?? []);

/** What a single look shows; the elements of a list stand under `items`. */
const shownBy = async (look: StateLook): Promise<(place: string) => boolean> => {
  const fields = await fieldsOf(look.operation);
  const isList = endpointOf(look.operation).reply.kind === 'list' && !look.where;
  return (place) => {
    if (place === '' || `${look.operation} ${place}` in undocumented) return true;
    if (!isList) return fields.has(place);
    return place === 'items' || (place.startsWith('items.') && fields.has(place.slice(6)));
  };
};

/** Whether a place stands in the state that is read. */
const stateHas = async (state: State): Promise<(place: string) => boolean> => {
  if ('several' in state) {
    const known = await Promise.all(
      Object.entries(state.several).map(
        async ([name, look]) => [name, await shownBy(look)] as const,
      ),
    );
    return (place) =>
      known.some(
        ([name, shows]) => place.startsWith(`${name}.`) && shows(place.slice(name.length + 1)),
      );
  }
  if ('every' in state || 'over' in state) {
    const looks = 'every' in state ? Object.values(state.looks) : [state.look];
    const shown = await Promise.all(looks.map(shownBy));
    const over = 'over' in state ? await fieldsOf(state.over.operation) : new Set<string>();
    return (place) =>
      ['items', 'items.of'].includes(place) ||
      (place.startsWith('items.of.') && over.has(place.slice(9))) ||
      (place.startsWith('items.is.') && shown.every((shows) => shows(place.slice(9))));
  }
  return shownBy(state);
};

const formerPlaces = ({ ways, watches, made }: Undo): readonly string[] => [
  ...(made ? [] : (watches ?? [])),
  ...ways.flatMap(({ stood }) => (stood ? [stood.at] : [])),
  ...callsOf({ ways }).flatMap((call) => {
    const within = call.each && 'former' in call.each ? `${call.each.former}.` : '';
    return Object.values(call.given).flatMap((from) => {
      if ('former' in from) return [within + from.former];
      if ('among' in from) return [within + from.among];
      if ('lacking' in from) return [within + from.lacking];
      return 'collect' in from ? [from.collect] : [];
    });
  }),
];

const undoable = [...told].flatMap(([id, undo]) => ('cannot' in undo ? [] : [[id, undo] as const]));

describe('undoing', () => {
  it('is told of every operation that may change something, and of no other', () => {
    expect([...told.keys()].sort()).toEqual(changing.map(({ id }) => id).sort());
  });

  it('has a reason, without a full stop, wherever nothing puts a change back', () => {
    const reasons = [...told.values()].flatMap((undo) =>
      'cannot' in undo
        ? [undo.cannot]
        : undo.ways.flatMap((way) =>
            'cannot' in way ? [way.cannot] : way.differs === undefined ? [] : [way.differs],
          ),
    );
    for (const reason of reasons) expect(reason).toMatch(/^\S.{10,}[^.]$/);
  });

  it.each(undoable)('of %s goes by arguments that it takes', (id, undo) => {
    const known = Object.keys(takes(id).properties);
    expect(argumentsIn(undo).filter((name) => !known.includes(name.split('.')[0] ?? ''))).toEqual(
      [],
    );
  });

  it.each(undoable)('of %s makes calls that exist, with all that they must have', (id, undo) => {
    for (const { operation, given } of callsOf(undo)) {
      const { properties, required = [] } = takes(operation);
      expect([id, Object.keys(given).filter((name) => !(name in properties))]).toEqual([id, []]);
      expect([id, required.filter((name) => !(name in given))]).toEqual([id, []]);
      expect(endpointOf(operation).effect).not.toBe('read');
    }
  });

  it.each(undoable)('of %s is read by reads that exist', (_, undo) => {
    for (const look of [...looksOf(undo.state), ...(undo.made ? [undo.made] : [])]) {
      expect([look.operation, endpointOf(look.operation).effect]).toEqual([look.operation, 'read']);
      const { properties, required = [] } = takes(look.operation);
      expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(look.given)));
      expect(Object.keys(look.given)).toEqual(expect.arrayContaining([...required]));
    }
  });

  it.each(undoable)('of %s goes by documented places', async (id, undo) => {
    const unknown: string[] = [];
    if (undo.state) {
      const has = await stateHas(undo.state);
      unknown.push(...formerPlaces(undo).filter((place) => !has(place)));
    } else expect(formerPlaces(undo)).toEqual([]);
    if (undo.made) {
      const shows = await shownBy(undo.made);
      unknown.push(...(undo.watches ?? []).filter((place) => !shows(place)));
    }
    const { reply } = endpointOf(id);
    const fields = await fieldsOf(id);
    const replied = [
      ...(undo.made ? sourcesIn(undo.made.given) : []),
      ...callsOf(undo)
        .filter(({ each }) => !each)
        .flatMap(({ given }) => sourcesIn(given)),
    ].flatMap((from) => ('reply' in from ? [from.reply] : []));
    const key = reply.kind === 'object' && reply.key !== null ? `${reply.key}.` : '';
    for (const place of replied)
      if (!place.startsWith(key) || !fields.has(place.slice(key.length)))
        unknown.push(`reply ${place}`);
    expect(unknown).toEqual([]);
  });
});
