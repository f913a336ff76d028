// Asks the person at this terminal about a call that waits for one, as do-mcp approvals approve would.
import type { Settings } from '../../configuration/settings.ts';
import { systemClock } from '../../system.ts';
import { agreement } from '../approvals/agreement.ts';
import type { CommandInput } from '../command.ts';

/** What came of asking: agreed, denied, or left open for another time. */
export type Said = 'agreed' | 'denied' | 'open';

/**
 * Shows a question and takes the answer.
 * @param id the question.
 */
export const askHere = async (
  {
    settings,
    terminal,
    keyboard,
  }: Pick<CommandInput, 'terminal' | 'keyboard'> & {
    readonly settings: Pick<Settings, 'stateDir' | 'stateKey' | 'reason'>;
  },
  id: string,
): Promise<Said> => {
  const { keptQuestions } = await import('../approvals/kept-questions.ts');
  const questions = keptQuestions(settings, systemClock);
  const approval = await questions.find(id);
  if (approval?.standing !== 'open') return 'open';
  terminal.complain(approval.text);
  const typed = await agreement(keyboard, approval.typed);
  if (typed === undefined) return 'open';
  const answered = await questions.answer(id, { approves: true, typed, reason: settings.reason });
  if (answered.how === 'answered') return 'agreed';
  terminal.complain(answered.why);
  return 'open';
};
