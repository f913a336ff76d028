// What a person types at a keyboard to agree to a call.
import type { Keyboard } from '../../terminal/keyboard.ts';

/**
 * What was typed to agree, null where a yes is enough; undefined when the person does not agree.
 * @param typed what has to be typed; null: yes.
 */
export const agreement = async (
  keyboard: Keyboard,
  typed: string | null,
): Promise<string | null | undefined> => {
  if (typed === null) {
    const answer = await keyboard.ask('Agree? Type yes: ');
    return answer?.toLowerCase() === 'yes' ? null : undefined;
  }
  const answer = await keyboard.ask(`Type ${typed} to agree: `);
  return answer === typed ? answer : undefined;
};
