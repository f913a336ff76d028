// The words of the page on which people try a tool.
import { count } from './count.ts';

/** The words. */
export const trying = {
  title: 'Try it',
  says: 'The call goes the road of every agent: the same rights, policy, consent and record.',
  mayNot:
    'Behind this server is a real account: only an operator with the role operate may call tools here.',
  noHolder:
    'This server holds no token to call with: each request brings its own. Nothing can be tried here.',
  tool: 'Tool',
  toolHint: 'a name, a path, or what is to be done',
  nothing: 'No tool is like this.',
  choose: 'Choose a tool to see what it takes.',
  as: 'As',
  required: 'required',
  optional: (number: number): string => count(number, 'more argument', 'more arguments'),
  notGiven: 'not given',
  listHint: 'one a line',
  jsonHint: 'JSON',
  noArguments: 'It takes no arguments.',
  example: 'Fill in an example',
  dryRun: 'Dry run: tell what it would do, and change nothing',
  reads: 'It only reads.',
  changes: 'This call changes something.',
  changesReal: 'This call changes the real account, as an agent would. There may be a bill.',
  preview: 'Show what it would do',
  call: 'Call',
  calling: 'Calling …',
  notJson: (name: string, why: string): string => `${name} is no JSON: ${why}. Nothing was sent.`,
  answer: 'Answer',
  outcomes: { ok: 'succeeded', failed: 'refused or failed', dry: 'dry run' },
  size: (characters: number, tokens: number, milliseconds: number): string =>
    `${count(characters, 'character', 'characters')}, about ${count(tokens, 'token', 'tokens')} (estimated), in ${milliseconds.toLocaleString('en')} ms`,
  exactly: 'exactly what a model would be given',
  indented: 'indented',
  show: 'Show',
  waits: 'It waits for a person: answer it under',
  thenAgain: ', then call again.',
} as const;
