// The file that names agents: who has which key, works with which token, and may do what. It grows into the policy.
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as z from 'zod';
import { type Area, areaNames } from '../../../scope-map/areas.ts';
import { nearest } from '../../../tools/nearest.ts';
import type { Environment } from '../../configuration/command-line.ts';
import { checkToken, findToken, type TokenSource } from '../../configuration/token.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import type { Restriction } from '../../guard/selection.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports.ts';

const looksLikeToken = /^(?:do[opr]|dof)_v1_|^sk_do_/;

const variableName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be the name of an environment variable')
  .refine(
    (text) => !looksLikeToken.test(text),
    'must be the name of a variable that holds the token, never the token',
  );

const agentShape = z.strictObject({
  name: z
    .string()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/,
      'must be 1 to 63 letters, digits, dots, dashes or underscores',
    ),
  /** `sha256:` and the hex digest of the agent's key. */
  key: z
    .string()
    .regex(
      /^sha256:[0-9a-f]{64}$/,
      'must be sha256: and 64 hex digits, as do-mcp agent add writes it',
    ),
  token: z.union(
    [z.strictObject({ env: variableName }), z.strictObject({ file: z.string().min(1) })],
    {
      error:
        'must be {"env": "<variable>"} or {"file": "<path>"}: the token itself does not belong here',
    },
  ),
  access: z.enum(['read', 'write']),
  areas: z.array(z.string()).min(1).optional(),
  /** Just these tools. */
  tools: z.array(z.string()).min(1).optional(),
  excludeTools: z.array(z.string()).optional(),
  note: z.string().optional(),
});

// Unknown fields are refused: a mistyped restriction would otherwise restrict nothing. New fields come with
// this version as long as files without them keep their meaning, and with a new version else.
const fileShape = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1, { error: 'must be 1' }),
  agents: z.array(agentShape),
});

/** The file's content as written. */
export type AgentFileContent = z.infer<typeof fileShape>;

/** One agent, ready to be admitted. */
export interface Agent {
  readonly name: string;
  /** Stable as long as name and key are. */
  readonly id: string;
  readonly keyDigest: Uint8Array;
  readonly token: TokenSource;
  /** What the agent may have of what the owner offers. */
  readonly restriction: Restriction;
}

/** What reading an agent file needs to know. */
export interface AgentFileOptions {
  readonly path: string;
  readonly environment: Environment;
  /** Every tool name and alias, each with its current name. */
  readonly toolNames: ReadonlyMap<string, string>;
}

const problemsOf = (error: z.ZodError): string =>
  error.issues
    .slice(0, 5)
    .map(
      (issue) => `${issue.path.length > 0 ? issue.path.join('.') : 'the file'}: ${issue.message}`,
    )
    .join('; ');

/**
 * The content of an agent file.
 * @throws {UsageError} naming each field that is wrong; values are not repeated.
 */
export const parseAgentFile = (text: string, path: string): AgentFileContent => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UsageError(`The agent file ${path} is not valid JSON.`);
  }
  const result = fileShape.safeParse(json);
  if (!result.success)
    throw new UsageError(`The agent file ${path} cannot be used: ${problemsOf(result.error)}.`);
  return result.data;
};

const areasOf = (names: readonly string[], where: string): ReadonlySet<Area> =>
  new Set(
    names.map((name) => {
      const area = areaNames.find((one) => one === name);
      if (area) return area;
      const meant = nearest(name, areaNames);
      throw new UsageError(
        `${where}: there is no area "${name}".${meant ? ` Did you mean ${meant}?` : ''}`,
      );
    }),
  );

const toolsOf = (
  names: readonly string[],
  where: string,
  known: ReadonlyMap<string, string>,
): ReadonlySet<string> =>
  new Set(
    names.map((name) => {
      const current = known.get(name);
      if (current !== undefined) return current;
      const meant = nearest(name, known.keys());
      throw new UsageError(
        `${where}: there is no tool "${name}".${meant ? ` Did you mean ${meant}?` : ''}`,
      );
    }),
  );

const restrictionOf = (
  agent: AgentFileContent['agents'][number],
  where: string,
  toolNames: ReadonlyMap<string, string>,
): Restriction => {
  const leftOut = new Set(toolsOf(agent.excludeTools ?? [], where, toolNames));
  if (agent.tools) {
    const only = toolsOf(agent.tools, where, toolNames);
    for (const name of toolNames.values()) if (!only.has(name)) leftOut.add(name);
  }
  return {
    readOnly: agent.access === 'read',
    ...(agent.areas && { areas: areasOf(agent.areas, where) }),
    ...(leftOut.size > 0 && { leftOut }),
  };
};

const tokenSourceOf = (
  source: AgentFileContent['agents'][number]['token'],
  where: string,
  { path, environment }: AgentFileOptions,
): TokenSource => {
  if ('env' in source)
    return {
      from: source.env,
      read: () =>
        checkToken(environment[source.env] ?? '', `${source.env}, the token of ${where},`),
    };
  const found = findToken({}, resolve(dirname(path), source.file));
  if (!found) throw new UsageError(`${where}: the token file cannot be read.`);
  return found;
};

/**
 * Reads the agents of a file.
 * @throws {UsageError} when the file cannot be read or is wrong, two agents share a name or key, an area or
 * tool does not exist (naming the nearest), or a token is missing or of the wrong kind.
 */
export const readAgents = (options: AgentFileOptions): readonly Agent[] => {
  const { path, toolNames } = options;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(
      `The agent file ${path} cannot be read. do-mcp agent add <name> --policy ${path} makes one.`,
    );
  }
  const { agents } = parseAgentFile(text, path);
  const names = new Set<string>();
  const keys = new Set<string>();
  return agents.map((agent) => {
    const where = `agent ${agent.name}`;
    if (names.has(agent.name))
      throw new UsageError(`The agent file ${path} names ${agent.name} twice.`);
    if (keys.has(agent.key))
      throw new UsageError(
        `In the agent file ${path}, ${agent.name} has the key of another agent.`,
      );
    names.add(agent.name);
    keys.add(agent.key);
    const token = tokenSourceOf(agent.token, where, options);
    token.read();
    const digest = agent.key.slice('sha256:'.length);
    return {
      name: agent.name,
      id: `${agent.name}-${digest.slice(0, 8)}`,
      keyDigest: Buffer.from(digest, 'hex'),
      token,
      restriction: restrictionOf(agent, where, toolNames),
    };
  });
};

/** The agents as the file stands now. */
export interface AgentFile {
  agents(): readonly Agent[];
}

/** How often the file is looked at, in milliseconds: an agent that was taken out stays admitted for so long. */
const lookEvery = 1_000;

/**
 * Follows an agent file: changes count without a restart. A change that makes the file unusable changes
 * nothing and is logged, so that a slip of the pen does not lock everyone out.
 * @throws {UsageError} when the file is unusable at the start.
 */
export const followAgentFile = (options: AgentFileOptions, clock: Clock, log: Log): AgentFile => {
  const stampOf = (): string => {
    try {
      const { mtimeMs, size, ino } = statSync(options.path);
      return `${mtimeMs}:${size}:${ino}`;
    } catch {
      return 'gone';
    }
  };
  let stamp = stampOf();
  let current = readAgents(options);
  let lookedAt = clock.now();
  return {
    agents: () => {
      if (clock.now() - lookedAt < lookEvery) return current;
      lookedAt = clock.now();
      const now = stampOf();
      if (now === stamp) return current;
      stamp = now;
      try {
        current = readAgents(options);
        log.info({ agents: current.length }, 'the agent file was read again');
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        log.error(
          { reason: error.message },
          'the agent file has become unusable; the agents stay as they were',
        );
      }
      return current;
    },
  };
};
