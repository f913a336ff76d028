// Every place that an entry calls secret: redacted without --secrets-dir, and in a file with it, whatever tool it is.
import { describe, expect, it } from 'vitest';
import { exampleArguments } from '../../src/commands/tools/example-arguments.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import { tools } from '../agent.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { createRecordingTransport } from '../recording-transport.ts';
import { answeredWith } from '../server/answering.ts';
import { contents } from './ground.ts';

/** The secret at one place of a tool. */
const secretOf = (at: number): string => `correct-horse-${at}-battery`;

/** Something that has a value at a dotted place, laid into what is there. */
const planted = (into: unknown, [key = '', ...rest]: readonly string[], value: string): unknown => {
  const whole = typeof into === 'object' && into !== null ? into : {};
  // Any number of keys may be none, or some.
  const name = { '*': 'registry.example.com', '**': 'somewhere' }[key] ?? key;
  const inner: unknown = Reflect.get(whole, name);
  return { ...whole, [name]: rest.length > 0 ? planted(inner, rest, value) : value };
};

const places = ({ endpoint: { discloses } }: Tool): readonly string[] => discloses?.fields ?? [];

/** A reply with a secret at every place and in a setting, in the envelope that the endpoint has. */
const replyOf = (tool: Tool): unknown => {
  const { reply, discloses } = tool.endpoint;
  if (reply.kind === 'text') return `token: ${secretOf(0)}`;
  const resource = {
    ...(discloses?.settings && { spec: { envs: [{ key: 'A_PASSWORD', value: secretOf(99) }] } }),
    ...(places(tool).reduce<unknown>(
      (whole, place, at) => planted(whole, place.split('.'), secretOf(at)),
      {},
    ) as object),
  };
  if (reply.kind === 'list') return { [reply.key]: [resource], links: {}, meta: { total: 1 } };
  return reply.kind === 'object' && reply.key !== null ? { [reply.key]: resource } : resource;
};

const disclosing = tools.filter(({ endpoint }) => endpoint.discloses);

/** What each of these tools answers. */
const callAll = async (argv: readonly string[]): Promise<ReadonlyMap<Tool, string>> => {
  let body: unknown;
  const transport = createRecordingTransport({
    reply: ({ url }) => ({ body: url.pathname === '/v2/account' ? { account: {} } : body }),
  });
  const names = disclosing.map(({ name }) => name).join(',');
  const agent = await answeredWith(() => ({}), {
    transport,
    argv: [
      ...['--tools', names, '--scopes', 'api:write', '--confirm', 'never', '--quota', 'off'],
      ...argv,
    ],
  });
  const answers = new Map<Tool, string>();
  for (const tool of disclosing) {
    body = replyOf(tool);
    const { least } = exampleArguments(tool);
    const detail = 'detail' in tool.inputSchema.properties ? { detail: 'full' } : {};
    answers.set(tool, (await agent.call(tool.name, { ...least, ...detail })).text);
  }
  return answers;
};

describe('every place that is called secret', () => {
  it('is redacted, or its tool is hidden', async () => {
    const answers = await callAll([]);
    expect(answers.size).toBeGreaterThan(100);
    for (const [{ name, endpoint }, text] of answers) {
      expect(text, name).not.toContain('correct-horse');
      expect(text, name).toContain(
        endpoint.discloses?.only ? '"not_allowed"' : '[redacted by do-mcp]',
      );
    }
  });

  it('is in a file with --secrets-dir, and the answer says in which', async () => {
    const folder = temporaryFolder();
    const answers = await callAll(['--secrets-dir', folder]);
    const files = contents(folder);
    for (const [tool, text] of answers) {
      expect(text, tool.name).not.toContain('correct-horse');
      const paths = Array.from(
        text.matchAll(/\[written by do-mcp to ([^\]]+)\]/g),
        ([, path]) => path ?? '',
      );
      const written = paths.map((path) => files.get(path) ?? '').join('\n');
      for (const [at, place] of places(tool).entries())
        expect(written, `${tool.name} ${place}`).toContain(secretOf(at));
      if (tool.endpoint.discloses?.settings) expect(written, tool.name).toContain(secretOf(99));
    }
  });
});
