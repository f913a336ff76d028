// What becomes of credentials in the answer to a call: shown, written to files for the person, or taken out.
import { keepAll } from '../../tools/answer/answer.ts';
import type { ErrorAnswer } from '../../tools/answer/error-answer.ts';
import type { Shaping } from '../../tools/answer/shaping.ts';
import { refusedWithoutFolder } from '../advice/never-sent.ts';
import type { ApiReply } from '../client/client.ts';
import { FolderRefused } from '../secrets/secrets-folder.ts';
import type { Agreed, Judged, Prepared } from './stages.ts';
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

/**
 * Makes sure that what comes back has a place. The folder is tried before anything is sent: a credential that is
 * shown once must not be lost.
 * @throws {Stop} when nothing can be written there.
 */
export const prepareSecrets = (agreed: Agreed): Prepared => {
  const { tool, guard, decision, road } = agreed;
  if (!road.secrets || !guard.keepsSecrets) return { ...agreed, holding: undefined };
  const { discloses, area } = tool.endpoint;
  const isChange = decision.effect !== 'read';
  const gives = decision.keeps !== undefined;
  try {
    const holding = road.secrets.keeperFor(
      {
        kind: area,
        subject: subjectOf(agreed),
        form: discloses?.kept,
        discloses: gives,
        once: isChange,
      },
      gives || (isChange && discloses !== undefined),
    );
    return { ...agreed, holding };
  } catch (error) {
    if (error instanceof FolderRefused)
      throw new Stop(refusedWithoutFolder(error.message), decision);
    throw error;
  }
};

/** Writes what a change has shown only once, as soon as it is there and before anything else can go wrong. */
export const keepSecrets = ({ holding, tool, decision }: Prepared, { body }: ApiReply): void => {
  if (!holding || !tool.endpoint.discloses || decision.effect === 'read') return;
  keepAll(tool, body, holding.keeper.quiet);
};

/** An error that also says where the credentials are that came before it. */
export const withPlaces = (answer: ErrorAnswer, { holding }: Prepared): ErrorAnswer => {
  const said = holding?.keeper.said() ?? [];
  if (said.length === 0) return answer;
  const { error } = answer;
  return { error: { ...error, next: [error.next, ...said].join(' ') } };
};
