// Part four: a call that destroys, held until the person has said what they think of it.
import type { Part } from '../part.ts';
import { spokenCall, spokenError } from '../spoken.ts';
import { everything } from '../tokens.ts';

const tool = 'droplets_destroy';
const given = { droplet_id: 500000001 };

/** The destruction. */
export const destruction: Part = {
  title: 'A call that destroys, and waits for you',
  says: 'The same agent, in a hurry, destroys a web server. The server sends nothing yet: it looks at what hangs on the Droplet and asks you.',
  play: async ({ stage, narrator }) => {
    narrator.quote('agent', spokenCall(tool, given));
    const reply = await (await stage.agent(everything)).call(tool, given);
    if (reply.isError) {
      narrator.quote('server', spokenError(reply));
      narrator.tell('The web server is still there.');
      return;
    }
    narrator.quote(
      'server',
      'Sent once, because you agreed to just this call: the Droplet is gone.',
    );
  },
};
