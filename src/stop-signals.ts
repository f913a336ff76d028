// Ends the server in order when the machine asks for it, and at once when it asks twice.

/** The part of Node's `process` that signals come through. */
export interface SignalSource {
  on(signal: 'SIGTERM' | 'SIGINT', listener: () => void): unknown;
  exit(code: number): void;
}

/**
 * Calls `stop` at the first SIGTERM or SIGINT, after `announce`, and exits with 0 when it has resolved; the second signal exits
 * with 1 at once.
 */
export const stopOnSignals = (
  source: SignalSource,
  stop: () => Promise<void>,
  announce: () => void = () => {},
): void => {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) {
      source.exit(1);
      return;
    }
    stopping = true;
    announce();
    stop().then(
      () => source.exit(0),
      () => source.exit(1),
    );
  };
  source.on('SIGTERM', onSignal);
  source.on('SIGINT', onSignal);
};
