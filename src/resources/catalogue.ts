// do://catalogue: every tool that the token grants, whether it is listed or behind the finders.
import type { Outline } from '../../tools/tool/outline.ts';
import type { Resource } from './resource.ts';

const columns = ['name', 'area', 'effect', 'cost', 'scopes'] as const;

const row = ({ name, area, effect, cost, requires }: Outline): readonly string[] => [
  name,
  area,
  effect,
  cost,
  requires.map((all) => all.join(' + ')).join(' | '),
];

/** The tools of this caller, one a row. Needs no request. */
export const catalogue: Resource = {
  uri: 'do://catalogue',
  name: 'catalogue',
  title: 'Tools of this token',
  description:
    'Every tool that the token grants, as a table: area, effect, what it does to the bill, and the scopes that it needs.',
  isOffered: () => true,
  read: ({ road, guard }) => {
    const served = road.box.outlines.filter((outline) => !guard.refusalOf(outline));
    return Promise.resolve(
      JSON.stringify({ tools: served.length, columns, items: served.map(row) }),
    );
  },
};
