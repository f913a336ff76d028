// A part of the demonstration, and what it is given.
import type { Clock } from '../../ports.ts';
import type { CommandInput } from '../command.ts';
import type { Narrator } from './narrator.ts';
import type { Stage } from './stage.ts';

/** What a part works with. */
export interface Scene {
  readonly stage: Stage;
  readonly narrator: Narrator;
  /** What a command that is shown works with: the same box and terminal, and the person's keyboard. */
  readonly hands: Pick<CommandInput, 'box' | 'terminal' | 'keyboard'>;
  readonly clock: Clock;
  /** Whether the simulation finishes everything at once, so that there is nothing to wait for. */
  readonly isInstant: boolean;
}

/** A part: told before the person says whether they want it, then played. */
export interface Part {
  readonly title: string;
  readonly says: string;
  readonly play: (scene: Scene) => Promise<void>;
}
