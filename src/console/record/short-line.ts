// A line of the record in short, as a row of the page needs it.
import { beginningOf } from '../../../tools/cut-text.ts';
import { isObject } from '../../../tools/json-object.ts';
import type { Recorded } from '../../record/read/choose.ts';
import type { RecordLine } from './record-view.ts';

const longest = 300;

const textIn = (line: Recorded, name: string): string | null => {
  const value = line[name];
  return typeof value === 'string' ? beginningOf(value, longest) : null;
};

const numberIn = (line: Recorded, name: string): number | null => {
  const value = line[name];
  return typeof value === 'number' ? value : null;
};

/** The row; the line is one about a call. */
export const shortLine = (line: Recorded): RecordLine => {
  const { decision } = line;
  return {
    id: textIn(line, 'id') ?? '',
    kind: line['kind'] as RecordLine['kind'],
    at: textIn(line, 'at') ?? '',
    agent: textIn(line, 'agent') ?? '',
    tool: textIn(line, 'tool') ?? '',
    method: textIn(line, 'method'),
    path: textIn(line, 'path'),
    effect: isObject(decision) ? textIn(decision, 'effect') : null,
    result: textIn(line, 'result'),
    status: numberIn(line, 'status'),
    ms: numberIn(line, 'ms'),
  };
};
