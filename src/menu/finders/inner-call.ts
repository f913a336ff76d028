// Reads the call inside a call of a finder: which tool, with which arguments.
import { type ErrorAnswer, errorAnswer } from '../../../tools/answer/error-answer.ts';
import { shortened } from '../../../tools/cut-text.ts';
import { ownTools } from '../../../tools/own-tools.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';
import type { MeantCall } from '../menu.ts';
import { finderFor, findTools, type Through } from './finder-tools.ts';

const unknownTool = (name: string, meant: string | undefined): ErrorAnswer =>
  errorAnswer({
    code: 'unknown_tool',
    message: `There is no tool ${shortened(name, 64)}. Nothing was sent.`,
    next: meant
      ? `Did you mean ${meant}? ${findTools} finds tools by what you want to do.`
      : `${findTools} finds tools by what you want to do.`,
  });

/**
 * The call that a finder is to make, or the error that says why there is none.
 * @param given the finder's own arguments, checked.
 * @param meant the tool that was probably meant by a name that means nothing.
 */
export const innerCall = async (
  box: ToolBox,
  through: Through,
  given: Readonly<Record<string, unknown>>,
  meant: (name: string) => Promise<string | undefined>,
): Promise<MeantCall | ErrorAnswer> => {
  const name = String(given['name']);
  if (ownTools.includes(name))
    return errorAnswer({
      code: 'wrong_finder',
      message: `${name} only reads and is not called by call_${through}_tool. Nothing was sent.`,
      next: `Call ${name} by its own name, or with ${finderFor('read')}.`,
    });
  const tool = await box.named(name);
  return tool ? { tool, raw: given['arguments'], through } : unknownTool(name, await meant(name));
};
