// Knowledge bases: what agents look things up in, where its content comes from, and when it is read again.
import { describeArea } from '../../entry/area-map.ts';
import { bases } from './bases.ts';
import facts from './facts.json' with { type: 'json' };
import { indexing } from './indexing.ts';
import { sources } from './sources.ts';
import { words } from './words.ts';

export default describeArea(facts, words, { ...bases, ...sources, ...indexing });
