// The ways in which a person can answer besides the client: which doors lead anywhere, and how they are told of.
import type { ConsentDoor } from '../configuration/asking-settings.ts';

/** What decides it. */
export interface WaysOptions {
  /** The doors that the owner trusts. */
  readonly doors: ReadonlySet<ConsentDoor>;
  /** Whether the questions are kept in the state folder, where commands on this machine read them. */
  readonly isKeptHere: () => boolean;
  /** The state folder where it is not the usual one, else null. */
  readonly otherFolder: string | null;
  /** The address at which operators can answer now; null where there is none, or nobody has a key. */
  readonly ownDoor: () => string | null;
}

/** The ways. */
export interface Ways {
  /** The doors besides the client's at which somebody can answer now. */
  others(): readonly ConsentDoor[];
  /** In words that follow "they can answer". */
  where(id: string): string;
}

/** A path as it is typed. */
const asWord = (path: string): string => (/^[\w@%+=:,./-]+$/.test(path) ? path : `"${path}"`);

/** Finds the ways. */
export const waysOf = ({ doors, isKeptHere, otherFolder, ownDoor }: WaysOptions): Ways => {
  const folder = otherFolder === null ? '' : ` --state-dir ${asWord(otherFolder)}`;
  return {
    others: () => {
      if (ownDoor() !== null) return ['terminal', 'console'];
      return isKeptHere() ? ['terminal'] : [];
    },
    where: (id) => {
      const address = ownDoor();
      const ways = [
        ...(isKeptHere() && doors.has('terminal')
          ? [
              `in a terminal on the machine of this server, with do-mcp approvals approve ${id}${folder}`,
            ]
          : []),
        ...(address !== null && doors.has('terminal')
          ? [
              `with an operator's key, in any terminal, with do-mcp approvals approve ${id} --url ${address}`,
            ]
          : []),
        ...(address !== null && !doors.has('terminal') && doors.has('console')
          ? [`with an operator's key at ${address}/approvals/${id}`]
          : []),
      ];
      return ways.length > 0 ? ways.join('; or ') : 'in the question that their client shows them';
    },
  };
};
