// Who we are to registries, stores and clients: all of it from package.json, the one place where it is said.
import manifest from '../../package.json' with { type: 'json' };

/** The name under which stores list this server; it is nobody's own server for DigitalOcean. */
export const title = 'DigitalOcean, scoped';

/** The package on npm. */
export const packageName: string = manifest.name;

/** The version of everything that is released together. */
export const version: string = manifest.version;

/** What it is, in one sentence. */
export const sentence: string = manifest.description;

/** Its name in the registry of MCP servers: the GitHub account that may publish it, and the project. */
export const registryName: string = manifest.mcpName;

/** Words by which it is looked for. */
export const keywords: readonly string[] = manifest.keywords;

/** Its licence, by SPDX. */
export const licence: string = manifest.license;

/** Versions of Node.js that it runs on. */
export const nodeRange: string = manifest.engines.node;

const repositoryUrl = /^git\+(https:\/\/github\.com\/([\w.-]+)\/([\w.-]+))\.git$/;

const [, address = '', owner = '', project = ''] =
  repositoryUrl.exec(manifest.repository.url) ?? [];

/** The repository that npm, the registry and GitHub hold a release against. */
export const repository = { address, owner, project } as const;

/** The file name of the bundle for Claude Desktop; the registry asks for "mcp" in its address. */
export const bundleFile = `${packageName}-${version}.mcpb`;

/** Where a release offers the bundle. */
export const bundleAddress = `${address}/releases/download/v${version}/${bundleFile}`;
