// The check of the port that do-mcp http would listen on: whether it is free, or whose it is.
import { createServer } from 'node:net';
import { beginningOf } from '../../../tools/cut-text.ts';
import { codeOf } from '../../files/error-code.ts';
import type { Check } from '../check.ts';
import { findingsOf, type Meanings } from '../finding.ts';

const meanings = {
  'port.free': {
    level: 'ok',
    means: 'do-mcp http could listen there.',
    remedy: null,
  },
  'port.ours': {
    level: 'ok',
    means: 'A server of this program listens there already.',
    remedy: null,
  },
  'port.taken': {
    level: 'note',
    means:
      'Another program listens there, so do-mcp http could not start. Clients over stdio do not mind.',
    remedy: 'End the other program, or choose another port with --port.',
  },
  'port.refused': {
    level: 'note',
    means:
      'This user may not listen there, or the address is none of this machine, so do-mcp http could not start.',
    remedy: 'Choose a port above 1023 with --port, and an address of this machine with --host.',
  },
} as const satisfies Meanings;

const finding = findingsOf(meanings);

const usualPort = 8080;
const patience = 1_500;

/** Listens for a moment; the system's code for why that does not go, or null when it does. */
const whyNot = (host: string, port: number): Promise<string | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(codeOf(error) ?? 'unknown reason'));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });

/** Whether whoever listens there answers as this program does. */
const isOurs = async (host: string, port: number): Promise<boolean> => {
  try {
    const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
    const reply = await fetch(`http://${name.includes(':') ? `[${name}]` : name}:${port}/healthz`, {
      signal: AbortSignal.timeout(patience),
      redirect: 'error',
    });
    return beginningOf(await reply.text(), 10).trim() === 'ok';
  } catch {
    return false;
  }
};

/** Looks whether the HTTP server could listen. */
export const port: Check = {
  name: 'port',
  title: 'Port',
  meanings,
  look: async ({ told: { settings } }) => {
    if (settings === null || settings.port === 0) return [];
    const { host, port: number } = settings;
    const wanted = number ?? usualPort;
    const where = `${host}:${wanted}`;
    const code = await whyNot(host, wanted);
    if (code === null) return [finding('port.free', `${where} is free for do-mcp http.`)];
    if (code !== 'EADDRINUSE')
      return [finding('port.refused', `Nobody can listen on ${where} (${code}).`)];
    return (await isOurs(host, wanted))
      ? [finding('port.ours', `A server of this program listens on ${where}.`)]
      : [finding('port.taken', `Another program listens on ${where}.`)];
  },
};
