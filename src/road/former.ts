// Beside the road: what a change finds is looked at and kept before it is sent, so that it can be put back.
import type { Arrived, Intended, Prepared, Remembered } from './stages.ts';

/** Looks at what the call is about to change; a read changes nothing, and costs nothing here. */
export const remember = async (prepared: Prepared): Promise<Remembered> => {
  const { road, decision } = prepared;
  if (decision.effect === 'read' || !road.undoing) return { ...prepared, former: undefined };
  return { ...prepared, former: await (await road.undoing()).before(prepared) };
};

/** Keeps it before anything is sent: a process that ends in between leaves it behind. */
export const keepFormer = async ({ former, onRecord }: Intended): Promise<void> =>
  former?.keep(onRecord);

/** Keeps how things stand after the change. */
export const keepLatter = async (arrived: Arrived): Promise<Arrived> =>
  arrived.former ? { ...arrived, undo: await arrived.former.after(arrived) } : arrived;
