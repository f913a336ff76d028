// What a client is shown of our own tools: they read by tools of the catalogue, with the rights of whoever calls.
import { accountInventory } from '../../tools/own-tools.ts';
import type { ToolBox } from '../../tools/tool-box.ts';
import type { Guard, OfferedTool } from '../guard/guard.ts';
import type { Mode } from './listing.ts';

/** The reads of which one is enough for an inventory: what most accounts pay for. */
const reads = [
  'droplets_list',
  'volumes_list',
  'snapshots_list',
  'loadBalancers_list',
  'kubernetes_list_clusters',
  'databases_list_clusters',
  'apps_list',
  'reservedIPs_list',
];

/** How many things one answer shows at most. */
export const mostShown = 500;
export const usuallyShown = 50;

/** As it is listed. */
export const inventoryTool: OfferedTool = {
  name: accountInventory,
  title: 'List what costs',
  description:
    'Lists everything on the account that costs, dearest first, with price a month, age, tags and project; says what it could not read.',
  inputSchema: {
    type: 'object',
    properties: {
      kinds: {
        type: 'array',
        description: 'Only these, such as volume.',
        items: { type: 'string', maxLength: 64 },
        maxItems: 20,
      },
      max_items: {
        type: 'integer',
        description: `Default ${usuallyShown}.`,
        minimum: 1,
        maximum: mostShown,
      },
    },
    additionalProperties: false,
  },
  annotations: {
    readOnlyHint: true,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: true,
  },
};

/** Our own tools that a caller with this guard may use. */
export const ownToolsFor = (box: ToolBox, guard: Guard): readonly OfferedTool[] => {
  const { leftOut, policy, narrowed } = guard.selection;
  if (leftOut.has(accountInventory)) return [];
  if (narrowed?.tools?.has(accountInventory) === false) return [];
  if (policy?.refusesOwn(accountInventory, undefined) !== undefined) return [];
  const isServed = box.outlines.some((one) => reads.includes(one.id) && !guard.refusalOf(one));
  return isServed ? [inventoryTool] : [];
};

/** Those of them that are listed: where only tools of the catalogue are, they have to be named. */
export const ownToolsListed = (box: ToolBox, guard: Guard, mode: Mode): readonly OfferedTool[] =>
  ownToolsFor(box, guard).filter(({ name }) => mode !== 'tools' || guard.selection.added.has(name));
