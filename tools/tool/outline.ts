// What is known of a tool without loading its shelf: enough to list, refuse and name it.
import type { Area } from '../../scope-map/areas.ts';
import type { Cost, Effect, Reply, Requirement } from '../../scope-map/endpoint.ts';
import { isOperationId, type OperationId } from '../../scope-map/operation-id.ts';
import type { IndexEntry } from '../../scope-map/operation-index.ts';
import type { Scope } from '../../scope-map/scopes.ts';
import type { Shelf } from '../../scope-map/shelves.ts';
import type { Tool } from './tool.ts';

/** A tool in outline. */
export interface Outline {
  readonly id: OperationId;
  readonly name: string;
  readonly area: Area;
  readonly shelf: Shelf;
  readonly path: string;
  readonly effect: Effect;
  readonly cost: Cost;
  readonly requires: Requirement;
  /** Its only product is a credential. */
  readonly onlyDiscloses: boolean;
  readonly reply: Reply['kind'];
  /** DigitalOcean has given it up: what to use instead. */
  readonly deprecated: string | undefined;
}

/** `a + b | c`, as the index has it, in the shape of a requirement. */
const requirementIn = (scopes: string): Requirement => {
  const [first = [], ...others] = scopes
    .split(' | ')
    .map((all) => all.split(' + ').filter((scope) => scope !== '') as Scope[]);
  return [first, ...others];
};

/** The outlines of an index, in its order. */
export const outlinesIn = (index: Readonly<Record<string, IndexEntry>>): readonly Outline[] => {
  // Hundreds of tools share some hundred requirements, and every start reads them all.
  const known = new Map<string, Requirement>();
  const required = (scopes: string): Requirement => {
    const requirement = known.get(scopes) ?? requirementIn(scopes);
    known.set(scopes, requirement);
    return requirement;
  };
  return Object.entries(index).flatMap(([id, entry]) =>
    isOperationId(id)
      ? [
          {
            id,
            name: entry.name,
            area: entry.area,
            shelf: entry.further ? `${entry.area}/further` : entry.area,
            path: entry.path,
            effect: entry.effect,
            cost: entry.cost ?? 'none',
            requires: required(entry.scopes),
            onlyDiscloses: entry.discloses?.startsWith('only') ?? false,
            reply: entry.reply,
            deprecated: entry.deprecated,
          },
        ]
      : [],
  );
};

/** The outline of a tool that is there whole. */
export const outlineOf = ({ name, endpoint }: Tool): Outline => ({
  id: endpoint.id,
  name,
  area: endpoint.area,
  shelf: endpoint.shelf,
  path: endpoint.path,
  effect: endpoint.effect,
  cost: endpoint.cost ?? 'none',
  requires: endpoint.requires,
  onlyDiscloses: endpoint.discloses?.only ?? false,
  reply: endpoint.reply.kind,
  deprecated: endpoint.deprecated,
});
