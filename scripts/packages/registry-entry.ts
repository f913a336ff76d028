// server.json: the entry in the registry of MCP servers, in the form of 2025-12-11.
// https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json
import { type Asked, asked } from './asked.ts';
import {
  bundleAddress,
  packageName,
  registryName,
  repository,
  sentence,
  title,
  version,
} from './identity.ts';

const variableOf = ({ variable, says, kind, isSecret, usual }: Asked): object => ({
  name: variable,
  description: says,
  ...(kind === 'switch' && { format: 'boolean' }),
  ...(isSecret && { isSecret }),
  ...(usual !== '' && { default: String(usual) }),
});

/**
 * The entry.
 * @param bundleHash SHA-256 of the released bundle in hexadecimal, which only a release knows; without it the entry
 * offers the npm package alone.
 */
export const registryEntry = (bundleHash?: string): object => ({
  $schema: 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json',
  name: registryName,
  title,
  description: sentence,
  version,
  repository: { url: repository.address, source: 'github' },
  packages: [
    {
      registryType: 'npm',
      identifier: packageName,
      version,
      runtimeHint: 'npx',
      transport: { type: 'stdio' },
      environmentVariables: asked.map(variableOf),
    },
    ...(bundleHash === undefined
      ? []
      : [
          {
            registryType: 'mcpb',
            identifier: bundleAddress,
            fileSha256: bundleHash,
            transport: { type: 'stdio' },
          },
        ]),
  ],
});
