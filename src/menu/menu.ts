// A menu: what is listed for whom, and what a name means.
import type { Answer } from '../../tools/answer/answer.ts';
import type { ErrorAnswer } from '../../tools/answer/error-answer.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import type { Guard, OfferedTool } from '../guard/guard.ts';
import type { Through } from './finders/finder-tools.ts';

/** A call of a tool, as a name and its arguments come to it. */
export interface MeantCall {
  readonly tool: Tool;
  /** The arguments as the client sent them. */
  readonly raw: unknown;
  /** The finder that it goes through; absent: it was called by its own name. */
  readonly through?: Through;
}

/** What a name with these arguments means. */
export type Meaning =
  | { readonly kind: 'call'; readonly call: MeantCall }
  /** The inventory, which is a tool of our own. */
  | { readonly kind: 'inventory'; readonly raw: unknown }
  /** Answered without asking DigitalOcean: an answer, or an error that says what to do. */
  | { readonly kind: 'said'; readonly ok: true; readonly answer: Answer }
  | { readonly kind: 'said'; readonly ok: false; readonly answer: ErrorAnswer };

/** What stands between a server and the catalogue. */
export interface Menu {
  /** What a caller with this guard is shown, in the order of the catalogue. Nothing else is loaded for it. */
  list(guard: Guard): Promise<readonly OfferedTool[]>;
  /**
   * What a name (or former name) means, whether it is listed or not; undefined when it means nothing.
   * @param guard asked for only where the answer depends on who is asking.
   */
  meaning(name: string, raw: unknown, guard: () => Promise<Guard>): Promise<Meaning | undefined>;
  /** A name that was probably meant by one that means nothing: of the same deed, and usable with this guard. */
  meant(name: string, guard: Guard): string | undefined;
}
