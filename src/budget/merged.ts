// Two ledgers become one, where the shared one was lost and begun anew: what either of them holds counts.
import type { Held, Ledger } from './ledger.ts';

/** A reservation of which several things came has its id, with a number behind. */
const originOf = ({ id }: Held): string => id.split('.')[0] ?? id;

const byOrigin = ({ held }: Ledger): ReadonlyMap<string, readonly Held[]> => {
  const groups = new Map<string, Held[]>();
  for (const one of held) {
    const origin = originOf(one);
    groups.set(origin, [...(groups.get(origin) ?? []), one]);
  }
  return groups;
};

const isOpen = (group: readonly Held[]): boolean => group.every(({ state }) => state === 'open');

/**
 * Everything that either of two ledgers holds. Of what both know, the one that knows how it ended is believed. What
 * has ended meanwhile and comes back by this is found out by the next look at it.
 */
export const merged = (ledger: Ledger, other: Ledger): Ledger => {
  const [mine, theirs] = [byOrigin(ledger), byOrigin(other)];
  const held = [...new Set([...mine.keys(), ...theirs.keys()])].flatMap((origin) => {
    const [own, beside] = [mine.get(origin), theirs.get(origin)];
    if (!own || !beside) return own ?? beside ?? [];
    return isOpen(own) ? beside : own;
  });
  const made: Record<string, readonly number[]> = { ...ledger.made };
  for (const [purse, times] of Object.entries(other.made))
    if (times.length > (made[purse]?.length ?? 0)) made[purse] = times;
  return { ...ledger, turn: Math.max(ledger.turn, other.turn), held, made };
};
