// A door: one path of the server, with who may come near, who may enter, what is answered, and in which format it refuses.
import type { Exchange } from '../exchange.ts';
import type { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import type { Speech } from './speech.ts';

/** What comes back from a door. */
export type DoorAnswer = Reply | Refusal;

/** The methods that a door may take; HEAD goes with a GET that ends, OPTIONS is answered by the table. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Stops a request by where it comes from or was sent to; undefined lets it pass. */
export type Border = (exchange: Exchange) => Refusal | undefined;

/** Finds out who comes in, or refuses. */
export type Gate<Guest> = (exchange: Exchange) => Guest | Refusal | Promise<Guest | Refusal>;

/** What stands in a path where its door names a part, such as `id`. */
export type PathParts = Readonly<Record<string, string>>;

/** How one method is answered. */
export interface Handler<Guest> {
  /** The media types it can answer with; a client that takes none of them gets a 406. Empty: nobody is asked. */
  readonly offers: readonly string[];
  answer(exchange: Exchange, guest: Guest, parts: PathParts): DoorAnswer | Promise<DoorAnswer>;
}

/** One row of the table of doors. */
export interface Door<Guest> {
  /** The whole path, in which `{id}` stands for any one part; one closing slash more is the same. */
  readonly path: string;
  readonly border: Border;
  readonly gate: Gate<Guest>;
  readonly methods: Readonly<Partial<Record<Method, Handler<Guest>>>>;
  readonly speech: Speech;
  /** Headers of every reply of this door, its content security among them; they go over the server's own. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether pages of the named origins may read its replies. */
  readonly pages?: boolean;
}

/** A door whose guests are its own business. */
export interface Row extends Omit<Door<never>, 'gate' | 'methods'> {
  /** In the words of an `Allow` header. */
  readonly allow: string;
  /** What a method offers; undefined when the door does not take it. */
  offers(method: string): readonly string[] | undefined;
  /** Lets a request in and answers it; only for methods that the door takes. */
  enter(exchange: Exchange, method: string, parts: PathParts): Promise<DoorAnswer>;
}
