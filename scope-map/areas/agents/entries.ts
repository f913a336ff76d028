// AI agents: the agents, what hangs on them, the keys they use and are used with, and their workspaces.
import { describeArea } from '../../entry/area-map.ts';
import { agents } from './agents.ts';
import { attachments } from './attachments.ts';
import facts from './facts.json' with { type: 'json' };
import { keys } from './keys.ts';
import { providers } from './providers.ts';
import { words } from './words.ts';
import { workspaces } from './workspaces.ts';

export default describeArea(facts, words, {
  ...agents,
  ...attachments,
  ...keys,
  ...workspaces,
  ...providers,
});
