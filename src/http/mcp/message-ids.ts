// What the transport needs to know about a JSON-RPC body before the SDK sees it; everything else is the SDK's.
import { isObject } from '../../../tools/json-object.ts';

const isRequest = (message: unknown): message is Readonly<Record<string, unknown>> =>
  isObject(message) && typeof message['method'] === 'string' && message['id'] !== undefined;

/** A JSON-RPC id that may be echoed. */
export type MessageId = string | number;

/** The ids of the requests in a body, which may be a batch; answers and notifications have none to answer. */
export const requestIdsOf = (body: unknown): readonly MessageId[] => {
  const messages: readonly unknown[] = Array.isArray(body) ? body : [body];
  return messages.flatMap((message) => {
    if (!isRequest(message)) return [];
    const { id } = message;
    return typeof id === 'string' || typeof id === 'number' ? [id] : [];
  });
};

/** Whether a body opens an old-generation session with a client that can ask its user. */
export const asksForSession = (body: unknown): boolean => {
  if (!isRequest(body) || body['method'] !== 'initialize' || !isObject(body['params']))
    return false;
  const capabilities = body['params']['capabilities'];
  return isObject(capabilities) && isObject(capabilities['elicitation']);
};
