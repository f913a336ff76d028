// What can be done with apps besides making, deploying and reading them.
import { describeArea } from '../../../entry/area-map.ts';
import facts from './facts.json' with { type: 'json' };
import { happenings } from './happenings.ts';
import { options } from './options.ts';
import { rollbacks } from './rollbacks.ts';
import { running } from './running.ts';
import { words } from './words.ts';

export default describeArea(facts, words, {
  ...running,
  ...rollbacks,
  ...happenings,
  ...options,
});
