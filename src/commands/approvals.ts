// `do-mcp approvals`: what waits for a person's answer, and the answer given at a terminal.
import { userInfo } from 'node:os';
import { UsageError } from '../configuration/usage-error.ts';
import { storeFor } from '../consent/open-desk.ts';
import type { Entry, Standing } from '../consent/question.ts';
import { standingOf } from '../consent/question.ts';
import type { Answered, QuestionBook } from '../consent/question-book.ts';
import { createQuestionBook } from '../consent/question-book.ts';
import { createState } from '../state/state.ts';
import { systemClock } from '../system.ts';
import { type Keyboard, processKeyboard } from '../terminal/keyboard.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Command, CommandInput } from './command.ts';

/** The questions that this machine's servers keep. */
const bookOf = ({ settings }: CommandInput): QuestionBook => {
  const state = createState({ folder: settings.stateDir, key: settings.stateKey });
  if (state.folder === null) throw new UsageError(state.trouble ?? 'There is no state folder.');
  const store = storeFor({ state, redis: undefined, clock: systemClock });
  return createQuestionBook(store, () => state.keyFor('consent'), systemClock);
};

const words: Readonly<Record<Standing, string>> = {
  open: 'waits for an answer',
  approved: 'approved, not used yet',
  denied: 'denied',
  spent: 'used, or replaced by another',
  over: 'over',
};

const minutes = (milliseconds: number): string => {
  const count = Math.max(0, Math.round(milliseconds / 60_000));
  return count === 1 ? '1 minute' : `${count} minutes`;
};

const headOf = (entry: Entry, now: number): string => {
  const { question } = entry;
  const standing = standingOf(entry, now);
  const rest = standing === 'open' ? `, open for ${minutes(question.closes - now)} more` : '';
  return `${question.id}  ${words[standing]}, asked ${minutes(now - question.opened)} ago${rest}`;
};

const bodyOf = ({ question }: Entry): string => question.text.replaceAll(/^/gm, '    ');

const tell = (terminal: Terminal, entries: readonly Entry[]): void => {
  const now = systemClock.now();
  terminal.print(entries.map((entry) => `${headOf(entry, now)}\n${bodyOf(entry)}`).join('\n\n'));
};

/** `approvals list`: what waits. */
export const runApprovalsList: Command = async (input) => {
  const { terminal, settings } = input;
  const now = systemClock.now();
  const all = await bookOf(input).all();
  const waiting = all.filter((entry) => standingOf(entry, now) === 'open');
  if (settings.json) terminal.print(JSON.stringify(settings.all ? all : waiting));
  else if (settings.all && all.length > 0) tell(terminal, all);
  else if (waiting.length > 0) tell(terminal, waiting);
  else terminal.say('Nothing waits for an answer.');
  return 0;
};

const entryOf = async (book: QuestionBook, id: string): Promise<Entry> => {
  const entry = await book.find(id);
  if (!entry)
    throw new UsageError(
      'There is no question with this id, or it is over. do-mcp approvals list tells what waits.',
    );
  return entry;
};

/** `approvals show <id>`: one question, whole. */
export const runApprovalsShow: Command = async (input) => {
  const [id = ''] = input.words;
  const entry = await entryOf(bookOf(input), id);
  if (input.settings.json) input.terminal.print(JSON.stringify(entry));
  else tell(input.terminal, [entry]);
  return 0;
};

const sentenceOn = (answered: Answered): string => {
  switch (answered.how) {
    case 'answered':
      return answered.entry.answer?.approves
        ? 'Approved. The agent may make the same call again within ten minutes; it goes through once.'
        : 'Denied. The same call stays denied for ten minutes.';
    case 'too_late':
      return `Nothing changed: the question ${words[standingOf(answered.entry, systemClock.now())]}.`;
    case 'closed_door':
      return 'Nothing changed: the owner of the server has left the terminal out of --consent-doors.';
    case 'unknown':
      return 'Nothing changed: the question is over.';
  }
};

const finish = (terminal: Terminal, answered: Answered): number => {
  terminal.say(sentenceOn(answered));
  return answered.how === 'answered' ? 0 : 1;
};

const agrees = async (keyboard: Keyboard, typed: string | null): Promise<boolean> => {
  if (typed === null) {
    const answer = await keyboard.ask('Agree? Type yes: ');
    return answer?.toLowerCase() === 'yes';
  }
  return (await keyboard.ask(`Type ${typed} to agree: `)) === typed;
};

/** `approvals approve <id>`: shows what it is about, and asks at the keyboard. */
export const runApprovalsApprove: Command = async (input) => {
  const [id = ''] = input.words;
  const keyboard = processKeyboard;
  if (!keyboard.isThere)
    throw new UsageError(
      'Approving needs a terminal, so that a person sees what it is about and not a program. Run this where you can type.',
    );
  const book = bookOf(input);
  const entry = await entryOf(book, id);
  tell(input.terminal, [entry]);
  if (standingOf(entry, systemClock.now()) !== 'open') {
    input.terminal.say('It cannot be answered any more.');
    return 1;
  }
  if (!(await agrees(keyboard, entry.question.typed))) {
    input.terminal.say('Not approved: nothing changed, and the question stays open.');
    return 1;
  }
  const by = userInfo().username;
  return finish(
    input.terminal,
    await book.answer(id, { approves: true, door: 'terminal', by, reason: null }),
  );
};

/** `approvals deny <id>`. */
export const runApprovalsDeny: Command = async (input) => {
  const [id = ''] = input.words;
  const book = bookOf(input);
  await entryOf(book, id);
  const by = userInfo().username;
  return finish(
    input.terminal,
    await book.answer(id, { approves: false, door: 'terminal', by, reason: null }),
  );
};
