// The document without its words: what every documented operation takes and answers, loaded only when asked for.

/** A JSON Schema as OpenAPI 3.0 writes it, facts only; `$ref` is the name of a definition in either file. */
export type Shape = Readonly<Record<string, unknown>>;

/** Schemas by media type; empty where nothing comes. */
export type Content = Readonly<Record<string, Shape>>;

/** What operations answer when they succeed. Every definition is there once. */
export interface ReplyShapes {
  /** Operation id → status → the content, or the name of one that several operations share. */
  readonly operations: Readonly<Record<string, Readonly<Record<string, string | Content>>>>;
  readonly contents: Readonly<Record<string, Content>>;
  readonly schemas: Readonly<Record<string, Shape>>;
  /** How the UUIDs look that DigitalOcean shows: `x` for any hex digit, version and variant as they are. */
  readonly uuids: readonly string[];
}

/** One documented parameter. */
export interface ParameterShape {
  readonly name: string;
  readonly in: string;
  readonly required?: true;
  readonly schema: Shape;
}

/** What one operation takes, before any correction of ours. */
export interface RequestShape {
  readonly method: string;
  readonly path: string;
  /** Hosts of their own; absent on the control plane, which is at api.digitalocean.com. */
  readonly servers?: readonly string[];
  /** As documented: alternatives of scopes that are all needed. */
  readonly scopes: readonly (readonly string[])[];
  /** Parameters, or names of parameters that several operations share. */
  readonly parameters?: readonly (string | ParameterShape)[];
  readonly body?: Content;
}

/** What operations take. Definitions that replies use too are with the replies. */
export interface RequestShapes {
  readonly operations: Readonly<Record<string, RequestShape>>;
  readonly parameters: Readonly<Record<string, ParameterShape>>;
  readonly schemas: Readonly<Record<string, Shape>>;
}

/** Both sides of the document. Written by `npm run catalogue`, never by hand. */
export interface Shapes {
  readonly replies: ReplyShapes;
  readonly requests: RequestShapes;
}

/** Reads what operations answer: about 250 kB, so nothing that starts the program may ask for it. */
export const loadReplyShapes = async (): Promise<ReplyShapes> => {
  const { default: replies } = await import('./replies.json', { with: { type: 'json' } });
  return replies as unknown as ReplyShapes;
};

/** Reads what operations take, for the same readers. */
export const loadRequestShapes = async (): Promise<RequestShapes> => {
  const { default: requests } = await import('./requests.json', { with: { type: 'json' } });
  return requests as unknown as RequestShapes;
};

/** Reads both sides. */
export const loadShapes = async (): Promise<Shapes> => {
  const [replies, requests] = await Promise.all([loadReplyShapes(), loadRequestShapes()]);
  return { replies, requests };
};
