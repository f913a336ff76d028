// Actions: work in progress that a caller can watch, on Droplets, volumes, images and reserved IPs.
import { forPeople } from '../exchange/times.ts';
import type { Faults } from '../faults/faults.ts';
import { regionView } from '../reference/regions.ts';
import type { Ids } from './ids.ts';
import type { Pace } from './pace.ts';

/** An action as it is kept. */
export interface Action {
  readonly id: number;
  readonly type: string;
  readonly resourceType: string;
  /** Null for resources that are not numbered (volumes). */
  readonly resourceId: number | null;
  /** Which resource it belongs to, such as `droplet:12`. */
  readonly of: string;
  readonly region: string;
  readonly startedAt: number;
  status: 'in-progress' | 'completed' | 'errored';
  completedAt: number | null;
}

/** What to start. */
export interface Start {
  readonly type: string;
  readonly resourceType:
    | 'droplet'
    | 'volume'
    | 'image'
    | 'reserved_ip'
    | 'reserved_ipv6'
    | 'backend';
  readonly resourceId: number | null;
  readonly of: string;
  readonly region: string;
  /** How long it takes in life. */
  readonly seconds: number;
  readonly at: number;
  /** The effect, once it has completed well. */
  readonly done?: (at: number) => void;
  /** What to undo when it ends in `errored`. */
  readonly failed?: (at: number) => void;
}

/** The account's history of actions; the oldest are forgotten. */
export interface Actions {
  readonly byId: Map<number, Action>;
  readonly byResource: Map<string, Action[]>;
}

/** What starting work takes; the whole world has it. */
export interface Workplace {
  readonly ids: Ids;
  readonly pace: Pace;
  readonly faults: Faults;
  readonly actions: Actions;
}

/** As many actions as are remembered. */
const remembered = 10_000;

/** Makes an empty history. */
export const createActions = (): Actions => ({ byId: new Map(), byResource: new Map() });

const remember = ({ byId, byResource }: Actions, action: Action): void => {
  byId.set(action.id, action);
  const siblings = byResource.get(action.of);
  if (siblings === undefined) byResource.set(action.of, [action]);
  else siblings.push(action);
  if (byId.size <= remembered) return;
  const oldest = byId.values().next().value;
  if (oldest === undefined) return;
  byId.delete(oldest.id);
  const rest = byResource.get(oldest.of);
  rest?.shift();
  if (rest?.length === 0) byResource.delete(oldest.of);
};

/** Starts an action that ends by itself: completed, or errored where a fault says so. */
export const startAction = (world: Workplace, start: Start): Action => {
  const action: Action = {
    id: world.ids.number('action'),
    type: start.type,
    resourceType: start.resourceType,
    resourceId: start.resourceId,
    of: start.of,
    region: start.region,
    startedAt: start.at,
    status: 'in-progress',
    completedAt: null,
  };
  remember(world.actions, action);
  const fails = world.faults.fails(start.type);
  const isIdle = !fails && world.faults.isIdle(start.type);
  world.pace.later(start.seconds, start.at, (at) => {
    action.status = fails ? 'errored' : 'completed';
    action.completedAt = at;
    if (fails) start.failed?.(at);
    else if (!isIdle) start.done?.(at);
  });
  return action;
};

/** Whether something is still being done to a resource. */
export const isBusy = (world: Pick<Workplace, 'actions'>, of: string): boolean =>
  world.actions.byResource.get(of)?.some((action) => action.status === 'in-progress') ?? false;

/** A resource's actions, newest first. */
export const actionsOf = (world: Pick<Workplace, 'actions'>, of: string): readonly Action[] =>
  [...(world.actions.byResource.get(of) ?? [])].reverse();

/** An action as DigitalOcean shows it. */
export const actionView = (action: Action) => ({
  id: action.id,
  status: action.status,
  type: action.type,
  started_at: forPeople(action.startedAt),
  completed_at: action.completedAt === null ? null : forPeople(action.completedAt),
  resource_id: action.resourceId,
  resource_type: action.resourceType === 'reserved_ip' ? 'floating_ip' : action.resourceType,
  region: regionView(action.region),
  region_slug: action.region,
});
