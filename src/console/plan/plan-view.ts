// What the planner is asked, and what it answers: boxes to tick, and the settings for exactly what they are for.
import type { Area } from '../../../scope-map/areas.ts';
import type { ClientName } from '../../clients/client.ts';
import type { Understood } from '../../scopes/in-words.ts';
import type { ScopePlan } from '../../scopes/plan.ts';

/** What is to be possible. */
export interface PlanWish {
  /** Areas that are looked at. */
  readonly look: readonly Area[];
  /** Areas that are changed, too. */
  readonly change: readonly Area[];
  /** Tools by name. */
  readonly tools: readonly string[];
  /** A job in words; empty for none. */
  readonly job: string;
  /** Whose configuration is wanted. */
  readonly client: ClientName;
}

/** A text to be copied into a file. */
export interface FileText {
  /** For whom, or what it is. */
  readonly title: string;
  readonly text: string;
  /** What else there is to do, in sentences. */
  readonly steps: readonly string[];
}

/** The answer. */
export interface PlanView {
  readonly plan: ScopePlan;
  /** What a job in words was understood as. */
  readonly asked: readonly Understood[];
  /** Names that are no tool's. */
  readonly unknown: readonly string[];
  readonly readOnly: boolean;
  readonly client: FileText;
  readonly policy: FileText;
  /** The checklist as text. */
  readonly checklist: string;
}
