// Puts the errors of Node and undici into words.
import { WireFailure } from './transport.ts';

/** Sentences for the errors of Node and undici that people meet; others are told by their code. */
const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the name server does not answer',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was closed',
  ETIMEDOUT: 'the connection timed out',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
  UND_ERR_HEADERS_TIMEOUT: 'no reply in time',
  UND_ERR_BODY_TIMEOUT: 'the reply stopped in the middle',
  UND_ERR_SOCKET: 'the connection was closed',
  UND_ERR_HEADERS_OVERFLOW: 'the reply has too many headers',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the reply is not as long as it says',
  CERT_HAS_EXPIRED: 'the certificate of the server has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate of the server is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN:
    'the certificate chain of the server is self-signed, perhaps by a proxy',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate of the server cannot be verified',
  UND_ERR_INVALID_ARG: 'the request cannot be sent as it is',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host',
};

const timeouts = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);

const codeOf = (error: Error): string => {
  // Several addresses of one host fail together as one AggregateError.
  const inner =
    error instanceof AggregateError ? error.errors.find((one) => one instanceof Error) : undefined;
  const source: unknown = inner ?? error;
  const code =
    typeof source === 'object' && source !== null && 'code' in source ? source.code : undefined;
  return typeof code === 'string' ? code : '';
};

/** The failure of an exchange in words; `wasSent` is whether undici had begun to write the request. */
export const failureOf = (error: Error, wasSent: boolean): WireFailure => {
  const code = codeOf(error);
  const reason =
    reasons[code] ?? (code === '' ? 'the connection broke' : `the connection broke (${code})`);
  return new WireFailure(
    wasSent ? 'unknown' : 'not_sent',
    timeouts.has(code) ? 'timeout' : code === 'UND_ERR_INVALID_ARG' ? 'unsendable' : 'broken',
    reason,
    {
      cause: error,
    },
  );
};
