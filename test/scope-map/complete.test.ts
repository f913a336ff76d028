// What belongs together is complete: what can be created can be listed, read, changed and deleted, and what must be
// known before creating it can be read. Each gap has its reason, and no reason outlives its gap.
import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../../scope-map/endpoint.ts';
import { catalogue } from './every-endpoint.ts';
import { gaps, options } from './gaps.ts';

const places = new Map(
  catalogue.map((entry) => [`${entry.method} ${entry.path.replaceAll(/\{[^}]*\}/g, '{}')}`, entry]),
);

const at = (method: string, path: string): Endpoint | undefined =>
  places.get(`${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`);

/** Creating: a POST to a place where things of a kind stand. */
const creates = catalogue.filter(
  ({ method, path, effect }) =>
    method === 'POST' &&
    effect !== 'read' &&
    !path.endsWith('}') &&
    (at('GET', path) ?? at('GET', `${path}/{}`) ?? at('DELETE', `${path}/{}`)) !== undefined,
);

const lackedBy = ({ path }: Endpoint): readonly string[] => {
  const item = `${path}/{}`;
  return [
    ...(at('GET', path) ? [] : ['list']),
    ...(at('GET', item) ? [] : ['read']),
    ...((at('PUT', item) ?? at('PATCH', item)) ? [] : ['change']),
    ...(at('DELETE', item) ? [] : ['delete']),
  ];
};

describe('what can be created', () => {
  it.each(creates.map((entry) => [entry.id, entry] as const))(
    'is complete, or says why not: %s',
    (id, entry) => {
      const told = gaps[id] ?? {};
      expect(Object.keys(told).toSorted()).toEqual(lackedBy(entry).toSorted());
      for (const why of Object.values(told)) expect(why.split(' ').length, why).toBeGreaterThan(3);
    },
  );

  it('has no reason for a gap that is none', () => {
    const ids = new Set<string>(creates.map(({ id }) => id));
    expect(Object.keys(gaps).filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('what costs', () => {
  const dear = catalogue.filter(({ cost, method }) => cost === 'starts' && method === 'POST');

  it.each(dear.map((entry) => [entry.id] as const))(
    'can be chosen from what can be read, or says why not: %s',
    (id) => {
      const known = options[id];
      expect(
        known,
        'the reads that tell sizes, versions and regions, or why there are none',
      ).toBeDefined();
      if (Array.isArray(known))
        for (const operation of known)
          expect(catalogue.find((entry) => entry.id === operation)?.effect, operation).toBe('read');
    },
  );

  it('names no reads for what costs nothing', () => {
    const ids = new Set<string>(dear.map(({ id }) => id));
    expect(Object.keys(options).filter((id) => !ids.has(id))).toEqual([]);
  });
});
