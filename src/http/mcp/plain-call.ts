// Recognises the most common request, a plain tool call in either generation, so that it need not take the SDK's long way.
import { SUPPORTED_PROTOCOL_VERSIONS } from '@modelcontextprotocol/server';
import { isObject } from '../../../tools/json-object.ts';
import type { CallingClient } from '../../road/stages.ts';
import type { RequestHeaders } from '../exchange.ts';
import type { MessageId } from './message-ids.ts';

/** A tool call that asks for nothing but its answer. */
export interface PlainCall {
  readonly id: MessageId;
  readonly name: string;
  /** As the client sent them; undefined when it sent none. */
  readonly given: Readonly<Record<string, unknown>> | undefined;
  readonly generation: 'old' | 'new';
  /** The program that calls, where it says so with every call. */
  readonly client?: CallingClient;
}

const newRevision = '2026-07-28';
const metaPrefix = 'io.modelcontextprotocol/';
const versionKey = `${metaPrefix}protocolVersion`;
const capabilitiesKey = `${metaPrefix}clientCapabilities`;
const clientKey = `${metaPrefix}clientInfo`;

type Fields = Readonly<Record<string, unknown>>;

const hasOnly = (value: Fields, names: readonly string[]): boolean => {
  for (const name in value) if (!names.includes(name)) return false;
  return true;
};

const messageFields = ['jsonrpc', 'id', 'method', 'params'];
const callFields = ['name', 'arguments', '_meta'];
const metaFields = [versionKey, capabilitiesKey, clientKey];

const clientIn = (value: unknown): CallingClient | undefined => {
  if (!isObject(value) || !hasOnly(value, ['name', 'version'])) return undefined;
  const { name, version } = value;
  return typeof name === 'string' && typeof version === 'string' ? { name, version } : undefined;
};

const isClient = (value: unknown): boolean => value === undefined || clientIn(value) !== undefined;

/** Whether these look like capabilities; what they say does not matter to a plain call. */
const areCapabilities = (value: unknown): boolean => {
  if (!isObject(value)) return false;
  for (const name in value) if (!isObject(value[name])) return false;
  return true;
};

const isJson = (request: RequestHeaders): boolean =>
  /^application\/json(\s*;\s*charset=utf-8)?$/i.test(request.header('content-type') ?? '');

const isNew = (meta: Fields, name: string, request: RequestHeaders): boolean =>
  meta[versionKey] === newRevision &&
  areCapabilities(meta[capabilitiesKey]) &&
  isClient(meta[clientKey]) &&
  hasOnly(meta, metaFields) &&
  request.header('mcp-protocol-version') === newRevision &&
  request.header('mcp-method') === 'tools/call' &&
  request.header('mcp-name') === name &&
  (request.header('accept') ?? '').includes('application/json');

const isOld = (request: RequestHeaders): boolean => {
  const version = request.header('mcp-protocol-version');
  const accept = request.header('accept') ?? '';
  return (
    (version === null || SUPPORTED_PROTOCOL_VERSIONS.includes(version)) &&
    request.header('mcp-method') === null &&
    request.header('mcp-name') === null &&
    accept.includes('application/json') &&
    accept.includes('text/event-stream')
  );
};

/**
 * The plain call in a body, or undefined when the SDK has to look at it: because something about it is wrong,
 * rare, or asks for more than an answer (progress, logging, a session).
 */
export const plainCallIn = (body: unknown, request: RequestHeaders): PlainCall | undefined => {
  if (!isObject(body) || body['method'] !== 'tools/call' || body['jsonrpc'] !== '2.0')
    return undefined;
  const { id, params } = body;
  if (typeof id !== 'string' && !Number.isSafeInteger(id)) return undefined;
  if (!isObject(params) || !hasOnly(body, messageFields) || !hasOnly(params, callFields))
    return undefined;
  const { name, arguments: given, _meta: meta } = params;
  if (typeof name !== 'string' || (given !== undefined && !isObject(given))) return undefined;
  if (!isJson(request) || request.header('mcp-session-id') !== null) return undefined;
  const messageId = id as MessageId;
  if (meta === undefined)
    return isOld(request) ? { id: messageId, name, given, generation: 'old' } : undefined;
  if (!isObject(meta) || !isNew(meta, name, request)) return undefined;
  const client = clientIn(meta[clientKey]);
  return { id: messageId, name, given, generation: 'new', ...(client && { client }) };
};
