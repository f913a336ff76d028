// The page about what can be wrong: every finding of the doctor with its meaning and its remedy.
import type { Check } from '../../src/doctor/check.ts';
import { failed } from '../../src/doctor/examine.ts';
import type { Level, Meaning } from '../../src/doctor/finding.ts';

const levels: Readonly<Record<Level, string>> = {
  ok: 'All is well.',
  note: 'Worth a word.',
  warning: 'Works, and not as it should.',
  blocks: 'Nothing works until it is mended; the command ends with 1.',
};

const opening = `# When something does not work

\`do-mcp doctor\` looks at everything that a server needs and says of each finding what to do; give it the options that your server has, or start it with the same variables. It changes nothing. \`do-mcp doctor --fix\` mends what can be mended without harm and says what it did; \`--json\` is for programs: \`blocks\`, \`warnings\`, \`notes\` and \`findings\`, each with \`id\`, \`check\`, \`level\`, \`found\`, \`details\`, \`remedy\`, \`fixable\` and \`fixed\`. No token is ever shown.

It starts the servers that clients of this machine have in their files as those clients would, makes one harmless read with the token, and takes seconds at most for whatever does not answer. Without a network it says so once and looks at the rest.

| level | |
|---|---|
${Object.entries(levels)
  .map(([level, says]) => `| ${level} | ${says} |`)
  .join('\n')}

What is well is left out below. This page is written from the table that the command works by (\`npm run troubleshooting-page\`).`;

const sectionOf = (id: string, { level, means, remedy, fixes }: Meaning): string =>
  [
    `### ${id}`,
    '',
    `*${level}.* ${means}`,
    ...(remedy === null ? [] : ['', `**What to do.** ${remedy}`]),
    ...(fixes === undefined ? [] : ['', `\`--fix\` ${fixes}.`]),
  ].join('\n');

/** The page. */
export const troubleshootingText = (checks: readonly Check[]): string =>
  `${[
    opening,
    ...checks.flatMap(({ title, meanings }) => {
      const told = Object.entries<Meaning>(meanings).filter(([, { level }]) => level !== 'ok');
      return told.length === 0
        ? []
        : [`## ${title}`, ...told.map(([id, meaning]) => sectionOf(id, meaning))];
    }),
    '## Any check',
    sectionOf('(its name).not_checked', failed),
  ].join('\n\n')}\n`;
