// In which form a client takes the answer to its messages: as JSON, or as a stream of events.
import { accepts, names } from '../doors/accept.ts';
import type { RequestHeaders } from '../exchange.ts';

const stream = 'text/event-stream';

/** The two media types in which MCP answers a POST. */
export const postOffers: readonly string[] = ['application/json', stream];

/** The media type of what a client listens to. */
export const listenOffers: readonly string[] = [stream];

/** `either`: what suits the answer; the others: nothing else is read. */
export type WantedForm = 'either' | 'json' | 'stream';

const both = /application\/json.*text\/event-stream|text\/event-stream.*application\/json/i;

/**
 * The form that a client takes. One that names no stream gets JSON: scripts that send no Accept header, or any
 * type, read a body, not events.
 */
export const wantedForm = (request: RequestHeaders): WantedForm => {
  const accept = request.header('accept');
  if (accept !== null && both.test(accept) && !accept.includes('q=')) return 'either';
  if (!names(accept, stream)) return 'json';
  return accepts(accept, 'application/json') ? 'either' : 'stream';
};

/** What the SDK insists on seeing before it serves anybody. */
export const acceptOfSdk = 'application/json, text/event-stream';
