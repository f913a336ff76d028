// How changes of dedicated inference are put back.
import type { Undos } from '../../endpoint/undo.ts';
import { argument, asBefore, call, cannot, look, reply } from '../../entry/undos.ts';

const itself = { dedicated_inference_id: argument('dedicated_inference_id') };

/** By operation id. */
export const undos: Undos = {
  dedicatedInferences_create: cannot(
    'it takes a while to stand; dedicated_inferences_delete removes it then',
  ),
  dedicatedInferences_patch: {
    state: look('dedicatedInferences_get', itself),
    ways: [
      { when: { argument: 'access_tokens' }, cannot: 'the former access token is not shown' },
      { calls: [call('dedicatedInferences_patch', { ...itself, ...asBefore('spec') })] },
    ],
  },
  dedicatedInferences_delete: cannot('its access tokens are gone with it'),
  dedicatedInferences_create_tokens: {
    ways: [
      {
        calls: [
          call('dedicatedInferences_delete_tokens', { ...itself, token_id: reply('token.id') }),
        ],
      },
    ],
  },
  dedicatedInferences_delete_tokens: cannot('a token is shown once, and does not come back'),
};
