// `do-mcp stdio`: serves the one client that started this process.
import { createProgram } from '../program.ts';
import { buildMcpServer } from '../server/mcp-server.ts';
import { serveStdio } from '../server/stdio.ts';
import type { Command } from './command.ts';

/** Serves until stdin ends. Nothing is asked of the network before the client asks for something. */
export const runStdio: Command = async ({ settings, box }) => {
  const program = createProgram(settings, box, {
    events: { grantChanged: () => connection.listChanged() },
  });
  const caller = program.localCaller();
  const connection = serveStdio({
    build: () => buildMcpServer({ ...program.serverParts, listChanged: true }, caller),
    failed: (reason) => {
      process.stderr.write(`do-mcp: the connection was closed: ${reason}.\n`);
      process.exitCode = 1;
      void connection.close().finally(() => process.exit());
    },
  });
  const stop = (): void => {
    void connection
      .close()
      .finally(() => program.close())
      .finally(() => process.exit());
  };
  process.stdin.once('end', stop);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return undefined;
};
