// The scopes a DigitalOcean token can hold, as literal types, with the scopes each one drags along.
import facts from './scopes.json' with { type: 'json' };

/** The name of a scope, `resource:action`. Names that DigitalOcean's document has wrong are already the real ones. */
export type Scope = keyof typeof facts;

interface ScopeFacts {
  /** Scopes that the control panel adds to any token holding this one. */
  readonly requires: readonly Scope[];
}

/** Every known scope with what it requires (source: DigitalOcean's scope list, distilled). */
export const scopes = facts as Readonly<Record<Scope, ScopeFacts>>;

/** Whether a text is the name of a known scope. */
export const isScope = (text: string): text is Scope => Object.hasOwn(facts, text);
