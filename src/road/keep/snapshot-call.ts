// The call that takes a snapshot before another call destroys, judged by itself: it needs its own scope, and costs.
import type { Keep } from '../../../scope-map/endpoint/keep.ts';
import type { OperationId } from '../../../scope-map/operation-id.ts';
import type { Arguments, Tool } from '../../../tools/tool/tool.ts';
import type { Stakes } from '../../consent/covers.ts';
import { build } from '../build.ts';
import { foresee } from '../foresee.ts';
import { judge } from '../judge.ts';
import type { Built, Judged } from '../stages.ts';
import { Stop } from '../stop.ts';

/** How this call keeps a snapshot first; undefined where it does not. */
export const keepOf = ({ tool, given }: Pick<Built, 'tool' | 'given'>): Keep | undefined =>
  given['keep'] === 'snapshot' ? tool.endpoint.keep : undefined;

/** The arguments that belong to a call which is made for another. */
export const argumentsFor = (
  given: Keep['take']['given'],
  of: Arguments,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(given).map(([name, from]) => [
      name,
      'value' in from ? from.value : of[from.argument],
    ]),
  );

/** The tool of a call that is made for another. */
export const toolFor = async ({ road }: Built, operation: OperationId): Promise<Tool> => {
  const tool = await road.box.forOperation(operation);
  if (!tool) throw new Error(`there is no tool for ${operation}`);
  return tool;
};

/** The name of a snapshot: whatever it is called by is not known everywhere, its id is. */
const nameFor = ({ tool, given, road }: Built): string => {
  const [argument = ''] = tool.places.path;
  const at = new Date(road.clock.now()).toISOString().slice(0, 16).replaceAll(/[-:]/g, '');
  return `before-destroying-${String(given[argument])}-${at}`;
};

/** The tool that takes the snapshot, and with what. */
export const snapshotCall = async (
  built: Built,
  { take }: Keep,
): Promise<{ readonly tool: Tool; readonly given: Arguments; readonly name: string }> => {
  const name = nameFor(built);
  return {
    tool: await toolFor(built, take.operation),
    given: { ...argumentsFor(take.given, built.given), name },
    name,
  };
};

/** @throws {Stop} where no snapshot may be taken; nothing is destroyed then. */
export const judgedSnapshot = async (built: Built, keep: Keep): Promise<Judged> => {
  const { tool, given } = await snapshotCall(built, keep);
  try {
    return await judge(build({ ...built, through: undefined, tool, given }));
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const { error: told } = error.answer;
    throw new Stop(
      {
        error: {
          ...told,
          message: `The snapshot that keep asks for may not be taken, so nothing was destroyed. ${told.message}`,
          next: `${told.next} Without keep nothing is kept.`,
        },
      },
      error.decision,
    );
  }
};

/** The price of the snapshot that is taken first stands beside what else is at stake. */
export const withSnapshot = async (judged: Judged, stakes: Stakes): Promise<Stakes> => {
  const keep = keepOf(judged);
  if (!keep) return stakes;
  const { price } = await foresee(await judgedSnapshot(judged, keep));
  return { ...stakes, price };
};

/** What is at stake in a call: where a snapshot is taken first, its price too. */
export const atStake = async (judged: Judged): Promise<Stakes> =>
  withSnapshot(judged, await foresee(judged));

/** What a person is told of it. */
export const keepInWords = ({ of }: Keep): string =>
  `First a snapshot of the ${of} is taken. It is destroyed only when the same call is made again and the snapshot is complete; this question covers both.`;
