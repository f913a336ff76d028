// How `do-mcp scopes` looks to a person: a checklist in the order of DigitalOcean's form, and why each box is on it.
import { holdsAll } from '../scopes/compare.ts';
import type { Understood } from '../scopes/in-words.ts';
import type { Box, Reasoned, ScopePlan } from '../scopes/plan.ts';
import { tokenPage } from '../scopes/token-page.ts';
import { cleanLine } from '../terminal/clean.ts';
import { linesOf } from './paragraph.ts';
import type { ScopesAnswer, TokenAnswer } from './scopes-answer.ts';

const times = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** Some names in full, the rest as a number. */
const some = (names: readonly string[], most: number): string => {
  const rest = names.length - most;
  return rest <= 1 ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${rest} more`;
};

const hung = (head: string, text: string, width: number): readonly string[] => {
  const [first = '', ...rest] = linesOf(text, width - head.length);
  return [`${head}${first}`, ...rest.map((line) => `${' '.repeat(head.length)}${line}`)];
};

const reasonOf = ({ for: tools, comesWith }: Box): string =>
  tools.length > 0 ? some(tools, 3) : `comes along with ${some(comesWith, 3)}`;

const boxLines = (box: Box, margin: number, width: number): readonly string[] =>
  hung(`    [ ] ${box.action.padEnd(margin)}  `, reasonOf(box), width);

const checklist = ({ groups }: ScopePlan, width: number): readonly string[] => {
  const margin = Math.max(
    0,
    ...groups.flatMap(({ boxes }) => boxes.map(({ action }) => action.length)),
  );
  return groups.flatMap(({ resource, boxes }) => [
    `  ${resource}`,
    ...boxes.flatMap((box) => boxLines(box, margin, width)),
  ]);
};

const alongSentence = ({ groups }: ScopePlan): readonly string[] =>
  groups.some(({ boxes }) => boxes.some((box) => box.for.length === 0))
    ? [
        'What comes along is ticked by the form itself: DigitalOcean gives no scope without those that it requires, such as the right to see what one may change.',
      ]
    : [];

const optionalLines = (optional: readonly Reasoned[], width: number): readonly string[] => {
  if (optional.length === 0) return [];
  const margin = Math.max(...optional.map(({ scope }) => scope.length));
  return [
    '',
    'Only for some arguments; leave out what is not wanted:',
    ...optional.flatMap(({ scope, for: calls }) =>
      hung(`  ${scope.padEnd(margin)}  `, some(calls, 3), width),
    ),
  ];
};

const understoodLines = (parts: readonly Understood[], width: number): readonly string[] =>
  parts.flatMap(({ wish, tools, unmatched, assumed }) => [
    ...hung(
      `  ${cleanLine(wish)}: `,
      tools.length === 0 ? 'nothing was found.' : some(tools, 6),
      width,
    ),
    ...(unmatched.length > 0 && tools.length > 0
      ? hung(
          '    ',
          `No tool is known by ${unmatched.map((word) => `"${word}"`).join(', ')}.`,
          width,
        )
      : []),
    ...(assumed === null ? [] : hung('    ', assumed, width)),
  ]);

const tokenLines = (token: TokenAnswer, width: number): readonly string[] => {
  const { name, missing, unneeded, couldDestroy, unknown } = token;
  const whole = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  if (unknown !== null) return linesOf(`${whole} cannot be compared: ${unknown}.`, width);
  if (missing.length === 0 && unneeded.length === 0)
    return linesOf(`${whole} holds just these scopes.`, width);
  return [
    ...(missing.length > 0
      ? [
          `${whole} lacks:`,
          ...hung('  ', missing.join(', '), width),
          ...linesOf(
            'Scopes cannot be added to a token: make a new one with the boxes above.',
            width,
          ),
        ]
      : [`${whole} holds all of them.`]),
    ...(unneeded.length === 0
      ? []
      : [
          `${missing.length > 0 ? 'It' : 'And it'} holds more than is needed:`,
          ...hung(
            '  ',
            holdsAll(unneeded) ? `${unneeded.join(', ')} (account-wide)` : some(unneeded, 12),
            width,
          ),
        ]),
    ...(couldDestroy.length === 0
      ? []
      : linesOf(
          `So it could destroy in areas where nothing of the kind is needed: ${some(couldDestroy, 8)}.`,
          width,
        )),
  ];
};

/** The answer as a page. */
export const scopesText = (answer: ScopesAnswer, width: number): string => {
  const { plan, asked, record, token } = answer;
  const count = times(plan.tools.length, 'tool');
  const head =
    plan.scopes.length === 0
      ? [`No scope is needed for ${count}: any valid token will do.`]
      : [
          ...linesOf(
            `${plan.scopes.length === 1 ? '1 box' : `${plan.scopes.length} boxes`} to tick for ${count}, under Custom Scopes at ${tokenPage}`,
            width,
          ),
          '',
          ...checklist(plan, width),
        ];
  const along = alongSentence(plan).flatMap((sentence) => ['', ...linesOf(sentence, width)]);
  return [
    ...(record === null ? [] : [...linesOf(record.says, width), '']),
    ...(asked === null ? [] : ['Understood as', ...understoodLines(asked, width), '']),
    ...head,
    ...along,
    ...optionalLines(plan.optional, width),
    ...(token === null ? [] : ['', ...tokenLines(token, width)]),
  ].join('\n');
};
