// The questions of the servers that share this machine's state folder.
import { userInfo } from 'node:os';
import type { Settings } from '../../configuration/settings.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { approvalOf, standingInWords } from '../../consent/approval.ts';
import { storeFor } from '../../consent/open-desk.ts';
import { standingOf } from '../../consent/question.ts';
import { createQuestionBook } from '../../consent/question-book.ts';
import type { Clock } from '../../ports.ts';
import { createState } from '../../state/state.ts';
import type { AnsweredAtTerminal, GivenAtTerminal, Questions } from './questions.ts';

/** Whoever sits here, as the machine knows them. */
const ownName = (): string | null => {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that has no name.
    return null;
  }
};

/** @throws {UsageError} when there is no state folder. */
export const keptQuestions = (
  settings: Pick<Settings, 'stateDir' | 'stateKey'>,
  clock: Clock,
): Questions => {
  const state = createState({ folder: settings.stateDir, key: settings.stateKey });
  if (state.folder === null) throw new UsageError(state.trouble ?? 'There is no state folder.');
  const store = storeFor({ state, redis: undefined, clock });
  const book = createQuestionBook(store, () => state.keyFor('consent'), clock);

  const answer = async (id: string, given: GivenAtTerminal): Promise<AnsweredAtTerminal> => {
    const { approves, reason } = given;
    const answered = await book.answer(id, { approves, door: 'terminal', by: ownName(), reason });
    const now = clock.now();
    switch (answered.how) {
      case 'answered':
        return { how: 'answered', approval: approvalOf(answered.entry, now) };
      case 'too_late':
        return {
          how: 'refused',
          why: `Nothing changed: the question ${standingInWords[standingOf(answered.entry, now)]}.`,
        };
      case 'closed_door':
        return {
          how: 'refused',
          why: 'Nothing changed: the owner of the server has left the terminal out of --consent-doors.',
        };
      case 'unknown':
        return { how: 'refused', why: 'Nothing changed: the question is over.' };
    }
  };

  return {
    all: async () => {
      const now = clock.now();
      return (await book.all()).map((entry) => approvalOf(entry, now));
    },
    find: async (id) => {
      const entry = await book.find(id);
      return entry && approvalOf(entry, clock.now());
    },
    answer,
    close: async () => {},
  };
};
