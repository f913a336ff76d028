// Part two: a call that the token does not allow.
import type { Part } from '../part.ts';
import { spokenCall, spokenError } from '../spoken.ts';
import { domainsOnly } from '../tokens.ts';

const tool = 'droplets_destroy';
const given = { droplet_id: 500000001 };

/** The refusal. */
export const refusal: Part = {
  title: 'A refusal',
  says: 'The agent with the token for domains tries to destroy a Droplet. The tool is not in its list, and it calls it all the same.',
  play: async ({ stage, narrator }) => {
    narrator.quote('agent', spokenCall(tool, given));
    const reply = await (await stage.agent(domainsOnly)).call(tool, given);
    narrator.quote('server', spokenError(reply));
  },
};
