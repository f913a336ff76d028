// The row of every path that is no door.
import { Refusal } from '../refusal.ts';
import type { Border, Door } from './door.ts';
import { jsonRpc } from './speech.ts';

/**
 * Says where MCP is: whoever comes here is most likely an MCP client with a wrong address.
 * @param border who may learn even this.
 */
export const nowhere = (border: Border, path: string): Door<null> => ({
  path: '',
  border,
  gate: () => new Refusal({ status: 404, message: `MCP is served at ${path}.` }),
  speech: jsonRpc,
  pages: true,
  methods: { GET: { offers: [], answer: () => new Refusal({ status: 404, message: '' }) } },
});
