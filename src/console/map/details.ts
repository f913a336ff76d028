// Everything that is known of one endpoint, in words and lists that the page only has to lay out.
import type { Cost, Effect } from '../../../scope-map/endpoint.ts';
import type { InputSchema } from '../../../tools/tool/tool.ts';
import type { MapRow } from './row.ts';

/** A scope with what the control panel ticks along with it. */
export interface ScopeNeed {
  readonly scope: string;
  readonly brings: readonly string[];
}

/** What arguments change about a call. */
export interface ConditionView {
  /** In words: "type is rebuild or restore". */
  readonly when: string;
  readonly needs: readonly string[];
  readonly effect?: Effect;
  readonly cost?: Cost;
  readonly loses?: string;
}

/** A kind of things that hang on what is destroyed, and what becomes of them. */
export interface HangingView {
  readonly kind: string;
  readonly fate: 'destroyed' | 'stays' | 'loses' | 'keeps_costing';
}

/** What a destroying call takes away. */
export interface HarmView {
  readonly kind: string;
  readonly losesData: 'always' | 'sometimes' | 'never';
  readonly hangs: readonly HangingView[];
  /** Why nothing hangs on it, where nothing does. */
  readonly nothingHangs?: string;
}

/** Work that goes on after the call. */
export interface LifeCycleView {
  readonly what: string;
  /** How long it usually takes, in seconds. */
  readonly usually: number;
  readonly done: readonly string[];
  readonly failed: readonly string[];
}

/** The page of one endpoint. */
export interface EndpointDetails {
  readonly row: MapRow;
  readonly description: string;
  /** Any one of these is enough; of each, all are needed. */
  readonly alternatives: readonly (readonly ScopeNeed[])[];
  readonly conditions: readonly ConditionView[];
  /** Account-wide scopes of older tokens that cover it. */
  readonly coveredBy: readonly string[];
  readonly formerNames: readonly string[];
  /** What names the thing that it works on. */
  readonly actsOn: readonly string[];
  readonly version: string;
  /** Sentences. */
  readonly limits: readonly string[];
  /** What of the bill is priced, in words; empty where nothing bills. */
  readonly prices: readonly string[];
  readonly gives?: {
    readonly kind: 'credential' | 'shell';
    readonly fields: readonly string[];
    readonly only: boolean;
  };
  readonly harm?: HarmView;
  readonly lifeCycle?: LifeCycleView;
  readonly insteadUse?: string;
  readonly schema: InputSchema;
  /** Arguments that a call may have; null where none could be made up that is surely right. */
  readonly example: Readonly<Record<string, unknown>> | null;
  /** DigitalOcean's own page about it. */
  readonly link: string;
}
