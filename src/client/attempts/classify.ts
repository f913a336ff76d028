// How one attempt ended: answered, certainly not sent, or lost on the way.
import { WireFailure, type WireReply } from '../wire/transport.ts';

/** The end of one attempt. */
export type Ending =
  | { readonly kind: 'answered'; readonly reply: WireReply }
  /** Certainly not carried out: nothing was written to a connection. */
  | { readonly kind: 'not_sent'; readonly how: WireFailure['how']; readonly message: string }
  /** It may or may not have been carried out. */
  | { readonly kind: 'unknown'; readonly how: WireFailure['how']; readonly message: string };

/**
 * Runs one exchange and says how it ended. Anything a transport throws that is not a `WireFailure`
 * proves nothing about the request, so it counts as unknown.
 */
export const classify = async (exchange: () => Promise<WireReply>): Promise<Ending> => {
  try {
    return { kind: 'answered', reply: await exchange() };
  } catch (error) {
    if (error instanceof WireFailure)
      return { kind: error.outcome, how: error.how, message: error.message };
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'unknown', how: 'broken', message };
  }
};
