// Everything the simulated account holds, without knowing what: areas bring their collections and hear of each other.
import type { Faults } from '../faults/faults.ts';
import { type Actions, createActions } from './actions.ts';
import { type Books, createBooks } from './books.ts';
import { createEvents, type Events } from './events.ts';
import type { Ids } from './ids.ts';
import type { Pace } from './pace.ts';
import { createProfile, type Profile } from './profile.ts';

/** A class that can be made from nothing: a collection, or whatever else an area keeps. */
export type Kind<T extends object> = new () => T;

/** The simulated account's state. Made once per simulation and handed to whoever answers. */
export interface World extends Events {
  readonly ids: Ids;
  readonly pace: Pace;
  readonly faults: Faults;
  readonly actions: Actions;
  readonly books: Books;
  readonly profile: Profile;
  /** What is kept under a class: an empty one of it when nobody has asked before, always the same one after. */
  of<T extends object>(kind: Kind<T>): T;
}

/** Makes an account with nothing in it. */
export const createWorld = (parts: {
  readonly ids: Ids;
  readonly pace: Pace;
  readonly faults: Faults;
}): World => {
  const kept = new Map<Kind<object>, object>();
  return {
    ...parts,
    ...createEvents(),
    actions: createActions(),
    books: createBooks(),
    profile: createProfile(parts.ids),
    of: <T extends object>(kind: Kind<T>): T => {
      const known = kept.get(kind);
      if (known instanceof kind) return known;
      const fresh = new kind();
      kept.set(kind, fresh);
      return fresh;
    },
  };
};
