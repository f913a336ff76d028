// How areas hear of each other: one tells what happened, whoever wants to hears it. Nobody imports anybody for it.

/** The class of an event. */
export type EventKind<T extends object> = new (...parts: never[]) => T;

/** Telling and hearing. */
export interface Events {
  /** Calls `ear` with every event of this class, in the order in which ears were put up. */
  hear<T extends object>(kind: EventKind<T>, ear: (event: T) => void): void;
  /** Lets everybody hear it before it returns. */
  tell(event: object): void;
}

/** Makes a room in which nobody listens yet. */
export const createEvents = (): Events => {
  const ears: ((event: object) => void)[] = [];
  return {
    hear: (kind, ear) => {
      ears.push((event) => {
        if (event instanceof kind) ear(event);
      });
    },
    tell: (event) => {
      for (const ear of ears) ear(event);
    },
  };
};
