// The version of the program, from its package.
import manifest from '../package.json' with { type: 'json' };

/** Semantic version. */
export const version: string = manifest.version;

/** How we introduce ourselves to DigitalOcean. */
export const userAgent = `digitalocean-scoped-mcp/${version} node/${process.versions.node}`;
