// A server as it is to be written into a client's file, in words that are no client's own.

/** Where the token, or the key of an HTTP server, comes from. */
export type Secret =
  /** A variable of the client's environment, a prompt or a store of the client: whatever it has. */
  | { readonly from: 'reference'; readonly variable: string }
  /** A file that the server itself reads. */
  | { readonly from: 'file'; readonly path: string }
  /** In the client's file, for everybody to read who can read that. */
  | { readonly from: 'pasted'; readonly variable: string; readonly text: string }
  /** None is needed. */
  | { readonly from: 'nowhere' };

/** A program that the client starts, and speaks with over its stdin and stdout. */
export interface StdioServer {
  readonly kind: 'stdio';
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Variables with their values, none of them secret. */
  readonly env: Readonly<Record<string, string>>;
  readonly secret: Secret;
}

/** A server that runs already. */
export interface HttpServer {
  readonly kind: 'http';
  readonly name: string;
  readonly url: string;
  readonly secret: Secret;
}

/** Either. */
export type Server = StdioServer | HttpServer;

/** How a server is called in the lists of clients. */
export const serverTitle = 'DigitalOcean';

/** What clients that show one sentence about a server show. */
export const serverSentence = 'DigitalOcean, exactly as much as the token may use';
