// The events of a stream as text, and back: what the SDK says in events, for clients that read JSON only.
import { isObject, type JsonObject } from '../../../tools/json-object.ts';

/** A message as the event of a stream. */
export const eventOf = (json: string): string => `event: message\ndata: ${json}\n\n`;

/** The messages in the text of a stream; comments and events without data are none. */
const messagesIn = (text: string): readonly JsonObject[] =>
  text.split(/\n\n/).flatMap((event) => {
    const data = event
      .split('\n')
      .filter((line) => line.startsWith('data:'))
      .map((line) => line.slice('data:'.length).trim())
      .join('\n');
    if (data === '') return [];
    const message: unknown = JSON.parse(data);
    return isObject(message) ? [message] : [];
  });

const isAnswer = (message: JsonObject): boolean => 'result' in message || 'error' in message;

/**
 * The JSON that a stream of events comes to: the one answer, or the list of answers to a batch. What was said
 * on the way, like progress, is left out: there is no place for it.
 */
export const jsonOfEvents = async (
  stream: ReadableStream<Uint8Array>,
  isBatch: boolean,
): Promise<string> => {
  const answers = messagesIn(await new Response(stream).text()).filter(isAnswer);
  return JSON.stringify(isBatch ? answers : (answers[0] ?? null));
};
