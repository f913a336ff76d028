// The doors of the planner: the clients whose files are known, and the plan for a wish.
import * as z from 'zod';
import { areaNames } from '../../../scope-map/areas.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';
import { clientNames } from '../../clients/client.ts';
import { planOf } from '../../console/plan/plan-for.ts';
import { clientTitles } from '../../console/plan/settings-for.ts';
import type { Row } from '../doors/door.ts';
import { Refusal } from '../refusal.ts';
import type { DataDoor } from './data-door.ts';
import { jsonBody } from './json-body.ts';

/** More than all tools together is no wish. */
const mostTools = 1_000;

const area = z.enum(areaNames);

const wish = z.strictObject({
  look: z.array(area).max(areaNames.length),
  change: z.array(area).max(areaNames.length),
  tools: z.array(z.string().min(1).max(64)).max(mostTools),
  job: z.string().max(400),
  client: z.enum(clientNames),
});

/** The largest wish, in bytes: every tool by its name. */
const largestWish = 64 * 1_024;

/** Makes the doors. */
export const planDoors = (door: DataDoor, box: ToolBox): readonly Row[] => [
  door('/console/api/clients', { GET: () => clientTitles }),
  door('/console/api/plan', {
    POST: async ({ exchange }) => {
      const given = await jsonBody(exchange, wish, largestWish);
      return given instanceof Refusal ? given : planOf(given, box);
    },
  }),
];
