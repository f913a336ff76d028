// Where the platform wants programs to keep their state.
import { join } from 'node:path';
import type { Environment } from './environment.ts';

/** The folder for the state of this program when nobody names another. */
export const defaultStateFolder = (environment: Environment, home: string): string =>
  join(
    environment['XDG_STATE_HOME'] || environment['LOCALAPPDATA'] || join(home, '.local', 'state'),
    'digitalocean-scoped-mcp',
  );
