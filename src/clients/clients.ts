// The table of clients whose files are known. A new client is its file in `table` and a line here.
import type { Client, ClientName } from './client.ts';
import { claudeCode } from './table/claude-code.ts';
import { claudeDesktop } from './table/claude-desktop.ts';
import { codex } from './table/codex.ts';
import { continueDev } from './table/continue.ts';
import { cursor } from './table/cursor.ts';
import { gemini } from './table/gemini.ts';
import { goose } from './table/goose.ts';
import { vscode } from './table/vscode.ts';
import { windsurf } from './table/windsurf.ts';
import { zed } from './table/zed.ts';

/** Every client, by its name on the command line. */
export const clients: Readonly<Record<ClientName, Client>> = {
  'claude-desktop': claudeDesktop,
  'claude-code': claudeCode,
  cursor,
  vscode,
  codex,
  windsurf,
  zed,
  gemini,
  goose,
  continue: continueDev,
};
