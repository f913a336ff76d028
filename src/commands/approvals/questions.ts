// The questions that a person at a terminal answers, wherever they are kept.
import type { ShownApproval } from '../../consent/approval.ts';

/** What is sent with an answer. */
export interface GivenAtTerminal {
  readonly approves: boolean;
  /** What was typed, where something had to be. */
  readonly typed: string | null;
  readonly reason: string | null;
}

/** What answering came to. */
export type AnsweredAtTerminal =
  | { readonly how: 'answered'; readonly approval: ShownApproval }
  /** Nothing changed; why, as a sentence. */
  | { readonly how: 'refused'; readonly why: string };

/** Where questions are kept and answered. */
export interface Questions {
  /** @throws {UsageError} when they cannot be reached. */
  all(): Promise<readonly ShownApproval[]>;
  /** Undefined when there is none with this id, or it is over. */
  find(id: string): Promise<ShownApproval | undefined>;
  answer(id: string, given: GivenAtTerminal): Promise<AnsweredAtTerminal>;
  close(): Promise<void>;
}
