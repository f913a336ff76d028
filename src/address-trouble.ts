// Says in words why an address cannot be listened on.

const reasons: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (_host, port) =>
    `Port ${port} is in use already. Stop the other program, or choose another --port.`,
  EACCES: (_host, port) =>
    `This user may not listen on port ${port}. Choose one above 1023 with --port.`,
  EADDRNOTAVAIL: (host) => `This machine does not have the address ${host}. Choose another --host.`,
  ENOTFOUND: (host) => `There is no host named ${host}. Choose another --host.`,
  EAI_AGAIN: (host) =>
    `The host name ${host} could not be looked up. Choose another --host, or try again.`,
  EAFNOSUPPORT: (host) =>
    `This machine does not speak the protocol of ${host}. Choose another --host.`,
};

/** The code of an error that came from opening a listening socket; undefined for any other error. */
const listenCode = (error: unknown): string | undefined =>
  error instanceof Error &&
  'code' in error &&
  'syscall' in error &&
  ['listen', 'bind', 'getaddrinfo'].includes(String(error.syscall))
    ? String(error.code)
    : undefined;

/**
 * A sentence for an error that came from opening a listening socket; undefined when it came from elsewhere.
 * @param host as it may be shown.
 */
export const addressTrouble = (host: string, port: number, error: unknown): string | undefined => {
  const code = listenCode(error);
  if (code === undefined) return undefined;
  return (
    reasons[code]?.(host, port) ??
    `Nothing can be served on ${host}, port ${port} (${code}). Choose another --host or --port.`
  );
};
