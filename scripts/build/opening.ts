// What a client of the old protocol generation says first over stdio, up to its first list of tools.
// Not a call: V8 reads all that is in a code cache, and a start that only lists should not read more than it runs.

/** The messages, each on a line of its own; the answers carry the ids 1 and 2. */
export const openingMessages = [
  {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: {
      protocolVersion: '2025-11-25',
      capabilities: {},
      clientInfo: { name: 'opening', version: '1.0.0' },
    },
  },
  { jsonrpc: '2.0', method: 'notifications/initialized' },
  { jsonrpc: '2.0', id: 2, method: 'tools/list' },
]
  .map((message) => `${JSON.stringify(message)}\n`)
  .join('');
