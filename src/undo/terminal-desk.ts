// The consent of a person who has read at a terminal what is put back, and agreed to all of it.
import { randomBytes } from 'node:crypto';
import type { Desk, Subject } from '../consent/desk.ts';
import { answerHoldsFor, type Entry } from '../consent/question.ts';
import { wordingOf } from '../consent/wording.ts';
import type { Clock } from '../ports.ts';

/** Consent that was given before the calls are made; what each is about goes on record with it. */
export const agreedAtTerminal = (
  by: string,
  clock: Pick<Clock, 'now'>,
): Pick<Desk, 'consentTo'> => {
  const at = clock.now();
  const entryFor = (subject: Subject): Entry => {
    const { principal, agent, tool, effect, harm, price } = subject;
    return {
      question: {
        id: randomBytes(5).toString('hex'),
        principal,
        agent,
        tool,
        digest: '',
        effect,
        text: wordingOf(subject),
        typed: null,
        doors: ['terminal'],
        harm,
        price,
        opened: at,
        closes: at,
      },
      answer: {
        approves: true,
        door: 'terminal',
        by,
        reason: 'do-mcp undo',
        at,
        until: at + answerHoldsFor,
      },
      isSpent: true,
    };
  };
  return { consentTo: async (subject) => ({ how: 'given', entry: entryFor(subject) }) };
};
