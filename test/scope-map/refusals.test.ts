// What is declared of refusals and bills stands on real operations, arguments and fields of replies.
import { describe, expect, it } from 'vitest';
import { areaNames } from '../../scope-map/areas.ts';
import { loadBills } from '../../scope-map/bills.ts';
import type { Charge } from '../../scope-map/endpoint/bill.ts';
import type { Reading } from '../../scope-map/endpoint/looking.ts';
import type { Check, Columns, Sign, Untold } from '../../scope-map/endpoint/refusals.ts';
import type { Schema } from '../../scope-map/facts.ts';
import { loadRefusals } from '../../scope-map/refusals.ts';
import { replyFieldsOf } from '../../scope-map/reply-fields.ts';
import { checkedSchemaOf } from '../../tools/tool/input-schema.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import { tools } from '../agent.ts';

const byId = new Map<string, Tool>(tools.map((tool) => [tool.endpoint.id, tool]));

const toolOf = (id: string): Tool => {
  const tool = byId.get(id);
  if (!tool) throw new Error(`there is no operation ${id}`);
  return tool;
};

const declared = (
  await Promise.all(
    areaNames.map(async (area) =>
      Object.entries(await loadRefusals(area)).map(([id, checks]) => ({ area, id, checks })),
    ),
  )
).flat();

const checksOf = (checks: readonly (Check | Untold)[]): readonly Check[] =>
  checks.flatMap((one) => ('untold' in one ? [] : [one]));

const readsOf = ({ read, beside = {} }: Check): readonly Reading[] => [
  read,
  ...Object.values(beside).map((one) => one.read),
];

const placesIn = (columns: Columns = {}): readonly string[] =>
  Object.values(columns).flatMap((place) => (typeof place === 'string' ? [place] : []));

const placesOfSign = (sign: Sign): readonly string[] => {
  if (typeof sign === 'string') return [];
  const named = [
    'has',
    'lacks',
    'startsNone',
    'reaches',
    'exceeds',
    'below',
    'fills',
    'adding',
    'summing',
  ];
  return Object.entries(sign).flatMap(([name, place]) =>
    named.includes(name) ? String(place).split('|') : [],
  );
};

/** Every place of the call that a check speaks of. */
const placesOf = (check: Check): readonly string[] => [
  ...readsOf(check).flatMap(({ given = {} }) => Object.values(given)),
  ...(check.each === undefined ? [] : [check.each]),
  ...(check.when ? [check.when.argument] : []),
  ...placesIn(check.among?.where),
  ...placesIn(check.among?.except),
  ...check.grounds.flatMap(({ sign, when, says }) => [
    ...placesOfSign(sign),
    ...(when ? [when.argument] : []),
    ...[...says.matchAll(/\{([\w.]+)\}/g)].flatMap(([, place]) => place ?? []),
  ]),
];

/** Whether a tool takes an argument, at whatever depth. */
const takes = (tool: Tool, place: string): boolean => {
  const [first = '', ...rest] = place.split('.');
  let schema = checkedSchemaOf(tool.endpoint).properties[first];
  if (!schema) return false;
  for (const key of rest) {
    const inner: Schema | undefined = schema?.items ?? schema;
    // What is open takes every name.
    if (!inner?.properties) return true;
    schema = inner.properties[key];
    if (!schema) return false;
  }
  return true;
};

describe.each(declared)('what is declared of the refusals of $id', ({ area, id, checks }) => {
  const tool = toolOf(id);

  it('is of a change of its area', () => {
    expect(tool.endpoint.area).toBe(area);
    expect('dry_run' in tool.inputSchema.properties).toBe(true);
  });

  it('reads what there is, with what the read takes', () => {
    for (const { operation, given = {} } of checksOf(checks).flatMap(readsOf)) {
      const read = toolOf(operation);
      expect(read.endpoint.effect, operation).toBe('read');
      for (const name of Object.keys(given))
        expect(takes(read, name), `${operation} ${name}`).toBe(true);
      const missing = (checkedSchemaOf(read.endpoint).required ?? []).filter(
        (name) => !(name in given),
      );
      expect(missing, operation).toEqual([]);
    }
  });

  it('speaks of arguments that the call takes', () => {
    for (const check of checksOf(checks))
      for (const place of placesOf(check)) {
        const [first = ''] = place.split('.');
        if (place === 'it' || Object.hasOwn(check.beside ?? {}, first)) continue;
        expect(takes(tool, place), place).toBe(true);
      }
    for (const one of checks) {
      if (!('untold' in one)) continue;
      if (one.when) expect(takes(tool, one.when.argument), one.when.argument).toBe(true);
      for (const { at } of one.unless ?? []) expect(takes(tool, at), at).toBe(true);
    }
  });

  it('looks at fields that the replies have', async () => {
    for (const { read, among, grounds } of checksOf(checks)) {
      const { endpoint } = toolOf(read.operation);
      const { reply } = endpoint;
      const fields = await replyFieldsOf(read.operation);
      if (!fields || reply.kind === 'empty' || reply.kind === 'text' || reply.kind === 'logs')
        continue;
      const key = reply.key === null ? '' : `${reply.key}.`;
      const known = new Set(fields.map((field) => `${key}${field}`));
      const isKnown = (place: string): boolean =>
        place.includes('{') ||
        place.startsWith('meta.') ||
        `${place}.` === key ||
        known.has(place) ||
        [...known].some((field) => field.startsWith(`${place}.`));
      if (among) {
        expect(isKnown(among.list), `${read.operation} ${among.list}`).toBe(true);
        for (const columns of [among.where, among.except ?? {}])
          for (const column of Object.keys(columns).flatMap((one) => one.split('|')))
            expect(
              isKnown(`${among.list}.${column}`),
              `${read.operation} ${among.list}.${column}`,
            ).toBe(true);
      }
      for (const { sign } of grounds) {
        if (typeof sign === 'string') continue;
        const place = among ? `${among.list}.${sign.at}` : sign.at;
        expect(isKnown(place), `${read.operation} ${place}`).toBe(true);
      }
    }
  });
});

/** All reads that pricing makes. */
const readsFor = (charge: Charge): readonly Reading[] => {
  switch (charge.kind) {
    case 'not_priced':
    case 'own':
      return [];
    case 'share':
      return [...readsFor(charge.of), ...(charge.now ? [charge.now.read] : [])];
    default: {
      const own =
        charge.kind === 'listed'
          ? charge.tariff.read
          : charge.kind === 'told'
            ? charge.read
            : charge.about?.read;
      return [...(own ? [own] : []), ...(charge.instead ? [charge.instead.read] : [])];
    }
  }
};

describe('the bills', () => {
  it('are read with what the reads take, from arguments that the calls take', async () => {
    for (const area of areaNames)
      for (const [id, charges] of Object.entries(await loadBills(area)))
        for (const charge of charges) {
          const tool = toolOf(id);
          if (charge.when) expect(takes(tool, charge.when.argument), id).toBe(true);
          if (charge.kind === 'not_priced') continue;
          for (const { operation, given = {} } of readsFor(charge)) {
            expect(toolOf(operation).endpoint.effect).toBe('read');
            for (const [name, place] of Object.entries(given)) {
              expect(takes(toolOf(operation), name), `${operation} ${name}`).toBe(true);
              expect(takes(tool, place), `${id} ${place}`).toBe(true);
            }
          }
        }
  });
});
