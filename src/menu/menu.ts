// A menu: what is listed for whom, and what a name means. Endpoint tools are one; tools that find others may be another.
import type { Tool } from '../../tools/tool/tool.ts';
import type { Guard, OfferedTool } from '../guard/guard.ts';

/** What stands between a server and the catalogue. */
export interface Menu {
  /** What a caller with this guard is shown, in the order of the catalogue. Nothing else is loaded for it. */
  list(guard: Guard): Promise<readonly OfferedTool[]>;
  /** The tool that a name or former name means, whether it is listed or not; undefined when it means nothing. */
  find(name: string): Promise<Tool | undefined>;
  /** A name that was probably meant by one that means nothing: of the same deed, and usable with this guard. */
  meant(name: string, guard: Guard): string | undefined;
}
