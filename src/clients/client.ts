// What a client is: where its file stands, how it is written, and how it is told of a server. All of it data.
import type { Step, Value } from './formats/format.ts';
import type { Places } from './home.ts';
import type { HttpServer, StdioServer } from './server.ts';

/** The clients whose files are known, in the order in which they are named. */
export const clientNames = [
  'claude-desktop',
  'claude-code',
  'cursor',
  'vscode',
  'codex',
  'windsurf',
  'zed',
  'gemini',
  'goose',
  'continue',
] as const;

/** The name of a client on the command line. */
export type ClientName = (typeof clientNames)[number];

/** How a file is written; `json` is read by its client without comments and trailing commas. */
export type FormatName = 'json' | 'json with comments' | 'jsonc' | 'toml' | 'yaml';

/** What stands in a client's file beside the servers, for one of them. */
export interface Beside {
  readonly path: readonly Step[];
  readonly value: Value;
}

/** How a client keeps a secret out of its file. */
export interface Reference {
  /** The text that stands for the value of a variable, with NAME for its name; null where a list names variables. */
  readonly text: string | null;
  /** What the client does for the value, as a sentence. */
  readonly says: string;
}

/** A client. */
export interface Client {
  readonly name: ClientName;
  readonly title: string;
  /** On WSL: whether it is a program of Windows, whose files are there. */
  readonly isDesktop: boolean;
  readonly format: FormatName;
  /** Its file: the first of these whose folder is there, else the first. Absolute paths. */
  readonly files: (places: Places) => readonly string[];
  /** Files that it reads instead, where their folder is there. */
  readonly instead?: (places: Places) => readonly string[];
  /** Whether it is installed: one of these is there. */
  readonly signs: (places: Places) => readonly string[];
  /** Where a server stands. */
  readonly path: (name: string) => readonly Step[];
  /** Where all servers stand: an object by name, or a list. */
  readonly servers: readonly string[];
  /** Where else in the file servers stand that are for one project: projects by their folders, each with servers. */
  readonly projects?: readonly string[];
  /** How it names a program that it starts. */
  readonly stdio: (server: StdioServer) => Value;
  /** How it names a server that runs already; null where its file cannot, for the reason that follows. */
  readonly http: ((server: HttpServer) => Value) | null;
  /** Why not, and what to do instead. */
  readonly noHttp?: string;
  /** How it refers to a secret: for a program's environment, and for the header of a request; null where it cannot. */
  readonly reference: { readonly stdio: Reference | null; readonly http: Reference | null };
  /** What stands beside a server of this name that refers to a secret. */
  readonly beside?: (name: string) => readonly Beside[];
  /** What a new file needs besides its servers. */
  readonly fresh?: Readonly<Record<string, Value>>;
  /** What has to be done before it counts, as a sentence. */
  readonly restart: string;
  /** How to see that it works, as a sentence. */
  readonly check: string;
  /** Whether it is started from a desktop, which has no variables of a shell and perhaps another Node.js. */
  readonly startsFromDesktop: boolean;
  /** Variables that it does not hand on, whatever its file says. */
  readonly refusesVariables?: readonly string[];
}
