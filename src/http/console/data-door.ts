// A door of the console at which data is asked for or something is done: JSON both ways, for signed-in people only.
import { beginningOf } from '../../../tools/cut-text.ts';
import type { Log } from '../../log.ts';
import type { Border, DoorAnswer, Gate, PathParts, Row } from '../doors/door.ts';
import { row } from '../doors/row.ts';
import { json } from '../doors/speech.ts';
import type { Exchange } from '../exchange.ts';
import { comeBackLater, Refusal } from '../refusal.ts';
import { Reply } from '../reply.ts';
import { packable, packedReply } from './packed.ts';
import { pageHeaders } from './page-headers.ts';
import type { Viewer } from './viewer.ts';

/** What all doors of data stand on. */
export interface DataDoorParts {
  readonly border: Border;
  readonly gate: Gate<Viewer>;
  readonly log: Log;
}

/** Something asked, by whom. */
export interface Asked {
  readonly exchange: Exchange;
  readonly viewer: Viewer;
  readonly parts: PathParts;
  /** What stands behind the path. */
  readonly query: URLSearchParams;
}

/** Answers with a value that becomes JSON, a finished reply, or a refusal. */
export type Answering = (asked: Asked) => Promise<unknown> | unknown;

const offers = ['application/json'];
const type = { 'content-type': 'application/json' };

/** The longest query that is read, in characters. */
const longestQuery = 2_000;

const failed = comeBackLater(503, 5, {
  message: 'This cannot be told at this moment. Nothing changed; try again.',
});

/** Makes doors of data. */
export const createDataDoor =
  ({ border, gate, log }: DataDoorParts) =>
  (path: string, methods: Readonly<Partial<Record<'GET' | 'POST' | 'DELETE', Answering>>>): Row => {
    const answered =
      (answering: Answering) =>
      async (exchange: Exchange, viewer: Viewer, parts: PathParts): Promise<DoorAnswer> => {
        const query = new URLSearchParams(beginningOf(exchange.query, longestQuery));
        try {
          const answer = await answering({ exchange, viewer, parts, query });
          if (answer instanceof Refusal || answer instanceof Reply) return answer;
          return packedReply(exchange, packable(JSON.stringify(answer)), type);
        } catch (error) {
          log.error({ request_id: exchange.id, error }, 'the console could not be answered');
          return failed;
        }
      };
    return row<Viewer>({
      path,
      border,
      gate,
      speech: json,
      headers: pageHeaders,
      methods: Object.fromEntries(
        Object.entries(methods).map(([method, answering]) => [
          method,
          { offers, answer: answered(answering) },
        ]),
      ),
    });
  };

/** A door of data, by its path and what it answers. */
export type DataDoor = ReturnType<typeof createDataDoor>;
