// Runs of jobs: listed, read and canceled, and where their logs are.
import { type Call, ok, type RouteReply, segment } from '../../../exchange/call.ts';
import { page } from '../../../exchange/pages.ts';
import { badRequest, notFound } from '../../../exchange/refusal.ts';
import type { Route } from '../../../exchange/router.ts';
import { forPeople } from '../../../exchange/times.ts';
import type { World } from '../../../world/world.ts';
import { findApp } from '../find.ts';
import { jobLogAddresses } from '../logs.ts';
import { Canceled, type Invocation, invocationsOf } from './invocations.ts';

const view = (it: Invocation) => ({
  id: it.id,
  job_name: it.job,
  deployment_id: it.deployment,
  phase: it.phase,
  trigger: { type: 'SCHEDULE', scheduled: { schedule: it.schedule } },
  created_at: forPeople(it.createdAt),
  ...(it.startedAt === null ? {} : { started_at: forPeople(it.startedAt) }),
  ...(it.endedAt === null ? {} : { completed_at: forPeople(it.endedAt) }),
});

/** Names of jobs may be repeated or joined by commas; none means all. */
const list = (call: Call, world: World): RouteReply => {
  const jobs = call.query.getAll('job_names').flatMap((it) => it.split(','));
  const deployment = call.query.get('deployment_id');
  const shown = invocationsOf(world, findApp(call, world), call.now).filter(
    (it) =>
      (jobs.length === 0 || jobs.includes(it.job)) &&
      (deployment === null || deployment === it.deployment),
  );
  return page(call, 'job_invocations', shown, view);
};

const find = (call: Call, world: World): Invocation => {
  const id = segment(call, 'job_invocation_id');
  const job = call.path['job_name'] ?? call.query.get('job_name');
  const found = invocationsOf(world, findApp(call, world), call.now).find(
    (it) => it.id === id && (!job || job === it.job),
  );
  if (found === undefined) throw notFound('job invocation');
  return found;
};

const cancel = (call: Call, world: World): RouteReply => {
  const found = find(call, world);
  if (found.endedAt !== null) {
    throw badRequest(`A job invocation in phase ${found.phase} cannot be canceled.`);
  }
  world.of(Canceled).set(found.id, call.now);
  return ok(view(find(call, world)));
};

const path = '/v2/apps/{app_id}/job-invocations';
const one = `${path}/{job_invocation_id}`;
const reads = [['app:read']] as const;

/** Runs of jobs. */
export const jobRoutes: readonly Route[] = [
  { method: 'GET', path, requires: reads, handle: list },
  {
    method: 'GET',
    path: one,
    requires: reads,
    handle: (call, world) => ok(view(find(call, world))),
  },
  {
    method: 'GET',
    path: '/v2/apps/{app_id}/jobs/{job_name}/invocations/{job_invocation_id}/logs',
    requires: reads,
    handle: (call, world) => jobLogAddresses(call, world, findApp(call, world), find(call, world)),
  },
  { method: 'POST', path: `${one}/cancel`, requires: [['app:update']], handle: cancel },
];
