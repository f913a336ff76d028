// The person behind an MCP client: whether the client can show a form, and how, in either generation of the protocol.
import {
  type CallToolResult,
  CLIENT_CAPABILITIES_META_KEY,
  CLIENT_INFO_META_KEY,
  createRequestStateCodec,
  type ElicitRequestFormParams,
  type InputRequiredResult,
  inputRequired,
  type RequestStateCodec,
  type Server,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { shortened } from '../../tools/cut-text.ts';
import { isObject } from '../../tools/json-object.ts';
import type { Form, FormAnswer, Person } from '../consent/person.ts';
import type { Asks } from '../road/call-tool.ts';
import { cleanLine } from '../terminal/clean.ts';

/** What is sealed into the state that a client brings back with its answer. */
interface Sealed {
  readonly question: string;
  /** When the form was handed out, in milliseconds since the epoch. */
  readonly asked: number;
}

/** How long a client may take to come back, in seconds; the question itself stays open for longer. */
const sealHolds = 600;

/** The one form that a question has. */
const formKey = 'consent';

/** How long the answer to a form is listened for, in milliseconds: as long as the question is open. */
const listenFor = 60 * 60 * 1_000;

const schemaOf = ({ typed }: Form): ElicitRequestFormParams['requestedSchema'] =>
  typed === null
    ? {
        type: 'object',
        properties: { agree: { type: 'boolean', title: 'I agree to this', default: false } },
        required: ['agree'],
      }
    : {
        type: 'object',
        properties: {
          name: { type: 'string', title: `Type ${typed} to agree`, maxLength: 256 },
        },
        required: ['name'],
      };

const answerIn = (raw: unknown): FormAnswer => {
  const { action, content } = isObject(raw) ? raw : {};
  return {
    // Whatever is no answer that the protocol knows says nothing.
    action: action === 'accept' || action === 'decline' ? action : 'cancel',
    content: isObject(content) ? content : {},
  };
};

/** Whether capabilities declare forms; `elicitation: {}` is from before there were other kinds. */
const showsForms = (capabilities: unknown): boolean => {
  const elicitation = isObject(capabilities) ? capabilities['elicitation'] : undefined;
  return isObject(elicitation) && (isObject(elicitation['form']) || !('url' in elicitation));
};

/** What a request of the new generation says about its client; undefined in the old one. */
const envelopeOf = ({ mcpReq }: ServerContext): Readonly<Record<string, unknown>> | undefined =>
  mcpReq.envelope as Readonly<Record<string, unknown>> | undefined;

/** Forms of one server: handed out, sealed, and taken back. */
export interface Forms {
  /** For the SDK: what a client brings back was sealed by us, for this principal, and not too long ago. */
  readonly verify: (state: string, context: ServerContext) => Promise<unknown>;
  /** How the person behind a call can be reached. */
  personOf(server: Server, context: ServerContext): Person;
  /** The answer to a call that makes a client show a form. */
  resultOf(asks: Asks, context: ServerContext): Promise<CallToolResult>;
}

/**
 * @param key seals what clients bring back.
 * @param principal whose forms these are: what was sealed for another is refused.
 */
export const createForms = (key: () => Buffer, principal: string, now: () => number): Forms => {
  let made: RequestStateCodec<Sealed> | undefined;
  const codec = (): RequestStateCodec<Sealed> => {
    made ??= createRequestStateCodec<Sealed>({
      key: key(),
      ttlSeconds: sealHolds,
      bind: () => principal,
    });
    return made;
  };

  const between = (context: ServerContext): Person => {
    const sealed = context.mcpReq.requestState<Sealed>();
    const raw = context.mcpReq.inputResponses?.[formKey];
    return {
      kind: 'between_calls',
      brought: sealed && raw !== undefined ? { ...sealed, answer: answerIn(raw) } : null,
    };
  };

  const within = (server: Server, context: ServerContext): Person => ({
    kind: 'within_call',
    connection: server,
    ask: async (form) =>
      answerIn(
        await context.mcpReq.elicitInput(
          { mode: 'form', message: form.message, requestedSchema: schemaOf(form) },
          { timeout: listenFor },
        ),
      ),
  });

  return {
    verify: (state, context) => codec().verify(state, context),
    personOf: (server, context) => {
      const envelope = envelopeOf(context);
      if (envelope)
        return showsForms(envelope[CLIENT_CAPABILITIES_META_KEY])
          ? between(context)
          : { kind: 'unreachable' };
      return showsForms(server.getClientCapabilities())
        ? within(server, context)
        : { kind: 'unreachable' };
    },
    resultOf: async ({ asks, question }, context) => {
      const result: InputRequiredResult = inputRequired({
        inputRequests: {
          [formKey]: inputRequired.elicit({
            message: asks.message,
            requestedSchema: schemaOf(asks),
          }),
        },
        requestState: await codec().mint({ question, asked: now() }, context),
      });
      // The SDK takes it from every handler of a call, and its type of ours does not say so.
      return result as unknown as CallToolResult;
    },
  };
};

/** The client as it names itself, for people and the record; undefined when it does not. */
export const clientOf = (
  server: Server,
  context: ServerContext,
): { readonly name: string; readonly version: string } | undefined => {
  const info = envelopeOf(context)?.[CLIENT_INFO_META_KEY] ?? server.getClientVersion();
  const { name, version } = isObject(info) ? info : {};
  return typeof name === 'string'
    ? {
        name: shortened(cleanLine(name), 64),
        version: typeof version === 'string' ? shortened(cleanLine(version), 32) : '',
      }
    : undefined;
};
