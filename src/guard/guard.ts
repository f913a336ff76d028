// The guard: what one grant and one selection allow, asked for the list, for the schema and for every call.
import { narrow } from '../../tools/tool/narrow.ts';
import type { Arguments, Tool } from '../../tools/tool/tool.ts';
import type { Grant } from './grant.ts';
import { firstRefusal, isBarred } from './rules.ts';
import type { Selection } from './selection.ts';
import { allowed, type Standing, type Verdict } from './verdict.ts';
import { withheldFrom } from './withheld.ts';

/** A tool as one client sees it: only what its grant can use. */
export interface OfferedTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: Tool['inputSchema'];
  readonly annotations: Tool['annotations'];
}

/** Decides for one grant and one selection what is offered and what may be called. Immutable. */
export class Guard {
  readonly grant: Grant;
  readonly selection: Selection;
  readonly #offers = new WeakMap<readonly Tool[], readonly OfferedTool[]>();

  constructor(selection: Selection, grant: Grant) {
    this.selection = selection;
    this.grant = grant;
  }

  /**
   * Whether credentials reach the model unredacted. Reading alone never gives one out: whoever holds it can write,
   * so neither a read-only server nor a token of unknown scopes does.
   */
  get revealsSecrets(): boolean {
    const { allowSecrets, readOnly } = this.selection;
    return allowSecrets && !readOnly && this.grant.kind === 'known';
  }

  /** Whether a call with these arguments is allowed. */
  may(tool: Tool, given: Arguments): Verdict {
    return firstRefusal({ selection: this.selection, grant: this.grant, tool, given }) ?? allowed;
  }

  /** Whether a tool can be used at all; it is listed unless it is refused. */
  standing(tool: Tool): Standing {
    const matter = { selection: this.selection, grant: this.grant, tool };
    const refusal = firstRefusal(matter);
    if (refusal) return refusal;
    const on = (tool.endpoint.conditions ?? [])
      .filter((condition) => isBarred(matter, condition))
      .map(({ when }) => when.argument);
    return on.length === 0 ? allowed : { answer: 'depends', on: [...new Set(on)] };
  }

  /**
   * The tools that may be used, each with the arguments and values that are allowed, in the order given.
   * Worked out once: it grants nothing, because every call is asked about again.
   */
  offer(tools: readonly Tool[]): readonly OfferedTool[] {
    const offered = this.#offers.get(tools) ?? tools.flatMap((tool) => this.#shown(tool));
    this.#offers.set(tools, offered);
    return offered;
  }

  #shown(tool: Tool): readonly OfferedTool[] {
    if (this.standing(tool).answer === 'refused') return [];
    const { name, title, description, annotations } = tool;
    const matter = { selection: this.selection, grant: this.grant, tool };
    const inputSchema = narrow(tool, withheldFrom(matter));
    return [{ name, title, description, inputSchema, annotations }];
  }
}
