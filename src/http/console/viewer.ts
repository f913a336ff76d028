// Who looks at the console, and what they may do there.
import type { Role } from '../operators/operator-file.ts';

/** A person before the console. */
export interface Viewer {
  /** The operator's name, or `local` for whoever sits at this machine. */
  readonly name: string;
  readonly role: Role;
  /** Why this person was let in: signed in, or because nothing here is real. */
  readonly by: 'session' | 'open';
}
