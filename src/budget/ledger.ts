// The ledger of a budget: what was made or raised and is paid for, by whom; and what may have been. Values only.

/** Where to look whether something was made of which no answer told. */
export interface Trace {
  /** The path under which such things are listed, such as `droplets`. */
  readonly within: string;
  /** Marks of the names they were to get; empty where they have none. */
  readonly names: readonly string[];
}

/** What is held in a ledger for one thing that costs. */
export interface Held {
  readonly id: string;
  /** Who made or raised it. */
  readonly purse: string;
  /** The credential with which it was made: others cannot tell whether it exists. */
  readonly account: string;
  /** When it was reserved, in milliseconds since the epoch. */
  readonly at: number;
  /** US cents a month. */
  readonly cents: number;
  /** How many things it made, for the count of an hour. */
  readonly makes: number;
  /**
   * `open`: it is about to be sent, or was and nobody has said what became of it. `made`: it exists. `doubted`: it
   * exists as far as is known, and something was done that may have ended it.
   */
  readonly state: 'open' | 'made' | 'doubted';
  /** The path of the thing, such as `droplets/123`; null where it is not known. */
  readonly thing: string | null;
  readonly trace: Trace | null;
}

/** Everything that is counted. */
export interface Ledger {
  /** Tells a ledger from one that was begun anew, where the first one was lost. */
  readonly begun: string;
  /** How often it was written. */
  readonly turn: number;
  readonly held: readonly Held[];
  /** When things were made within the last hour, by purse; oldest first. */
  readonly made: Readonly<Record<string, readonly number[]>>;
}

/** Things that are counted at most; one more is not made. */
export const mostHeld = 5_000;

/** The window of creates, in milliseconds. */
export const hour = 60 * 60 * 1_000;

/** An empty one. */
export const emptyLedger = (begun: string): Ledger => ({ begun, turn: 0, held: [], made: {} });

/** What was made within the hour before `now`: exactly an hour ago is not within it. */
export const madeWithin = (
  { made }: Pick<Ledger, 'made'>,
  purse: string | null,
  now: number,
): readonly number[] =>
  Object.entries(made)
    .flatMap(([owner, times]) => (purse === null || owner === purse ? times : []))
    .filter((at) => at > now - hour)
    .sort((a, b) => a - b);

/** US cents a month that are held; of all where no purse is named. */
export const centsOf = ({ held }: Pick<Ledger, 'held'>, purse: string | null): number =>
  held.reduce((sum, one) => (purse === null || one.purse === purse ? sum + one.cents : sum), 0);

const forgetOld = (made: Ledger['made'], now: number): Ledger['made'] =>
  Object.fromEntries(
    Object.entries(made).flatMap(([purse, times]) => {
      const left = times.filter((at) => at > now - hour);
      return left.length === 0 ? [] : [[purse, left] as const];
    }),
  );

/** Something is about to be sent that will cost. */
export const withHeld = (ledger: Ledger, held: Held): Ledger => {
  const made = forgetOld(ledger.made, held.at);
  const times = [...(made[held.purse] ?? []), ...new Array<number>(held.makes).fill(held.at)];
  return {
    ...ledger,
    held: [...ledger.held, held],
    made: held.makes === 0 ? made : { ...made, [held.purse]: times },
  };
};

const withoutTimes = (times: readonly number[], at: number, count: number): readonly number[] => {
  let left = count;
  return times.filter((time) => {
    if (time !== at || left === 0) return true;
    left -= 1;
    return false;
  });
};

/** It was certainly not done: neither the money nor the making counts. */
export const withoutHeld = (ledger: Ledger, id: string): Ledger => {
  const gone = ledger.held.find((one) => one.id === id);
  if (!gone) return ledger;
  const times = withoutTimes(ledger.made[gone.purse] ?? [], gone.at, gone.makes);
  const { [gone.purse]: _, ...others } = ledger.made;
  return {
    ...ledger,
    held: ledger.held.filter((one) => one.id !== id),
    made: times.length === 0 ? others : { ...others, [gone.purse]: times },
  };
};

/** Its cents, divided between several things; the first ones have what cannot be divided. */
const divided = (cents: number, parts: number): readonly number[] => {
  const each = Math.floor(cents / parts);
  return Array.from({ length: parts }, (_, index) => each + (index < cents - each * parts ? 1 : 0));
};

/**
 * It was done: from now on it is held for these things, each with its part. What costs nothing is not held.
 * @param things the paths of what was made or raised; empty where they are not known.
 */
export const settled = (ledger: Ledger, id: string, things: readonly string[]): Ledger => {
  const open = ledger.held.find((one) => one.id === id && one.state === 'open');
  if (!open) return ledger;
  const shares = divided(open.cents, Math.max(1, things.length));
  const parts = (things.length === 0 ? [null] : things).flatMap((thing, index): readonly Held[] => {
    const cents = shares[index] ?? 0;
    if (cents === 0) return [];
    const own = things.length > 1 ? `${id}.${index}` : id;
    return [{ ...open, id: own, cents, makes: 0, thing, state: 'made' }];
  });
  return { ...ledger, held: [...ledger.held.filter((one) => one.id !== id), ...parts] };
};

/** Who asks about a thing: under which name it spends, and with which credential. */
export interface Asker {
  readonly purse: string;
  readonly account: string;
}

/**
 * Whether somebody can tell if a thing exists: who has made it (also with a renewed token), or has the same credential.
 * To all others DigitalOcean says of things of another account that there are none.
 */
export const canTell = (held: Held, { purse, account }: Asker): boolean =>
  held.purse === purse || held.account === account;

/** Whether a thing is another one, or a part of it. */
export const isWithin = (thing: string, whole: string): boolean =>
  thing === whole || thing.startsWith(`${whole}/`);

/** Whether anything is held for a thing that exists. */
export const holds = ({ held }: Ledger, thing: string): boolean =>
  held.some((one) => one.thing === thing && one.state !== 'open');

/** Things that exist no more, with all that belonged to them, whoever made them. */
export const ended = (ledger: Ledger, things: readonly string[]): Ledger => {
  const held = ledger.held.filter(
    ({ thing }) => thing === null || !things.some((gone) => isWithin(thing, gone)),
  );
  return held.length === ledger.held.length ? ledger : { ...ledger, held };
};

/** What may have ended: whether it has, the next look will tell. */
export const doubted = (ledger: Ledger, mayBe: (held: Held) => boolean): Ledger => {
  const isMeant = (one: Held): boolean => one.state === 'made' && mayBe(one);
  if (!ledger.held.some(isMeant)) return ledger;
  return {
    ...ledger,
    held: ledger.held.map((one) => (isMeant(one) ? { ...one, state: 'doubted' as const } : one)),
  };
};

/**
 * A thing costs less from now on: what is held for it is less, of the one who lowered it first, and never less than
 * nothing. Where nothing is held for the thing itself, it counts for the whole that it belongs to.
 */
export const lowered = (ledger: Ledger, purse: string, thing: string, cents: number): Ledger => {
  const about = (place: string): readonly Held[] =>
    ledger.held.filter((one) => one.state !== 'open' && one.thing === place);
  let place = thing;
  while (about(place).length === 0 && place.includes('/'))
    place = place.slice(0, place.lastIndexOf('/'));
  const own = about(place).toSorted(
    (a, b) => Number(b.purse === purse) - Number(a.purse === purse),
  );
  let left = cents;
  const less = new Map<string, number>();
  for (const one of own) {
    const taken = Math.min(left, one.cents);
    left -= taken;
    less.set(one.id, one.cents - taken);
  }
  return {
    ...ledger,
    held: ledger.held.flatMap((one) => {
      const now = less.get(one.id) ?? one.cents;
      return now === 0 && less.has(one.id) ? [] : [{ ...one, cents: now }];
    }),
  };
};
