// The MCP server for one connection or one HTTP request: it lists what the guard offers and sends every call down the road.
import {
  type CallToolResult,
  type ListToolsResult,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { shortened } from '../../tools/cut-text.ts';
import { visible } from '../../tools/invisible/visible.ts';
import { describeProgress } from '../advice/notes.ts';
import type { CallContext } from '../client/client.ts';
import type { OfferedTool } from '../guard/guard.ts';
import type { Menu } from '../menu/menu.ts';
import { Brought, broughtOf } from '../road/brought.ts';
import { callTool, type Outcome } from '../road/call-tool.ts';
import { type Caller, principalOf } from '../road/caller.ts';
import { narrowedCaller } from '../road/narrowed-caller.ts';
import { said } from '../road/said.ts';
import type { CallRoad } from '../road/stages.ts';
import { instructions, type ServerIdentity } from './introduction.ts';
import { OwnServer, type SentCall } from './own-server.ts';
import { clientOf, createForms, type Forms } from './person.ts';
import { openReadDoors, readCacheHints, readCapabilities } from './read-doors.ts';
import { sleepingOf } from './sleeping.ts';

/** What all servers of this process share. */
export interface ServerParts {
  readonly identity: ServerIdentity;
  readonly menu: Menu;
  readonly road: CallRoad;
  /** Seals what clients bring back when they were asked something. */
  readonly formKey: () => Buffer;
  /** Whether clients are told when the list changes: yes where the connection lasts. */
  readonly listChanged: boolean;
}

/** How long a client may keep a tool list, in milliseconds: a changed grant shows after that. */
const listLifetime = 60_000;

/** Builds a server for one caller. Cheap and without side effects: it is made anew for every HTTP request. */
export const buildMcpServer = (parts: ServerParts, caller: Caller): OwnServer => {
  const forms = createForms(parts.formKey, principalOf(caller), () => parts.road.clock.now());
  const server = new OwnServer(parts.identity, {
    instructions,
    requestState: { verify: forms.verify },
    capabilities: { tools: { listChanged: parts.listChanged }, ...readCapabilities },
    cacheHints: {
      'tools/list': { ttlMs: listLifetime, cacheScope: 'private' },
      ...readCacheHints,
    },
  });
  /** A request may ask for less than its caller may, within a session as well. */
  const callerOf = ({ http }: ServerContext): Caller => narrowedCaller(caller, http?.authInfo);
  openReadDoors(server, parts.road, callerOf);
  server.setRequestHandler('tools/list', async (_request, context) => {
    const guard = await callerOf(context).guard();
    return { tools: onTheWire(await parts.menu.list(guard)) };
  });
  server.onCall((call, context) =>
    answerCall({ parts, caller: callerOf(context), server, forms }, call, context),
  );
  return server;
};

// The SDK's type wants mutable objects; what is offered is shared and never changed.
const onTheWire = (tools: readonly OfferedTool[]) => tools as unknown as ListToolsResult['tools'];

interface Serving {
  readonly parts: ServerParts;
  readonly caller: Caller;
  readonly server: OwnServer;
  readonly forms: Forms;
}

const answerCall = async (
  { parts, caller, server, forms }: Serving,
  { name, arguments: raw }: SentCall,
  context: ServerContext,
): Promise<CallToolResult> => {
  const meaning = await parts.menu.meaning(name, raw, () => caller.guard());
  const client = clientOf(server, context);
  const stray = { name, raw, caller, client };
  if (!meaning) {
    await parts.road.recorder.stray({ ...stray, result: 'unknown_tool' });
    const meant = parts.menu.meant(name, await caller.guard());
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      `There is no tool ${visible(shortened(name, 64))}.${meant ? ` Did you mean ${meant}?` : ' Call tools/list for what there is.'}`,
    );
  }
  if (meaning.kind === 'inventory') {
    const { callInventory } = await import('../inventory/account-inventory.ts');
    const { road } = parts;
    const call = { ...stray, raw: meaning.raw, road, context: callContext(context, caller) };
    return resultOf(await callInventory(call));
  }
  if (meaning.kind === 'said') return resultOf(await said(parts.road, stray, meaning));
  const outcome = await callTool({
    ...meaning.call,
    caller,
    person: forms.personOf(server, context),
    client,
    context: callContext(context, caller),
    road: parts.road,
    brought: broughtOf(context.http?.authInfo),
  });
  if (outcome instanceof Brought) throw new Error('a call that cannot go another way was sent one');
  return 'asks' in outcome ? forms.resultOf(outcome, context) : resultOf(outcome);
};

/** What goes over the wire. */
export const resultOf = (outcome: Outcome): CallToolResult => ({
  content: [{ type: 'text', text: outcome.text }],
  ...(!outcome.ok && { isError: true }),
});

/** The lifetime of one call, as the client below needs it; progress is only sent to whoever asked for it. */
const callContext = (context: ServerContext, caller: Caller): CallContext => {
  const token = context.mcpReq._meta?.progressToken;
  const { signal } = context.mcpReq;
  const sleeping = sleepingOf(context.http?.authInfo);
  const lifetime = { signal, ...(sleeping && { sleeping }) };
  if (token === undefined) return lifetime;
  return {
    ...lifetime,
    progress: (update) => {
      void context.mcpReq
        .notify({
          method: 'notifications/progress',
          params: {
            progressToken: token,
            progress: Math.min(update.waited, update.patience),
            total: update.patience,
            message: caller.account.veil(visible(describeProgress(update))),
          },
        })
        // A client that has gone away cannot be told; its signal ends the call.
        .catch(() => {});
    },
  };
};
