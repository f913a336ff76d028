// Bytes as they are, sent to a server: what no client library would send.
import { connect } from 'node:net';

/** Sends bytes and resolves with everything that came back until the server closed the connection. */
export const raw = (
  port: number,
  bytes: string,
  options: { readonly end?: boolean } = {},
): Promise<string> =>
  new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => {
      if (options.end) socket.end(bytes);
      else socket.write(bytes);
    });
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      text += chunk;
    });
    socket.on('error', () => resolve(text));
    socket.on('close', () => resolve(text));
  });
