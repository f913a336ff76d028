// How a person can be reached through the client that calls, and what came back from there.

/** What a client shows to its person. */
export interface Form {
  readonly message: string;
  /** What has to be typed to agree; null where a tick is enough. */
  readonly typed: string | null;
}

/** What a client says that its person did with a form. It is the client's word, and not more. */
export interface FormAnswer {
  readonly action: 'accept' | 'decline' | 'cancel';
  readonly content: Readonly<Record<string, unknown>>;
}

/** The answer to a form that was shown between two calls, with what we had sealed about it. */
export interface BroughtAnswer {
  /** The id of the question. */
  readonly question: string;
  /** When it was asked, in milliseconds since the epoch. */
  readonly asked: number;
  readonly answer: FormAnswer;
}

/** How a person can be reached through the client that calls. */
export type Person =
  /** The client cannot ask. */
  | { readonly kind: 'unreachable' }
  /** Not on this way in: the same call has to come by the long one. */
  | { readonly kind: 'elsewhere' }
  /** The client asks between two calls (2026-07-28): the first one is answered with the form. */
  | { readonly kind: 'between_calls'; readonly brought: BroughtAnswer | null }
  /** The client asks while the call waits (2025-11-25 and before). */
  | {
      readonly kind: 'within_call';
      /** The connection that shows the form. */
      readonly connection: object;
      /** @throws when the client does not answer with a result. */
      ask(form: Form): Promise<FormAnswer>;
    };

/** What a client's answer to a form comes to. */
export type Meaning = 'agrees' | 'declines' | 'says_nothing';

/** A client that answers faster than this has asked nobody, in milliseconds: some decline everything at once. */
const quickestPerson = 1_000;

/** What an answer means that came so many milliseconds after the form was sent. */
export const meaningOf = (
  { action, content }: FormAnswer,
  typed: string | null,
  after: number,
): Meaning => {
  if (action === 'cancel') return 'says_nothing';
  if (action === 'decline') return after < quickestPerson ? 'says_nothing' : 'declines';
  if (typed === null) return content['agree'] === true ? 'agrees' : 'declines';
  const { name } = content;
  // A slip of the finger is no refusal: the question stays open.
  return typeof name === 'string' && name.trim() === typed ? 'agrees' : 'says_nothing';
};
