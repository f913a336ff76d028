// The words of the page that shows the record.
import { count } from './count.ts';

/** The words. */
export const record = {
  title: 'Record',
  shown: (calls: number, hasMore: boolean): string =>
    `${count(calls, 'call', 'calls')}${hasMore ? ', and older ones' : ''}`,
  thisReplica: 'This is the record of this replica; others keep their own.',
  columns: {
    time: 'Time',
    tool: 'Tool',
    agent: 'Agent',
    effect: 'Effect',
    outcome: 'Outcome',
    ms: 'Took',
  },
  effects: { read: 'reads', write: 'changes', destroy: 'destroys' },
  outcomes: {
    ok: 'done',
    failed: 'failed',
    refused: 'not sent',
    dry_run: 'dry run',
    open: 'no end yet',
  },
  any: 'any',
  since: 'Since',
  sinceOf: (time: string): string =>
    time === '' ? 'ever' : /^\d+[smhd]$/.test(time) ? `${time} ago` : time,
  milliseconds: (number: number): string => `${number.toLocaleString('en')} ms`,
  nothing: 'Nothing of the kind is on record.',
  none: {
    not_kept: (isSimulation: boolean): string =>
      isSimulation
        ? 'No record is kept: on the simulation calls are recorded only where --audit names a file.'
        : 'No record is kept: the owner of this server turned it off with --audit off.',
    device: (): string =>
      'The record goes to a device or to another program, from which nothing can be read again.',
  },
  older: 'Show older calls',
  full: 'So many calls are not shown further back. Filter by agent, tool or time.',
  of: (id: string): string => `Call ${id}`,
  id: 'Id',
  arguments: 'Arguments',
  redacted: 'As recorded: without what is secret, and cut where it is long.',
  undo: 'Put it back',
  undoSays: 'On the machine of the server; it shows first what it would do, and asks.',
  fields: {
    at: 'Begun',
    ended: 'Ended',
    through: 'Through',
    request_id: 'Request id',
    ms: 'Milliseconds',
    may_have_happened: 'May have happened',
  },
  verify: 'Verify',
  verdicts: {
    too_large: 'The record is too large to be verified here. On its machine: do-mcp audit verify',
    nothing: 'There is no record to be verified.',
  },
  whole: (files: number, lines: number): string =>
    `The record is whole: ${count(files, 'file', 'files')}, ${count(lines, 'line', 'lines')}.`,
  touched: (files: number, lines: number): string =>
    `The record was touched: ${count(files, 'file', 'files')}, ${count(lines, 'line', 'lines')}.`,
  openChanges: (number: number): string =>
    `${count(number, 'change has', 'changes have')} no end yet.`,
  findingIn: (file: string, line: number | null): string =>
    line === null ? file : `${file}, line ${line}`,
  saveAs: (format: string): string => `Save as ${format}`,
  saved: (lines: number, isCut: boolean): string =>
    `Saved: ${isCut ? 'the newest ' : ''}${count(lines, 'line', 'lines')} by agent, tool and time${isCut ? '. All of it: do-mcp audit export' : ''}.`,
} as const;
