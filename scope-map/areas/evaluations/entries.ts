// Evaluations: how well agents and models answer, measured with datasets and metrics.
import { describeArea } from '../../entry/area-map.ts';
import { agentRuns } from './agent-runs.ts';
import { datasets } from './datasets.ts';
import facts from './facts.json' with { type: 'json' };
import { metrics } from './metrics.ts';
import { modelRuns } from './model-runs.ts';
import { presets } from './presets.ts';
import { testCases } from './test-cases.ts';
import { words } from './words.ts';

export default describeArea(facts, words, {
  ...datasets,
  ...metrics,
  ...testCases,
  ...agentRuns,
  ...modelRuns,
  ...presets,
});
