// What things cost: every priced resource accrues by the hour from when it is made until it goes.

/** What is billed for one resource. */
export interface Charge {
  readonly product: string;
  readonly description: string;
  readonly group: string;
  readonly resourceId: string;
  readonly resourceUuid: string;
  /** US dollars an hour. */
  readonly hourly: number;
  /** US dollars in any one month at most. */
  readonly monthly: number;
  readonly project: string;
}

/** One line of an invoice: a charge and the time it covers. */
export interface Line {
  readonly charge: Charge;
  readonly from: number;
  /** Null while it goes on. */
  readonly to: number | null;
}

/** A line with its amount. */
export interface AmountDue {
  readonly line: Line;
  /** US dollars. */
  readonly dollars: number;
  readonly hours: number;
  readonly from: number;
  readonly to: number;
}

/** Keeps the charges of the running month. */
export interface Books {
  /** Starts billing under a key, ending what was billed under it before. */
  start(key: string, charge: Charge, at: number): void;
  stop(key: string, at: number): void;
  /** The running month's lines with what has come together so far. */
  month(now: number): readonly AmountDue[];
  /** Sum of the running month in US dollars. */
  usage(now: number): number;
}

/** The least that anything with a price costs (DigitalOcean's smallest charge). */
const least = 0.01;

/** Ended lines that are kept; older ones of the month are dropped first, so that memory stays bounded. */
const endedKept = 5_000;

/** First moment of the month that `now` lies in, UTC. */
export const monthStart = (now: number): number => {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
};

/** Makes empty books. */
export const createBooks = (): Books => {
  const open = new Map<string, Line>();
  let ended: Line[] = [];

  const amount = (line: Line, now: number): AmountDue => {
    const from = Math.max(line.from, monthStart(now));
    const to = Math.max(from, line.to ?? now);
    const hours = (to - from) / 3_600_000;
    const accrued = Math.min(hours * line.charge.hourly, line.charge.monthly);
    const dollars = line.charge.hourly > 0 ? Math.max(accrued, least) : 0;
    return { line, dollars, hours, from, to };
  };

  const month = (now: number): readonly AmountDue[] => {
    const start = monthStart(now);
    ended = ended.filter((line) => (line.to ?? 0) >= start);
    return [...ended, ...open.values()].map((line) => amount(line, now));
  };

  const stop = (key: string, at: number): void => {
    const line = open.get(key);
    if (line === undefined) return;
    open.delete(key);
    ended.push({ ...line, to: at });
    if (ended.length > endedKept) ended.splice(0, ended.length - endedKept);
  };

  return {
    start: (key, charge, at) => {
      stop(key, at);
      open.set(key, { charge, from: at, to: null });
    },
    stop,
    month,
    usage: (now) => month(now).reduce((sum, { dollars }) => sum + dollars, 0),
  };
};
