// The shapes that most clients share: a command with arguments and variables, an address with headers.
import type { Reference } from './client.ts';
import type { Value } from './formats/format.ts';
import type { HttpServer, StdioServer } from './server.ts';

/** The text that stands for a variable. */
export const referenceTo = ({ text }: Reference, variable: string): string | null =>
  text?.replaceAll('NAME', variable) ?? null;

/** The variables of a program, the secret one among them where the file has to name it. */
export const variablesOf = (
  { env, secret }: StdioServer,
  reference: Reference | null,
): Readonly<Record<string, string>> => {
  if (secret.from === 'pasted') return { ...env, [secret.variable]: secret.text };
  const text =
    secret.from === 'reference' && reference ? referenceTo(reference, secret.variable) : null;
  return secret.from === 'reference' && text !== null ? { ...env, [secret.variable]: text } : env;
};

/** `command`, `args` and, where there are any, `env`. */
export const commandShape = (
  server: StdioServer,
  reference: Reference | null,
): Readonly<Record<string, Value>> => {
  const env = variablesOf(server, reference);
  return {
    command: server.command,
    args: server.args,
    ...(Object.keys(env).length > 0 && { env }),
  };
};

/** The header with which a server is told who calls; none where it asks for nothing. */
export const headersOf = (
  { secret }: HttpServer,
  reference: Reference | null,
): { readonly headers?: Readonly<Record<string, string>> } => {
  if (secret.from === 'pasted') return { headers: { Authorization: `Bearer ${secret.text}` } };
  const text =
    secret.from === 'reference' && reference ? referenceTo(reference, secret.variable) : null;
  return text === null ? {} : { headers: { Authorization: `Bearer ${text}` } };
};
