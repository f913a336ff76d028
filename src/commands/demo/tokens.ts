// The three tokens of the demonstration, as the simulation takes them.
import { scopes } from '../../../scope-map/scopes.ts';

const holding = (has: (scope: string) => boolean): string =>
  `sandbox:${Object.keys(scopes).filter(has).join(',')}`;

/** Reads everything and changes nothing. */
export const readsOnly: string = holding((scope) => scope.endsWith(':read'));

/** Works on domains and their records, and on nothing else. */
export const domainsOnly: string = holding((scope) => scope.startsWith('domain:'));

/** May do everything. */
export const everything = 'sandbox';
