// Files as people have them: with other servers, comments, their own indentation and line ends. One or more for each client.
import type { ClientName } from '../../../src/clients/client.ts';

/** A file, and what is particular about it. */
export interface FileOfPeople {
  readonly client: ClientName;
  readonly what: string;
  readonly text: string;
}

const other =
  '{\n        "command": "npx",\n        "args": ["-y", "@modelcontextprotocol/server-filesystem", "/home/sam"]\n      }';

/** All of them. */
export const filesOfPeople: readonly FileOfPeople[] = [
  {
    client: 'claude-desktop',
    what: 'another server and settings behind it',
    text: `{\n  "globalShortcut": "",\n  "mcpServers": {\n      "files": ${other}\n  },\n  "theme": "dark"\n}`,
  },
  {
    client: 'claude-desktop',
    what: 'Windows line ends, a byte order mark, four blanks',
    text: '\uFEFF{\r\n    "mcpServers": {\r\n        "x": {\r\n            "command": "y"\r\n        }\r\n    }\r\n}\r\n',
  },
  { client: 'claude-desktop', what: 'nothing but braces', text: '{}' },
  { client: 'claude-desktop', what: 'nothing at all', text: '' },
  { client: 'claude-desktop', what: 'blanks and line ends', text: '\n  \n' },
  {
    client: 'claude-code',
    what: 'the whole memory of the program, on one line',
    text: JSON.stringify({
      numStartups: 12,
      projects: { '/home/sam/x': { history: [{ display: 'ls' }], mcpServers: {} } },
      mcpServers: { files: { type: 'stdio', command: 'x', args: [], env: {} } },
      oauthAccount: { emailAddress: 'sam@example.com' },
    }),
  },
  {
    client: 'claude-code',
    what: 'no servers yet, two blanks',
    text: `${JSON.stringify({ numStartups: 3, tipsHistory: { a: 1 }, big: 1e21, list: [1, [2]] }, null, 2)}\n`,
  },
  {
    client: 'cursor',
    what: 'tabs and no line end at the end',
    text: '{\n\t"mcpServers": {\n\t\t"a": {"url": "https://a.example/mcp"},\n\t\t"b": {"command": "b"}\n\t}\n}',
  },
  { client: 'cursor', what: 'servers that are null', text: '{\n  "mcpServers": null\n}\n' },
  {
    client: 'vscode',
    what: 'comments, trailing commas, inputs of others',
    text: '{\n  // mine\n  "inputs": [\n    {"type": "promptString", "id": "gh", "description": "GitHub", "password": true}, // token\n  ],\n  "servers": {\n    "gh": {\n      "type": "http",\n      "url": "https://api.githubcopilot.com/mcp/", /* remote */\n    }, // last\n    // "old": {},\n  },\n}\n',
  },
  {
    client: 'codex',
    what: 'comments, tables, dates and large numbers',
    text: '# Codex\nmodel = "gpt-5"  # the best\napproval_policy = "on-request"\n\n[mcp_servers.docs]\ncommand = "npx"\nargs = [\n  "-y", # yes\n  "docs",\n]\n\n[projects."/home/sam/a b"]\ntrust_level = "trusted"\n\n[notice]\nseen = 2026-11-25T10:00:00Z\nbig = 9007199254740993\n',
  },
  {
    client: 'codex',
    what: 'servers within one line',
    text: 'mcp_servers = { docs = { command = "npx" } }\r\nmodel = "x"\r\n',
  },
  {
    client: 'windsurf',
    what: 'another server',
    text: `{\n    "mcpServers": {\n        "files": ${other}\n    }\n}\n`,
  },
  {
    client: 'zed',
    what: 'settings with comments, as Zed itself writes them',
    text: '// Zed settings\n//\n// For information on how to configure Zed, see the documentation\n{\n  "theme": {\n    "mode": "system", // follow\n    "light": "One Light",\n  },\n  "ui_font_size": 16,\n  "lsp": {"rust-analyzer": {"binary": {"path": "// no comment"}}},\n}\n',
  },
  {
    client: 'gemini',
    what: 'settings and a comment',
    text: '{\n  // quiet\n  "ui": { "hideBanner": true },\n  "mcpServers": { "x": { "command": "y" } }\n}\n',
  },
  {
    client: 'goose',
    what: 'extensions as goose writes them',
    text: 'GOOSE_PROVIDER: anthropic\nextensions:\n  developer:\n    bundled: true\n    enabled: true\n    name: developer\n    timeout: 300\n    type: builtin\n  memory:\n    enabled: false\n    type: builtin # later\nGOOSE_MODEL: "m: 4"\n',
  },
  {
    client: 'goose',
    what: 'no extensions, a block of text, Windows line ends',
    text: '# mine\r\nGOOSE_PROVIDER: openai\r\nNOTE: |\r\n  extensions:\r\n    none\r\n',
  },
  {
    client: 'continue',
    what: 'servers in a list that is not indented',
    text: `name: Mine\nversion: 1.0.0\nschema: v1\nmodels:\n- name: a\n  provider: openai\n  apiKey: \${{ secrets.KEY }}\nmcpServers:\n- name: SQLite\n  command: npx\n  args: ["-y", "mcp-sqlite"] # local\n\n# rules come last\nrules: []\n`,
  },
];
