// Models: which there are, one's own, the keys that call them, and routers that choose among them.
import { describeArea } from '../../entry/area-map.ts';
import { catalog } from './catalog.ts';
import { custom } from './custom.ts';
import facts from './facts.json' with { type: 'json' };
import { keys } from './keys.ts';
import { routers } from './routers.ts';
import { words } from './words.ts';

export default describeArea(facts, words, { ...catalog, ...custom, ...routers, ...keys });
