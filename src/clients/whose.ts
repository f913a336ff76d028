// Whose server an entry starts: this program's, another one for DigitalOcean, or something else.

/** Whose server it is. */
export type Whose = 'ours' | 'digitalocean' | 'other';

/** What of an entry tells it. */
export interface Telling {
  readonly name: string;
  readonly command: string | null;
  readonly args: readonly string[];
  /** The names of its variables. */
  readonly variables: readonly string[];
  readonly url: string | null;
}

// The package, its command with any ending, and the program of a build or a clone.
const ours =
  /(?:^|[\\/@\s])(?:digitalocean-scoped-mcp(?:@[\w.^~-]+)?|do-mcp(?:\.(?:cjs|cmd|exe|ps1))?)(?:$|[\\/\s])/i;

// DigitalOcean's own packages and image, and whatever else names the platform.
const digitalOcean = /digital-?ocean|@digitalocean|mcp\.digitalocean\.com/i;

const isTheirHost = (url: string): boolean =>
  URL.canParse(url) && /(?:^|\.)digitalocean\.com$/i.test(new URL(url).hostname);

/** Tells it from what the entry says; nothing is started or asked. */
export const whoseIs = ({ name, command, args, variables, url }: Telling): Whose => {
  const words = [command ?? '', ...args];
  if (words.some((word) => ours.test(word))) return 'ours';
  if (url !== null) {
    if (isTheirHost(url)) return 'digitalocean';
    return digitalOcean.test(name) || /^do-mcp/i.test(name) ? 'ours' : 'other';
  }
  const tells =
    words.some((word) => digitalOcean.test(word)) ||
    variables.some((one) => /^DIGITALOCEAN_/i.test(one)) ||
    digitalOcean.test(name);
  return tells ? 'digitalocean' : 'other';
};
