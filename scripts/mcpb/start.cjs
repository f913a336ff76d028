// What Claude Desktop starts: serves over stdio, also where another program imports this file instead of running it.
'use strict';
const { start } = require('./do-mcp.cjs');

// Whoever turns the simulation on means it, and leaves the field with the token as it is.
if (process.env.DO_MCP_SANDBOX === 'true') delete process.env.DIGITALOCEAN_TOKEN;

start(['stdio'], process.env).catch((error) => {
  process.stderr.write(`do-mcp: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
