// `do-mcp approvals`: what waits for a person's answer, and the answer given at a terminal.
import type { Settings } from '../../configuration/settings.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import type { ShownApproval } from '../../consent/approval.ts';
import { systemClock } from '../../system.ts';
import type { Command, CommandInput } from '../command.ts';
import { agreement } from './agreement.ts';
import { operatorKeyOf } from './operator-key.ts';
import type { AnsweredAtTerminal, Questions } from './questions.ts';
import { tell } from './tell.ts';

/** The questions that the settings mean: those of a server elsewhere, or of this machine. */
const open = async (settings: Settings): Promise<Questions> => {
  const { serverUrl: url } = settings;
  if (url === null) {
    const { keptQuestions } = await import('./kept-questions.ts');
    return keptQuestions(settings, systemClock);
  }
  const key = operatorKeyOf(settings);
  const { servedQuestions } = await import('./served-questions.ts');
  return servedQuestions({ url, key, environment: process.env });
};

const withQuestions =
  (work: (input: CommandInput, questions: Questions) => Promise<number>): Command =>
  async (input) => {
    const questions = await open(input.settings);
    try {
      return await work(input, questions);
    } finally {
      await questions.close();
    }
  };

/** `approvals list`: what waits. */
export const runApprovalsList = withQuestions(async ({ terminal, settings }, questions) => {
  const all = await questions.all();
  const wanted = settings.all ? all : all.filter(({ standing }) => standing === 'open');
  if (settings.json) terminal.print(JSON.stringify(wanted));
  else if (wanted.length > 0) tell(terminal, wanted, systemClock.now());
  else terminal.say('Nothing waits for an answer.');
  return 0;
});

const found = async (
  questions: Questions,
  ids: readonly string[],
): Promise<readonly ShownApproval[]> => {
  const approvals: ShownApproval[] = [];
  for (const id of new Set(ids)) {
    const approval = await questions.find(id);
    if (!approval)
      throw new UsageError(
        `There is no question ${id}, or it is over. do-mcp approvals list tells what waits.`,
      );
    approvals.push(approval);
  }
  return approvals;
};

/** `approvals show <id>…`: questions, whole. */
export const runApprovalsShow = withQuestions(async ({ words, settings, terminal }, questions) => {
  const approvals = await found(questions, words);
  if (!settings.json) tell(terminal, approvals, systemClock.now());
  else for (const approval of approvals) terminal.print(JSON.stringify(approval));
  return 0;
});

const finish = ({ terminal }: CommandInput, answered: AnsweredAtTerminal): boolean => {
  if (answered.how === 'refused') {
    terminal.say(answered.why);
    return false;
  }
  terminal.say(
    answered.approval.standing === 'approved'
      ? 'Approved. The agent may make the same call again within ten minutes; it goes through once.'
      : 'Denied. The same call stays denied for ten minutes.',
  );
  return true;
};

/** `approvals approve <id>…`: shows each, and asks at the keyboard. */
export const runApprovalsApprove = withQuestions(async (input, questions) => {
  const { terminal, keyboard, settings } = input;
  const { reason } = settings;
  if (!keyboard.isThere)
    throw new UsageError(
      'Approving needs a terminal, so that a person sees what it is about and not a program. Run this where you can type.',
    );
  let left = 0;
  for (const approval of await found(questions, input.words)) {
    tell(terminal, [approval], systemClock.now());
    if (approval.standing !== 'open') {
      terminal.say('It cannot be answered any more.');
      left += 1;
      continue;
    }
    const typed = await agreement(keyboard, approval.typed);
    if (typed === undefined) {
      terminal.say('Not approved: nothing changed, and the question stays open.');
      left += 1;
      continue;
    }
    const answered = await questions.answer(approval.id, { approves: true, typed, reason });
    if (!finish(input, answered)) left += 1;
  }
  return left === 0 ? 0 : 1;
});

/** `approvals deny <id>…`. */
export const runApprovalsDeny = withQuestions(async (input, questions) => {
  const { reason } = input.settings;
  let left = 0;
  for (const { id } of await found(questions, input.words)) {
    const answered = await questions.answer(id, { approves: false, typed: null, reason });
    if (!finish(input, answered)) left += 1;
  }
  return left === 0 ? 0 : 1;
});
