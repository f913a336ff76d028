// Makes a row of the table from a door, so that the table need not know whom a door lets in.
import { Refusal } from '../refusal.ts';
import type { Door, Handler, Method, Row } from './door.ts';

/** A door as a row. HEAD is answered where GET is. */
export const row = <Guest>(door: Door<Guest>): Row => {
  const { gate, methods, ...rest } = door;
  const handlers = new Map(Object.entries(methods) as [Method, Handler<Guest>][]);
  const get = handlers.get('GET');
  // A stream has no end that HEAD could tell of.
  const takesHead = get !== undefined && !get.offers.includes('text/event-stream');
  const handlerOf = (method: string): Handler<Guest> | undefined =>
    method === 'HEAD' && takesHead ? get : handlers.get(method as Method);
  return {
    ...rest,
    allow: [...handlers.keys(), ...(takesHead ? ['HEAD'] : [])].join(', '),
    offers: (method) => handlerOf(method)?.offers,
    enter: async (exchange, method, parts) => {
      const handler = handlerOf(method);
      if (!handler) throw new Error(`the door ${door.path} does not take ${method}`);
      const guest = await gate(exchange);
      return guest instanceof Refusal ? guest : handler.answer(exchange, guest, parts);
    },
  };
};
