// The manifest of the bundle for Claude Desktop, version 0.3 (modelcontextprotocol/mcpb, MANIFEST.md).
import { type Asked, asked } from './asked.ts';
import {
  keywords,
  licence,
  nodeRange,
  packageName,
  repository,
  sentence,
  title,
  version,
} from './identity.ts';

/** The file in the bundle that Claude Desktop starts. */
export const entryPoint = 'server/start.cjs';

const fieldOf = ({ key, title, says, kind, isSecret, usual }: Asked) =>
  [
    key,
    {
      type: kind === 'switch' ? 'boolean' : 'string',
      title,
      description: says,
      required: false,
      ...(isSecret && { sensitive: true }),
      // A field without a default that is left empty would reach us as the literal ${user_config.…}.
      default: usual,
    },
  ] as const;

/** The manifest. Tools and prompts depend on the token, so they are asked for and not listed. */
export const bundleManifest = {
  manifest_version: '0.3',
  name: packageName,
  display_name: title,
  version,
  description: sentence,
  long_description: [
    'Gives Claude the DigitalOcean tools that your token may use, and no others.',
    'It begins with reading only. Once you let it change things, whatever destroys something, gives a credential away or costs money waits for you, and every call is on record on your machine.',
    'Turn the simulation on to try everything without an account.',
  ].join('\n\n'),
  author: { name: `The authors of ${packageName}`, url: repository.address },
  repository: { type: 'git', url: repository.address },
  documentation: `${repository.address}#readme`,
  support: `${repository.address}/issues`,
  server: {
    type: 'node',
    entry_point: entryPoint,
    mcp_config: {
      command: 'node',
      args: [`\${__dirname}/${entryPoint}`],
      env: Object.fromEntries(
        asked.map(({ key, variable }) => [variable, `\${user_config.${key}}`]),
      ),
    },
  },
  tools_generated: true,
  prompts_generated: true,
  keywords,
  license: licence,
  privacy_policies: ['https://www.digitalocean.com/legal/privacy-policy'],
  compatibility: {
    platforms: ['darwin', 'win32', 'linux'],
    runtimes: { node: `${nodeRange}.0` },
  },
  user_config: Object.fromEntries(asked.map(fieldOf)),
} as const;
