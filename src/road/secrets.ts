// What becomes of credentials in the answer to a call: shown, written to files for the person, or taken out.
import { keepAll } from '../../tools/answer/answer.ts';
import type { ErrorAnswer } from '../../tools/answer/error-answer.ts';
import type { Shaping } from '../../tools/answer/shaping.ts';
import { refusedWithoutFolder } from '../advice/never-sent.ts';
import type { ApiReply } from '../client/client.ts';
import { FolderRefused } from '../secrets/folder-refused.ts';
import type { Judged, Prepared, Reserved } from './stages.ts';
import { Stop } from './stop.ts';

/**
 * Where a person is asked, nothing is revealed that the question did not cover: a call of which it was decided that
 * it discloses nothing is redacted like all others.
 */
const revealsSecrets = ({ guard, decision, road }: Judged): boolean =>
  guard.revealsSecrets && (road.confirm === 'never' || decision.discloses !== 'nothing');

/** What the answer to a call may hold. */
export const shapingOf = (prepared: Prepared): Shaping => ({
  allowSecrets: revealsSecrets(prepared),
  keeper: prepared.holding?.keeper,
});

/** What the arguments say that the call is about. */
const subjectOf = ({ tool, given }: Judged): string | undefined => {
  const [argument] = tool.places.path.toReversed();
  const value = argument === undefined ? given['name'] : given[argument];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
};

/** What stands before the folder of credentials, as an answer to the call. */
const stopFor = (error: unknown, { decision }: Judged): unknown =>
  error instanceof FolderRefused ? new Stop(refusedWithoutFolder(error.message), decision) : error;

/** Whether what comes back goes to files, and can be had only now. */
const isShownOnce = ({ tool, decision }: Judged): boolean =>
  decision.effect !== 'read' && tool.endpoint.discloses !== undefined;

const needsFolder = (judged: Judged): boolean =>
  judged.decision.keeps !== undefined || (isShownOnce(judged) && judged.guard.keepsSecrets);

/**
 * Looks at the folder before a person is asked: nobody agrees to what cannot be done.
 * @throws {Stop} when nothing can be written there.
 */
export const checkSecretsFolder = async (judged: Judged): Promise<void> => {
  if (!judged.road.secrets || !needsFolder(judged)) return;
  try {
    (await judged.road.secrets()).check();
  } catch (error) {
    throw stopFor(error, judged);
  }
};

/**
 * Makes sure that what comes back has a place. The folder is tried before anything is sent: a credential that is
 * shown once must not be lost.
 * @throws {Stop} when nothing can be written there.
 */
export const prepareSecrets = async (agreed: Reserved): Promise<Prepared> => {
  const { tool, guard, decision, road } = agreed;
  if (!road.secrets || !guard.keepsSecrets) return { ...agreed, holding: undefined };
  const { discloses, area } = tool.endpoint;
  const matter = {
    kind: area,
    subject: subjectOf(agreed),
    form: discloses?.kept,
    discloses: decision.keeps !== undefined,
    once: isShownOnce(agreed),
  };
  try {
    const secrets = await road.secrets();
    return { ...agreed, holding: secrets.keeperFor(matter, needsFolder(agreed)) };
  } catch (error) {
    throw stopFor(error, agreed);
  }
};

/** Writes what a change has shown only once, as soon as it is there and before anything else can go wrong. */
export const keepSecrets = (prepared: Prepared, { body }: ApiReply): void => {
  const { holding, tool } = prepared;
  if (holding && isShownOnce(prepared)) keepAll(tool, body, holding.keeper.quiet);
};

/** An error that also says where the credentials are that came before it. */
export const withPlaces = (answer: ErrorAnswer, { holding }: Prepared): ErrorAnswer => {
  const said = holding?.keeper.said() ?? [];
  if (said.length === 0) return answer;
  const { error } = answer;
  return { error: { ...error, next: [error.next, ...said].join(' ') } };
};
