// The environment that programs are measured in: this machine's, without what is meant for do-mcp.

/**
 * Certificates, proxies and options of Node.js slow every start, so what is compared gets the same; a person's
 * token must not be used by a measurement.
 */
export const measuredEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(DIGITALOCEAN_|DO_MCP_)/.test(name)),
  );
