// Steps of a client in Node.js: each is told on stdout, and the next begins when a line comes in.
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import tls from 'node:tls';

const lines = createInterface({ input: process.stdin });

// Clients that know one address only are led to the stand-in, whose certificate they check as they would any other.
const { connect } = tls;
tls.connect = (options, ...rest) =>
  options?.host === 'api.digitalocean.com' || options?.hostname === 'api.digitalocean.com'
    ? connect(
        {
          ...options,
          host: '127.0.0.1',
          port: Number(process.env.STAND_IN_TLS_PORT),
          servername: 'api.digitalocean.com',
        },
        ...rest,
      )
    : connect(options, ...rest);

const told = (error) => {
  const body = error?.response?.data ?? error?.response?.body ?? error?.body ?? '';
  return `${error?.message ?? error} ${typeof body === 'string' ? body : JSON.stringify(body)}`.slice(
    0,
    500,
  );
};

/** Does one step; gives what it gave, or undefined when it went wrong. */
export const step = async (name, work) => {
  let value;
  let error;
  try {
    value = await work();
  } catch (thrown) {
    error = told(thrown);
  }
  const next = once(lines, 'line');
  console.log(JSON.stringify({ step: name, ...(error === undefined ? {} : { error }) }));
  await next;
  return value;
};

/** The address of the stand-in without TLS. */
export const address = process.env.STAND_IN_URL ?? '';

/** Ends; open sockets would hold the process. */
export const end = () => process.exit(0);
