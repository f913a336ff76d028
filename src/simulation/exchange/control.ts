// What only the simulation has, under /_simulation/: faults on demand, and what areas show without a token.
import * as z from 'zod';
import { type Fault, mostFaults } from '../faults/faults.ts';
import type { World } from '../world/world.ts';
import { created, done, ok, type RouteReply } from './call.ts';
import { check } from './problems.ts';
import { badRequest, notFound } from './refusal.ts';

/** A request to the simulation itself. */
export interface ControlRequest {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
}

/** Answers requests to the simulation itself; undefined: the request is meant for DigitalOcean. */
export type Control = (
  request: ControlRequest,
  world: World,
  now: number,
) => RouteReply | undefined;

/** Where faults are set (POST), listed (GET) and cleared (DELETE). */
export const faultsPath = '/_simulation/faults';

const fault = z.strictObject({
  method: z.string().optional(),
  path: z.string().startsWith('/').optional(),
  times: z.int().min(1).max(1_000_000).optional(),
  respond: z
    .strictObject({
      status: z.int().min(200).max(599),
      body: z.unknown().optional(),
      headers: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
  latency_ms: z.number().min(0).max(600_000).optional(),
  lose_answer: z.boolean().optional(),
  action_errors: z.string().optional(),
  action_changes_nothing: z.string().optional(),
  amend: z.record(z.string(), z.unknown()).optional(),
  missing_for_seconds: z.number().min(0).optional(),
});

/** Leaves out what was not given. */
const present = (given: z.output<typeof fault>): Fault => {
  const { respond, ...rest } = given;
  const named = Object.entries(rest).filter(([, value]) => value !== undefined);
  const answer = respond && {
    status: respond.status,
    ...(respond.body === undefined ? {} : { body: respond.body }),
    ...(respond.headers === undefined ? {} : { headers: respond.headers }),
  };
  return { ...Object.fromEntries(named), ...(answer ? { respond: answer } : {}) };
};

const readFault = (body: string): Fault => {
  let given: unknown;
  try {
    given = JSON.parse(body);
  } catch {
    throw badRequest('A fault is a JSON object.');
  }
  const checked = check(fault, given);
  if (!checked.ok) throw badRequest(`${checked.place || 'The fault'} ${checked.says}`);
  return present(checked.data);
};

/** A part of the simulation that answers outside DigitalOcean's API. */
export interface OpenDoor {
  /** Beginning of the paths behind it. */
  readonly path: string;
  readonly answer: (world: World, request: ControlRequest, now: number) => RouteReply;
}

/** Makes the simulation's own endpoints; they take no token and count against no limit. */
export const createControl =
  (doors: readonly OpenDoor[]): Control =>
  ({ method, url, body }, world, now) => {
    if (!url.pathname.startsWith('/_simulation/')) return undefined;
    const door = doors.find(({ path }) => url.pathname.startsWith(path));
    if (door !== undefined) return door.answer(world, { method, url, body }, now);
    if (url.pathname !== faultsPath) throw notFound();
    switch (method) {
      case 'GET':
        return ok({ faults: world.faults.list() });
      case 'POST': {
        if (world.faults.list().length >= mostFaults) {
          throw badRequest(`No more than ${mostFaults} faults stand at once: clear them first.`);
        }
        const given = readFault(body);
        world.faults.add(given);
        return created({ fault: given });
      }
      case 'DELETE':
        world.faults.clear();
        return done;
      default:
        throw notFound();
    }
  };
