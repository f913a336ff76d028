// Seventh step: the call is sent with its permit, and what it started is followed as far as the caller wants to wait.
import { startList } from '../../tools/answer/list-answer.ts';
import { valueAt } from '../../tools/places.ts';
import { defaultMaxItems } from '../../tools/tool/input-schema.ts';
import type { ApiReply } from '../client/client.ts';
import { ApiFailure } from '../client/failures.ts';
import { followWork } from './follow-work.ts';
import { ownerOf } from './owner.ts';
import { keepSecrets, shapingOf } from './secrets.ts';
import type { Arrival, Arrived, Intended } from './stages.ts';

/** Sends; whatever DigitalOcean answers, or does not answer, is an arrival. */
export const send = async (intended: Intended): Promise<Arrived> => {
  // Asked for beside the call, so that nobody waits for a name longer than for the work.
  const owner = whose(intended);
  intended.counting?.sent();
  const arrival = await arrive(intended).catch(async (error): Promise<Arrival> => {
    if (!(error instanceof ApiFailure)) throw error;
    await intended.counting?.failed(error);
    return { kind: 'failed', failure: error };
  });
  return { ...intended, arrival, owner: arrival.kind === 'failed' ? null : await owner };
};

/** Whose account was changed is said with every change; reading needs no such reminder. */
const whose = ({ decision, road, guard, caller, context }: Intended): Promise<string | null> =>
  decision.effect === 'read'
    ? Promise.resolve(null)
    : ownerOf(road.box, guard, caller.account, context.signal);

const arrive = async (intended: Intended): Promise<Arrival> => {
  const { permit, caller, context, tool } = intended;
  const { api } = caller.account;
  const { reply } = tool.endpoint;
  if (reply.kind === 'list') return listed(intended);
  const first = await api.send(permit, context);
  keepSecrets(intended, first);
  await intended.counting?.done(first.body);
  switch (reply.kind) {
    case 'text':
      return {
        kind: 'text',
        first,
        text: typeof first.body === 'string' ? first.body : JSON.stringify(first.body),
      };
    case 'logs':
      return { kind: 'logs', first, texts: await logTexts(intended, first, reply) };
    case 'empty':
    case 'object':
      return { kind: 'reply', first, followed: await followWork(intended, first) };
  }
};

/** Reads a list, of which each item is shaped as it arrives: what an answer does not hold is neither kept nor read. */
const listed = async (intended: Intended): Promise<Arrival> => {
  const { permit, caller, context, tool, given, shows } = intended;
  const answer = startList(tool, given, { ...shapingOf(intended), ...(shows && { shows }) });
  const list = await caller.account.api.list(
    permit,
    {
      ...boundsOf(intended),
      take: (item) => (answer.take(item) ? true : undefined),
      ...(answer.wants && { wants: answer.wants }),
    },
    context,
  );
  return { kind: 'list', list, answer };
};

const boundsOf = ({ given }: Intended): { readonly maxItems: number; readonly after?: string } => {
  const { max_items: most, after } = given;
  return {
    maxItems: typeof most === 'number' ? most : defaultMaxItems,
    ...(typeof after === 'string' && { after }),
  };
};

/** Old log files that are fetched for one answer at most; the newest stand last. */
const mostLogFiles = 3;

const logTexts = (
  { permit, caller, context }: Intended,
  first: ApiReply,
  reply: { readonly live: string; readonly historic: string },
): Promise<readonly string[]> => {
  const historic = (first.body as Readonly<Record<string, unknown>> | undefined)?.[reply.historic];
  const live = valueAt(first.body, reply.live);
  const files = Array.isArray(historic)
    ? historic.filter((one) => typeof one === 'string').slice(-mostLogFiles)
    : [];
  const addresses =
    files.length > 0 ? files : typeof live === 'string' && live !== '' ? [live] : [];
  return Promise.all(addresses.map((address) => caller.account.api.text(permit, address, context)));
};
