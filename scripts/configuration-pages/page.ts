// docs/configuration.md: how settings are given, and every one of them, from the options.
import { fileSettings, isPath } from '../../src/configuration/file/file-settings.ts';
import type { Option, OptionGroup } from '../../src/configuration/options/option.ts';
import { namedOptions } from '../../src/configuration/options/options.ts';

const groups: readonly (readonly [OptionGroup, string])[] = [
  ['configuration', 'The configuration file'],
  ['account', 'The account'],
  ['tools', 'What is served'],
  ['asking', 'Asking a person'],
  ['record', 'The record'],
  ['http', 'The HTTP server'],
  ['simulation', 'The simulation'],
  ['output', 'Output'],
];

const introduction = `# Configuration

For whoever runs the server. This page is made from the options (\`npm run configuration-pages\`); \`do-mcp help options\` and \`do-mcp help variables\` tell the same in a terminal.

A setting can be given in three ways. Of several the first counts:

1. a flag: \`--read-only\`
2. an environment variable: \`DO_MCP_READ_ONLY=1\`
3. the configuration file: \`read-only: true\`, where the settings of the chosen profile win over those above them

\`do-mcp config show\` tells every setting that was made, its value and where it comes from. Whatever means nothing (an unknown flag, variable or setting) stops the start, with the nearest name: a misspelt restriction would restrict nothing.

## The configuration file

JSON or YAML; the keys are the flags without their dashes. A file that an editor completes names [its schema](config.schema.json):

\`\`\`yaml
# yaml-language-server: $schema=https://unpkg.com/digitalocean-scoped-mcp/docs/config.schema.json
read-only: true
areas: [droplets, domains]
token-file: ~/.secrets/digitalocean
profiles:
  work:
    read-only: false
    confirm-above: 20
\`\`\`

It is looked for in your own configuration folder: \`$XDG_CONFIG_HOME/digitalocean-scoped-mcp/\` where that is set, else \`~/.config/digitalocean-scoped-mcp/\` on Linux, \`~/Library/Application Support/digitalocean-scoped-mcp/\` on macOS, \`%APPDATA%\\digitalocean-scoped-mcp\\\` on Windows; there it is called \`config.json\`, \`config.yaml\` or \`config.yml\`. \`--config\` or \`DO_MCP_CONFIG\` names another, or is \`off\` for none. Clients that start the server hand over only a few variables, \`XDG_CONFIG_HOME\` mostly not among them: name the file in the client's configuration then.

- **It is never looked for in the working folder.** A cloned repository would otherwise set the address that your token is sent to, or switch asking off. For the same reason \`DO_MCP_CONFIG\` must be a whole path.
- **No token, key or password stands in it**; that is refused. Set \`DIGITALOCEAN_TOKEN\`, or name a file with \`token-file\`.
- **Nobody else may write it.** A file that everybody may write stops the start; one that its group may write is told of.
- Paths in it are meant from the folder that it is in; \`~/\` is your home folder.
- A profile is chosen with \`--profile\` or \`DO_MCP_PROFILE\`; every profile is checked, chosen or not.
- A command takes from it what it would take as a flag; the rest is left aside.

## Every setting
`;

const keys = new Map(fileSettings.map(({ name, key }) => [name, key]));

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`);

const rowOf = (name: (typeof namedOptions)[number][0], option: Option): string => {
  const { flag, variable, value, says } = option;
  const called = flag === undefined ? '' : `\`--${flag}${value ? ` ${value}` : ''}\``;
  const key = keys.get(name);
  const inFile = key === undefined ? '' : `\`${key}\`${isPath(option) ? ' (path)' : ''}`;
  return `| ${cell(called)} | \`${variable}\` | ${inFile} | ${cell(says)} |`;
};

const tables = groups.flatMap(([group, title]) => {
  const rows = namedOptions.flatMap(([name, option]) =>
    option.group === group && option.variable !== undefined ? [rowOf(name, option)] : [],
  );
  return rows.length === 0
    ? []
    : [
        `### ${title}\n\n| flag | variable | in the file | meaning |\n|---|---|---|---|\n${rows.join('\n')}\n`,
      ];
});

const secrets = `### The token

\`DIGITALOCEAN_TOKEN\`, \`DIGITALOCEAN_ACCESS_TOKEN\` or \`DIGITALOCEAN_API_TOKEN\` holds it; different values are an error. It is never a flag, which other users of the machine could read, and never in the configuration file.
`;

/** The text of the page. */
export const configurationPage = `${introduction}\n${secrets}\n${tables.join('\n')}`;
