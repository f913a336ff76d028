// The check of how this program was started, and from where.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { version } from '../../version.ts';
import type { Check } from '../check.ts';
import { findingsOf, type Meanings } from '../finding.ts';

const meanings = {
  'start.how': {
    level: 'ok',
    means:
      'Which program answers, and where it stands: another copy may be older, or a clone not built anew.',
    remedy: null,
  },
  'start.old_build': {
    level: 'warning',
    means:
      'In this clone something was changed after the program was built, so that the old program runs.',
    remedy: 'Build it anew: npm run build.',
  },
} as const satisfies Meanings;

const finding = findingsOf(meanings);

/** The folder of the package that a file belongs to. */
const packageOf = (script: string): string | null => {
  for (let folder = dirname(script); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (dirname(folder) === folder) return null;
  }
};

const wayOf = (script: string, folder: string | null): string => {
  const path = script.replaceAll('\\', '/');
  if (path.includes('/_npx/')) return 'by npx, from its store';
  if (/\/(?:lib|npm)\/node_modules\//.test(path)) return 'from a global installation';
  if (path.includes('/node_modules/')) return 'from a project that has it installed';
  if (folder !== null && existsSync(join(folder, 'scope-map'))) return 'from a clone';
  return existsSync('/.dockerenv') ? 'in a container' : 'from a folder of its own';
};

/** When the newest source file was written; looks at some thousand files at most. */
const newestIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .slice(0, 5_000)
    .filter((name) => name.endsWith('.ts'))
    .reduce((newest, name) => Math.max(newest, statSync(join(folder, name)).mtimeMs), 0);

const isOldBuild = (script: string, folder: string): boolean => {
  if (!existsSync(join(folder, 'scope-map')) || !script.startsWith(join(folder, 'dist')))
    return false;
  const built = statSync(script).mtimeMs;
  // Building takes some seconds, and a checkout writes all files at once.
  return ['src', 'tools', 'scope-map'].some(
    (room) => newestIn(join(folder, room)) > built + 60_000,
  );
};

/** Looks at where the program stands. */
export const howStarted: Check = {
  name: 'start',
  title: 'Program',
  meanings,
  look: async ({ machine: { script } }) => {
    if (script === null) return [finding('start.how', `do-mcp ${version}.`)];
    const folder = packageOf(script);
    const how = finding(
      'start.how',
      `do-mcp ${version}, started ${wayOf(script, folder)}: ${script}`,
    );
    return folder !== null && isOldBuild(script, folder)
      ? [
          how,
          finding('start.old_build', `The sources in ${folder} are newer than the built program.`),
        ]
      : [how];
  },
};
