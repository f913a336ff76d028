// Decides whether a call may go ahead without a person's consent.
import type { Arguments, Tool } from '../../tools/tool/tool.ts';
import { effectOf } from '../guard/conditions.ts';

/** How the owner wants people to be asked. */
export type Confirm = 'ask' | 'never';

/**
 * Why a call must wait for a person, in a sentence, or undefined when it need not.
 * Consent is the person's alone: nothing that a model could send along replaces it.
 */
export const needsConsent = (
  tool: Tool,
  given: Arguments,
  confirm: Confirm,
): string | undefined => {
  if (confirm === 'never') return undefined;
  if (effectOf(tool, given) === 'destroy') return `${tool.name} destroys something for good`;
  if (tool.endpoint.discloses?.only) return `${tool.name} gives a credential to the model`;
  return undefined;
};
