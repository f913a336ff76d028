// What a client of the old protocol generation says first over stdio: its opening, a list of tools, a call.

/** The messages, each on a line of its own; the answers carry the ids 1 to 3. */
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
  {
    jsonrpc: '2.0',
    id: 3,
    method: 'tools/call',
    params: { name: 'account_get', arguments: {} },
  },
]
  .map((message) => `${JSON.stringify(message)}\n`)
  .join('');
