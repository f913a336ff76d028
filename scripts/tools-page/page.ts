// The page about all tools, from the catalogue: one table an area, one row a tool.
import { type Area, areaNames, areas } from '../../scope-map/areas.ts';
import { core } from '../../scope-map/core.ts';
import type { Cost, Effect, Endpoint } from '../../scope-map/endpoint.ts';
import { operationIndex } from '../../scope-map/operation-index.ts';

const bills: Readonly<Record<Cost, string>> = {
  none: '',
  starts: ', bills',
  raises: ', may raise the bill',
  stops: ', ends a charge',
};

const does: Readonly<Record<Effect, string>> = {
  read: 'reads',
  write: 'changes',
  destroy: '**destroys**',
};

const effectOf = ({ effect, cost = 'none', discloses }: Endpoint): string =>
  `${does[effect]}${bills[cost]}${discloses === undefined ? '' : ', gives out a credential'}`;

/** A scope list as the index tells it, each scope as code; `|` would end the cell. */
const scopesOf = (scopes: string): string =>
  scopes === '' ? 'any token' : scopes.replace(/[a-z_0-9]+:[a-z_]+/g, '`$&`').replaceAll('|', 'or');

const rowOf = (endpoint: Endpoint): string => {
  const { name, scopes, deprecated } = operationIndex[endpoint.id];
  const given = deprecated === undefined ? '' : ` Given up by DigitalOcean: use ${deprecated}.`;
  const cells = [
    `\`${name}\`${core.has(endpoint.id) ? ' ●' : ''}`,
    `${endpoint.title}${given}`,
    `\`${endpoint.method} ${endpoint.path}\``,
    scopesOf(scopes),
    effectOf(endpoint),
  ];
  return `| ${cells.join(' | ')} |`;
};

const head = ['| tool | what it does | request | scopes | effect |', '|---|---|---|---|---|'];

const sectionOf = (area: Area, endpoints: readonly Endpoint[]): string =>
  [`## ${areas[area].title}`, '', `Area \`${area}\`.`, '', ...head, ...endpoints.map(rowOf)].join(
    '\n',
  );

const anchorOf = (area: Area): string =>
  areas[area].title
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');

/**
 * The whole page.
 * @param endpoints every endpoint of the catalogue, in its order.
 */
export const toolsPage = (endpoints: readonly Endpoint[]): string => {
  const byArea = areaNames.map(
    (area) => [area, endpoints.filter((endpoint) => endpoint.area === area)] as const,
  );
  return [
    '# Tools',
    '',
    `Every tool that there is: ${endpoints.length} operations of DigitalOcean's API in ${areaNames.length} areas. A client sees those that its token grants and the settings leave; ● marks the ${core.size} that are listed when nothing else is asked for, the others are reached by the finders. \`do-mcp tools <name>\` tells everything about one, \`do-mcp scopes --tools <names>\` the boxes to tick for some.`,
    '',
    '<!-- Written by npm run tools-page from the catalogue: change that, not this. -->',
    '',
    byArea
      .map(([area, own]) => `[${areas[area].title}](#${anchorOf(area)}) (${own.length})`)
      .join(' · '),
    '',
    ...byArea.flatMap(([area, own]) => [sectionOf(area, own), '']),
  ].join('\n');
};
