// A promise with its ending in hand.

export interface Deferred {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}

export const deferred = (): Deferred => {
  let resolve = (): void => {};
  const promise = new Promise<void>((end) => {
    resolve = end;
  });
  return { promise, resolve };
};
