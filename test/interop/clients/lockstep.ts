// Runs a client's program step by step: it tells each step on stdout, and goes on when it is told to.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Exchange, StandIn } from './stand-in.ts';

/** One step of a client: what it did, how it went for the client, and what went over the wire meanwhile. */
export interface Step {
  readonly name: string;
  readonly error?: string;
  readonly exchanges: readonly Exchange[];
  /** The program ended before its time. */
  readonly broken?: true;
}

const isStep = (value: unknown): value is { readonly step: string; readonly error?: string } =>
  typeof value === 'object' && value !== null && 'step' in value && typeof value.step === 'string';

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** How long one client may take. */
const longest = 180_000;

/**
 * Runs a program whose lines of JSON `{ step, error? }` are steps; other lines are its own. A program that tells no
 * step, or ends with anything but 0, has one more step that failed.
 */
export const runSteps = async (
  standIn: StandIn,
  command: string,
  words: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<readonly Step[]> => {
  standIn.taken();
  const child = spawn(command, words, {
    cwd: folder,
    env: { ...process.env, ...standIn.environment, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: longest,
  });
  child.stdin.on('error', () => undefined);
  let said = '';
  child.stderr.on('data', (chunk) => {
    said = (said + String(chunk)).slice(-2_000);
  });
  const steps: Step[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const told = parsed(line);
    if (!isStep(told)) {
      said = `${said}${line}\n`.slice(-2_000);
      return;
    }
    const { step, error } = told;
    steps.push({
      name: step,
      ...(error !== undefined && { error }),
      exchanges: standIn.taken(),
    });
    child.stdin.write('\n');
  });
  const code = await new Promise<number>((resolve) => {
    child.once('error', ({ message }) => {
      said += message;
      resolve(-1);
    });
    child.once('close', (ended) => resolve(ended ?? -1));
  });
  const left = standIn.taken();
  if (steps.length === 0 || code !== 0)
    steps.push({
      name: [command.split('/').at(-1), ...words].join(' ').slice(0, 80),
      error: `ended with ${code} after ${steps.length} steps: ${said.trim().slice(-600)}`,
      exchanges: left,
      broken: true,
    });
  return steps;
};
