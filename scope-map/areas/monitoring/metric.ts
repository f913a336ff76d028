// The one shape that every reading of metrics has.
import { object } from '../../entry/replies.ts';

/**
 * A reading of one metric over a window of time: a list of series, each with labels and pairs of time and value.
 * @param title what is read.
 * @param description a sentence with the unit and what helps to choose it among its neighbours.
 * @param name the tool's name, where the operation id is too long for one.
 */
export const metric = (title: string, description: string, name?: string) => ({
  ...(name && { name }),
  title,
  description,
  reply: object('data'),
  // Always the same word; it tells nothing.
  view: { drops: ['resultType'] },
});
