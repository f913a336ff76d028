// A dry run: what is known of a call before it is sent, told instead of doing it. Sends nothing but reads.
import type { Answer } from '../../tools/answer/answer.ts';
import { boundObject } from '../../tools/answer/bounds.ts';
import { buildRequest } from '../../tools/request/build-request.ts';
import { recordable } from '../../tools/request/recordable.ts';
import type { Stakes } from '../consent/covers.ts';
import type { BlastRadius } from '../consequences/blast-radius.ts';
import { foreseeReply, refusalsOf } from '../consequences/refusals/foresee.ts';
import type { Foreseen } from '../consequences/refusals/foreseen.ts';
import { lookAhead, stakesOf } from './foresee.ts';
import { judge } from './judge.ts';
import { judgedSnapshot, keepOf, withSnapshot } from './keep/snapshot-call.ts';
import { recordDryRun } from './record-outcome.ts';
import { undoAhead } from './said-of-undo.ts';
import { shownBudget } from './shown-budget.ts';
import { shownPrice } from './shown-price.ts';
import type { Affordable } from './spend.ts';
import type { Built, Judged, Shaped } from './stages.ts';
import { Stop } from './stop.ts';
import { asksNobody, whyAsked } from './whether-to-ask.ts';

/** The request as it would be sent, but for what is secret in it. */
const shownRequest = ({ tool, given }: Built): Answer => {
  const { endpoint, places } = tool;
  const inPath = Object.fromEntries(places.path.map((name) => [name, given[name]]));
  const shown = buildRequest(tool, { ...recordable(endpoint, given), ...inPath });
  const query = shown.query.map(([name, value]) => `${name}=${value}`);
  return {
    method: shown.method,
    path: shown.path,
    ...(query.length > 0 && { query }),
    ...(shown.body !== undefined && { body: shown.body }),
  };
};

const shownHarm = ({
  sentence,
  hanging,
  unknown,
  name,
  destroyed,
  losesData,
  monthlyUsd,
}: BlastRadius): Answer => ({
  sentence,
  ...(name !== null && { name }),
  ...(destroyed !== null && { destroyed }),
  loses_data: losesData,
  ...(monthlyUsd !== null && { costs_monthly_usd: monthlyUsd }),
  ...(hanging.length > 0 && { hanging }),
  ...(unknown.length > 0 && { unknown }),
});

const shownForesight = ({ outcome, because }: Foreseen): Answer => ({
  outcome,
  ...(because.length > 0 && { because }),
});

const shownStop = ({ answer }: Stop, rule: string): Answer => {
  const { message, next } = answer.error;
  return { allowed: false, rule, because: message, ...(next !== undefined && { next }) };
};

/** What a rule of this server says against the call; the call would not leave it. */
const barred = (built: Built, stop: Stop): Answer => {
  const { answer, decision } = stop;
  const rule = decision?.verdict.answer === 'refused' ? decision.verdict.rule : answer.error.code;
  return {
    request: shownRequest(built),
    ...(decision && { effect: decision.effect, cost: decision.cost }),
    let_through: shownStop(stop, rule),
    outcome: 'would_be_refused',
    because: [answer.error.message],
  };
};

/** Whether a person would be asked about the call; what nobody is asked about by the owner's choice is told all the same. */
const passage = (judged: Judged, stakes: Stakes, fit: Affordable | undefined): Answer => {
  if (fit?.stop) return shownStop(fit.stop, 'budget');
  const why = whyAsked(judged, stakes);
  const { policy } = judged.decision;
  const governs = policy !== undefined && !policy.observed;
  const rule = governs ? `policy: ${policy.rule}` : 'confirm';
  if (why === undefined) return { allowed: true, asks_a_person: false, ...(governs && { rule }) };
  return { allowed: true, asks_a_person: !asksNobody(judged), rule, because: why };
};

/** Whether the call would fit into the budget of whoever calls; undefined where there is none. */
const fitOf = async (judged: Judged, { price }: Stakes): Promise<Affordable | undefined> => {
  if (!judged.caller.selection.budget) return undefined;
  const { affordable } = await import('./spend.ts');
  return affordable(judged, price).catch((error) => {
    if (error instanceof Stop) return { stop: error, left: [] };
    throw error;
  });
};

const refusedBy = ({ answer }: Stop): Foreseen => ({
  outcome: 'would_be_refused',
  because: [answer.error.message],
});

const foretold = async (judged: Judged): Promise<Answer> => {
  const { decision } = judged;
  const [stakesIn, refusals, undo] = await Promise.all([
    stakesOf(judged),
    refusalsOf(judged.tool),
    undoAhead(judged),
  ]);
  return lookAhead(judged, async (looking) => {
    // First what has the call refused: what hangs on a thing may take all the looks that there are.
    const [foreseen, own] = await Promise.all([
      foreseeReply(judged, refusals, looking),
      stakesIn(looking),
    ]);
    const stakes = await withSnapshot(judged, own);
    const fit = await fitOf(judged, stakes);
    return {
      request: shownRequest(judged),
      effect: decision.effect,
      cost: decision.cost,
      ...(decision.why.length > 0 && { why: decision.why }),
      ...(stakes.price && { price: shownPrice(stakes.price) }),
      ...(stakes.harm && { blast_radius: shownHarm(stakes.harm) }),
      ...(undo && { [keepOf(judged) ? 'keep' : 'undo']: undo }),
      ...(fit && { budget: shownBudget(fit.left) }),
      let_through: passage(judged, stakes, fit),
      ...shownForesight(fit?.stop ? refusedBy(fit.stop) : foreseen),
      requests_made: looking.sent,
    };
  });
};

/** Judged with all that it takes: where a snapshot is taken first, that too. */
const judgedOrBarred = async (built: Built): Promise<Judged | Stop> => {
  try {
    const judged = await judge(built);
    const keep = keepOf(built);
    if (keep) await judgedSnapshot(built, keep);
    return judged;
  } catch (error) {
    if (error instanceof Stop) return error;
    throw error;
  }
};

/** What the call would do, cost and meet, and whether it would be let through; on record as a dry run. */
export const dryRun = async (built: Built): Promise<Shaped> => {
  const judged = await judgedOrBarred(built);
  const told = judged instanceof Stop ? barred(built, judged) : await foretold(judged);
  await recordDryRun(built, judged.decision);
  return {
    ok: true,
    answer: boundObject({ dry_run: true, ...told, note: 'Nothing was changed.' }),
  };
};
