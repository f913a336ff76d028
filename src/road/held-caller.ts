// A caller as it is held by what may change at any time: what it may have is asked for anew at every question.
import { Guard } from '../guard/guard.ts';
import { type Restriction, restrict, type Selection } from '../guard/selection.ts';
import type { Caller } from './caller.ts';

/** Held by the same as before, the same objects: lists that were worked out for them are kept. */
const createHeldSelection = (): ((selection: Selection, held: Restriction) => Selection) => {
  let last:
    | { readonly selection: Selection; readonly held: Restriction; readonly made: Selection }
    | undefined;
  return (selection, held) => {
    if (last?.selection !== selection || last.held !== held)
      last = { selection, held, made: restrict(selection, held) };
    return last.made;
  };
};

/**
 * A caller that may have no more than this.
 * @param held what it may have at the moment; the same object while that is the same.
 */
export const heldCaller = (caller: Caller, held: () => Restriction): Caller => {
  const heldBy = createHeldSelection();
  const selection = (): Selection => heldBy(caller.selection, held());
  let last: Guard | undefined;
  return {
    id: caller.id,
    get account() {
      return caller.account;
    },
    get selection() {
      return selection();
    },
    guard: async () => {
      const grant = await caller.account.grant();
      const chosen = selection();
      if (last?.grant !== grant || last.selection !== chosen) last = new Guard(chosen, grant);
      return last;
    },
  };
};
