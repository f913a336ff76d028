// Decides what `npm start` serves: the account when there is a token, otherwise the simulation.

const tokenVariables = [
  'DIGITALOCEAN_TOKEN',
  'DIGITALOCEAN_ACCESS_TOKEN',
  'DIGITALOCEAN_API_TOKEN',
  'DO_MCP_TOKEN_FILE',
];

/** @type {(args: readonly string[], flag: string) => string | undefined} */
const following = (args, flag) => {
  const joined = args.find((argument) => argument.startsWith(`${flag}=`));
  return joined === undefined ? args[args.indexOf(flag) + 1] : joined.slice(flag.length + 1);
};

/** @type {(args: readonly string[], flag: string) => boolean} */
const has = (args, flag) =>
  args.some((argument) => argument === flag || argument.startsWith(`${flag}=`));

/**
 * Only `npm start` falls back to the simulation: every other command without a token is refused.
 *
 * @param {readonly string[]} extra What was typed after `npm start --`.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {string[]} The arguments for `do-mcp`.
 */
export const startArguments = (extra, env) => {
  const token =
    has(extra, '--token-file') || tokenVariables.some((name) => (env[name] ?? '').trim() !== '');
  const chosen = has(extra, '--sandbox') || (env['DO_MCP_SANDBOX'] ?? '').trim() !== '';
  // With these two, every caller or agent brings a token of its own.
  const auth = has(extra, '--auth') ? following(extra, '--auth') : env['DO_MCP_AUTH'];
  const brought = auth === 'token' || auth === 'agents';
  return ['http', ...(token || chosen || brought ? [] : ['--sandbox']), ...extra];
};
