// How much may be read and kept at once: bounds per call, per principal and for the whole process, so that the sum is one.

/** Bounds, in bytes of estimated memory. */
export interface MemoryBounds {
  readonly process: number;
  readonly principal: number;
  readonly call: number;
}

/** Bounds that leave a heap of 256 MiB room for everything else. */
export const usualMemory: MemoryBounds = {
  process: 96 * 1024 * 1024,
  principal: 48 * 1024 * 1024,
  call: 24 * 1024 * 1024,
};

/** What one call holds. */
export interface CallMemory {
  /** Takes so many bytes; false, and nothing is taken, when a bound would be passed. */
  take(bytes: number): boolean;
  give(bytes: number): void;
  /** Gives back whatever is still held; must be called once the call is over. */
  end(): void;
}

/** The memory that all calls share. */
export interface Memory {
  open(principal: string): CallMemory;
  /** Bytes held now; for a gauge. */
  readonly held: number;
}

/** Memory of which nothing is held yet. */
export const createMemory = (bounds: MemoryBounds = usualMemory): Memory => {
  const principals = new Map<string, number>();
  let all = 0;

  const add = (principal: string, bytes: number): void => {
    const now = (principals.get(principal) ?? 0) + bytes;
    if (now > 0) principals.set(principal, now);
    else principals.delete(principal);
    all += bytes;
  };

  return {
    open: (principal) => {
      let own = 0;
      const give = (bytes: number): void => {
        const given = Math.min(bytes, own);
        own -= given;
        add(principal, -given);
      };
      return {
        take: (bytes) => {
          const others = principals.get(principal) ?? 0;
          if (
            own + bytes > bounds.call ||
            others + bytes > bounds.principal ||
            all + bytes > bounds.process
          )
            return false;
          own += bytes;
          add(principal, bytes);
          return true;
        },
        give,
        end: () => give(own),
      };
    },
    get held() {
      return all;
    },
  };
};
