// Faults on demand: what goes wrong next, for whom, and how often.

/** One thing that goes wrong. Everything that is given must hold for it to strike. */
export interface Fault {
  /** Method it strikes; absent: any. */
  readonly method?: string;
  /** Path it strikes, exactly or, ending in `*`, by its beginning; absent: any. */
  readonly path?: string;
  /** How often it strikes before it is used up. Default 1. */
  readonly times?: number;
  /** The reply given instead of doing anything. */
  readonly respond?: {
    readonly status: number;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
  };
  /** Milliseconds the reply is held back. */
  readonly latency_ms?: number;
  /** The work is done, but its answer never arrives. */
  readonly lose_answer?: boolean;
  /** The next action of this type (`resize`, `create`, `deployment`, `cluster` …, or `*`) ends badly. */
  readonly action_errors?: string;
  /** The next action of this type completes and changes nothing, as a shutdown that the system inside ignores. */
  readonly action_changes_nothing?: string;
  /** Laid over the body of the reply: objects field by field, anything else in its place. For texts that must not get out. */
  readonly amend?: Readonly<Record<string, unknown>>;
  /** What the call creates answers 404 for so many seconds. */
  readonly missing_for_seconds?: number;
}

/** The faults that stand. */
export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  list(): readonly Fault[];
  /** The faults that strike this request, used up by one. */
  strike(method: string, pathname: string): readonly Fault[];
  /** Whether work of this type, starting now, is to fail. */
  fails(type: string): boolean;
  /** Whether an action of this type, starting now, is to complete without an effect. */
  isIdle(type: string): boolean;
  /** Hides what lies at a path until a moment. */
  hide(pathname: string, until: number): void;
  /** Whether a path is hidden now. */
  isHidden(pathname: string, now: number): boolean;
}

const matches = (fault: Fault, method: string, pathname: string): boolean => {
  if (fault.action_errors !== undefined || fault.action_changes_nothing !== undefined) return false;
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
  if (fault.path === undefined) return true;
  return fault.path.endsWith('*')
    ? pathname.startsWith(fault.path.slice(0, -1))
    : pathname === fault.path;
};

/** As many faults as stand at once. */
export const mostFaults = 1_000;

/** Makes an empty list of faults. */
export const createFaults = (): Faults => {
  let standing: { readonly fault: Fault; left: number }[] = [];
  const hidden = new Map<string, number>();

  const use = (applies: (fault: Fault) => boolean): readonly Fault[] => {
    if (standing.length === 0) return [];
    const struck = standing.filter(({ fault }) => applies(fault));
    for (const entry of struck) entry.left -= 1;
    standing = standing.filter(({ left }) => left > 0);
    return struck.map(({ fault }) => fault);
  };

  return {
    add: (fault) => {
      standing.push({ fault, left: fault.times ?? 1 });
    },
    clear: () => {
      standing = [];
      hidden.clear();
    },
    list: () => standing.map(({ fault, left }) => ({ ...fault, times: left })),
    strike: (method, pathname) => use((fault) => matches(fault, method, pathname)),
    fails: (type) =>
      use(({ action_errors: wanted }) => wanted === type || wanted === '*').length > 0,
    isIdle: (type) => use(({ action_changes_nothing: wanted }) => wanted === type).length > 0,
    hide: (pathname, until) => {
      hidden.set(pathname, until);
    },
    isHidden: (pathname, now) => {
      if (hidden.size === 0) return false;
      for (const [path, until] of hidden) {
        if (until <= now) hidden.delete(path);
        else if (pathname === path || pathname.startsWith(`${path}/`)) return true;
      }
      return false;
    },
  };
};
