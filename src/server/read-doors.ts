// What clients may read beside tools: resources, jobs as prompts and skills, and what an argument may be. What answers
// is loaded with its first use: most clients only call tools.
import {
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
  type StandardSchemaV1,
} from '@modelcontextprotocol/server';
import { isObject } from '../../tools/json-object.ts';
import { Unreadable } from '../resources/resource.ts';
import type { Caller } from '../road/caller.ts';
import type { Reads } from '../road/reads.ts';
import type { CallRoad } from '../road/stages.ts';
import type { OwnServer } from './own-server.ts';
import { sleepingOf } from './sleeping.ts';

/** The capabilities that these doors answer for. */
export const readCapabilities = {
  resources: {},
  prompts: {},
  completions: {},
  extensions: { 'io.modelcontextprotocol/skills': {} },
};

/** How long a client may keep what it has read of this kind, in milliseconds. */
const hint = { ttlMs: 60_000, cacheScope: 'private' } as const;

/** The same for all of them. What is read changes with the account; the lists change with the grant. */
export const readCacheHints = {
  'resources/list': hint,
  'resources/templates/list': hint,
  'prompts/list': hint,
  'resources/read': { ttlMs: 0, cacheScope: 'private' },
} as const;

/** Params of a method that the SDK does not know, as they were sent. */
const asSent: StandardSchemaV1<Readonly<Record<string, unknown>>> = {
  '~standard': {
    version: 1,
    vendor: 'do-mcp',
    validate: (params) => ({ value: isObject(params) ? params : {} }),
  },
};

const notFound = (what: string): ProtocolError =>
  new ProtocolError(ProtocolErrorCode.InvalidParams, what);

/** What is there and cannot be read now is no answer that a client might keep. */
const unreadable = (error: unknown): never => {
  if (error instanceof Unreadable)
    throw new ProtocolError(ProtocolErrorCode.InternalError, error.message);
  throw error;
};

/** Opens the doors on one server. @param callerOf whoever makes a request. */
export const openReadDoors = (
  server: OwnServer,
  road: CallRoad,
  callerOf: (context: ServerContext) => Caller,
): void => {
  const reads = async (context: ServerContext): Promise<Reads> => {
    const { readsOf } = await import('../road/reads.ts');
    const sleeping = sleepingOf(context.http?.authInfo);
    const { signal } = context.mcpReq;
    return readsOf(road, callerOf(context), { signal, ...(sleeping && { sleeping }) });
  };
  const library = () => import('../resources/shelf.ts');
  const desk = () => import('../jobs/desk.ts');

  server.setRequestHandler('resources/list', async (_request, context) => {
    const [{ listed }, { skillResources }] = await Promise.all([library(), desk()]);
    const now = await reads(context);
    return { resources: [...listed(now), ...skillResources(now)] };
  });
  server.setRequestHandler('resources/templates/list', async () => ({
    resourceTemplates: (await library()).templates(),
  }));
  server.setRequestHandler('resources/read', async ({ params: { uri } }, context) => {
    const [{ contentsAt }, { skillAt }] = await Promise.all([library(), desk()]);
    const now = await reads(context);
    const content = skillAt(uri, now) ?? (await contentsAt(uri, now).catch(unreadable));
    if (!content)
      throw notFound(
        `There is no resource at this address. Call resources/list for what there is.`,
      );
    return { contents: [{ uri, ...content }] };
  });
  server.setRequestHandler('prompts/list', async (_request, context) => ({
    prompts: (await desk()).prompts(await reads(context)),
  }));
  server.setRequestHandler('prompts/get', async ({ params }, context) => {
    const prompt = (await desk()).promptOf(
      params.name,
      params.arguments ?? {},
      await reads(context),
    );
    if ('problem' in prompt) throw notFound(prompt.problem);
    return {
      description: prompt.description,
      messages: [{ role: 'user', content: { type: 'text', text: prompt.text } }],
    };
  });
  server.setRequestHandler('completion/complete', async ({ params }, context) => {
    const { completed } = await import('../jobs/completion.ts');
    return { completion: await completed(params, await reads(context)) };
  });
  server.setRequestHandler('skills/list', { params: asSent }, async (_params, context) => ({
    skills: [...(await (await desk()).skills(await reads(context)))],
  }));
  server.setRequestHandler('skills/get', { params: asSent }, async ({ uri }, context) => {
    const skill = (await (await desk()).skills(await reads(context))).find(
      (one) => one.uri === uri,
    );
    if (!skill)
      throw notFound('There is no skill at this address. Call skills/list for what there is.');
    return { skill };
  });
};
