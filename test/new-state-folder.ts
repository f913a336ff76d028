// A place for the state of one test; nothing is there before something is kept.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

export const newStateFolder = (): string =>
  join(process.env['XDG_STATE_HOME'] ?? '/nowhere', randomUUID());
