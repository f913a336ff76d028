// A recorded agent for tests: the simulation behind it, the record in a folder of its own, and its lines as objects.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Agent, type AgentOptions, connectAgent } from '../agent.ts';
import { runProgram } from '../commands/run-program.ts';

/** One line of a record, parsed. */
export type Line = Readonly<Record<string, unknown>>;

/** An agent whose calls are recorded. */
export interface RecordedAgent extends Agent {
  /** The file that its calls are recorded in. */
  readonly file: string;
  /** The folder of its state, where the key is. */
  readonly state: string;
  /** What was written so far. */
  lines(): readonly Line[];
}

/** A new folder under the temporary ones. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'do-mcp-record-'));

/** The lines of a file; what stands behind the last line end is none. */
export const linesOf = (file: string): readonly Line[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);

/** Connects an agent that is recorded in `folder`. */
export const recordedAgent = async (
  folder: string = newFolder(),
  { argv = [], ...options }: AgentOptions = {},
): Promise<RecordedAgent> => {
  const file = join(folder, 'audit.jsonl');
  const state = join(folder, 'state');
  const agent = await connectAgent({
    argv: ['--sandbox', '--audit', file, '--state-dir', state, ...argv],
    ...options,
  });
  return { ...agent, file, state, lines: () => linesOf(file) };
};

/** What `do-mcp audit verify --json` says. */
export interface Verdict {
  readonly code: number | undefined;
  readonly sound: boolean;
  readonly findings: readonly {
    readonly what: string;
    readonly file: string;
    readonly line?: number;
  }[];
  readonly open: readonly { readonly id: string; readonly tool: string }[];
  readonly notes: readonly string[];
  readonly lines: number;
  readonly files: number;
}

/** Verifies a record by the command that its owner has. */
export const verifyRecord = async (argv: readonly string[]): Promise<Verdict> => {
  const { code, printed, said } = await runProgram(['audit', 'verify', '--json', ...argv]);
  if (printed === '') throw new Error(said);
  return { code, ...(JSON.parse(printed) as Omit<Verdict, 'code'>) };
};
