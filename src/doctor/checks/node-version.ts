// The check of Node.js: whether this version can run the program, and whether it is still maintained.
import manifest from '../../../package.json' with { type: 'json' };
import type { Check } from '../check.ts';
import { findingsOf, type Meanings } from '../finding.ts';

const meanings = {
  'node.ok': {
    level: 'ok',
    means: 'This version of Node.js runs the program, and is maintained.',
    remedy: null,
  },
  'node.old': {
    level: 'blocks',
    means: 'The program needs a newer Node.js than the one that has started it.',
    remedy:
      "Install a current Node.js from nodejs.org, or name a newer one in the client's configuration: clients often start the oldest that is installed.",
  },
  'node.unmaintained': {
    level: 'note',
    means:
      'This version of Node.js runs the program, and gets no repairs any more, not even for holes in its security.',
    remedy: 'Install a current Node.js when it suits you; nothing else has to be changed.',
  },
} as const satisfies Meanings;

const finding = findingsOf(meanings);

// Node.js's release schedule (github.com/nodejs/release): the day after which a line gets no repairs.
const endOfLife: Readonly<Record<string, string>> = {
  '20': '2026-04-30',
  '21': '2024-06-01',
  '22': '2027-04-30',
  '23': '2025-06-01',
  '24': '2028-04-30',
  '25': '2026-06-01',
};

const partsOf = (version: string): readonly number[] =>
  version
    .replace(/^[^\d]+/, '')
    .split('.')
    .map(Number);

const isOlder = (version: string, wanted: string): boolean => {
  const [major = 0, minor = 0] = partsOf(version);
  const [least = 0, small = 0] = partsOf(wanted);
  return major < least || (major === least && minor < small);
};

/** Looks at the version of Node.js. */
export const nodeVersion: Check = {
  name: 'node',
  title: 'Node.js',
  meanings,
  look: async ({ machine: { node, execPath }, clock }) => {
    const wanted = manifest.engines.node.replace(/^[^\d]+/, '');
    const which = `Node.js ${node} (${execPath})`;
    if (isOlder(node, wanted))
      return [finding('node.old', `${which} is too old: ${wanted} or newer is needed.`)];
    const end = endOfLife[node.split('.')[0] ?? ''];
    if (end !== undefined && clock.now() > Date.parse(end))
      return [finding('node.unmaintained', `${which} has not been maintained since ${end}.`)];
    return [finding('node.ok', `${which}.`)];
  },
};
