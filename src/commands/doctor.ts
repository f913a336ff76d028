// `do-mcp doctor`: looks at everything that a server needs, and says of each finding what to do about it.

import type { ToolBox } from '../../tools/tool-box.ts';
import { lookForConfiguration } from '../configuration/file/find-configuration.ts';
import { questionsOf } from '../doctor/asked.ts';
import { countOf, type Examined, examine } from '../doctor/examine.ts';
import { mend } from '../doctor/mend.ts';
import { thisMachine } from '../doctor/situation.ts';
import { readTold } from '../doctor/told.ts';
import { systemClock } from '../system.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { rightsInFile } from './agents-in-file.ts';
import type { EarlyCommand } from './command.ts';
import { doctorJson, doctorText, dressed } from './doctor-text.ts';
import { doctorOptions } from './option-sets.ts';

/** Says what takes its time, each once, where somebody waits for it. */
const progressOn = (terminal: Terminal): ((what: string) => void) => {
  const said = new Set<string>();
  return (what) => {
    if (!terminal.hasReader || said.has(what)) return;
    said.add(what);
    terminal.say(`${what} …`);
  };
};

const policyReader =
  (box: ToolBox) =>
  async (path: string): Promise<string> => {
    const found = await rightsInFile(path, box);
    if (found.of === 'all') return `${path} holds whoever calls.`;
    const { length } = found.agents;
    return `${path} names ${length === 1 ? '1 agent' : `${length} agents`}.`;
  };

/** Looks, mends what it may, and prints the findings; 1 when something blocks. */
export const runDoctor: EarlyCommand = async ({ given, environment, box, terminal }) => {
  const found = await lookForConfiguration(given, environment);
  const told = readTold(given, environment, doctorOptions, box, found);
  const machine = thisMachine(environment);
  const examined: readonly Examined[] = await examine({
    told,
    machine,
    box,
    clock: systemClock,
    ...questionsOf(told, machine, systemClock),
    policyIn: policyReader(box),
    saying: progressOn(terminal),
  });
  const mended = mend(examined, given.fix === true);
  if (given.json === true) terminal.print(doctorJson(mended));
  else terminal.print(doctorText(mended, terminal.page.width, given.fix === true), dressed);
  return countOf(mended, 'blocks') > 0 ? 1 : 0;
};
