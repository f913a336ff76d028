// The guard: what one grant and one selection allow, asked for the list, for the schema and for every call.
import { narrow } from '../../tools/tool/narrow.ts';
import { type Outline, outlineOf } from '../../tools/tool/outline.ts';
import type { Arguments, Tool } from '../../tools/tool/tool.ts';
import type { Grant } from './grant.ts';
import type { Found, Ruling } from './policy.ts';
import { ruledCall } from './ruled-call.ts';
import { firstRefusal, isBarred, type Matter } from './rules.ts';
import type { Selection } from './selection.ts';
import { allowed, type Refused, type Standing, type Verdict } from './verdict.ts';
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

  constructor(selection: Selection, grant: Grant) {
    this.selection = selection;
    this.grant = grant;
  }

  /**
   * Whether credentials reach the model unredacted. Reading alone never gives one out: whoever holds it can write,
   * so neither a read-only server nor a token of unknown scopes does.
   */
  get revealsSecrets(): boolean {
    const { allowSecrets, keepSecrets, readOnly } = this.selection;
    return allowSecrets && keepSecrets !== true && !readOnly && this.grant.kind === 'known';
  }

  /** Whether credentials are kept for the person; whoever may only read could write with one, wherever it is. */
  get keepsSecrets(): boolean {
    const { keepSecrets, readOnly } = this.selection;
    return keepSecrets === true && !readOnly && this.grant.kind === 'known';
  }

  /**
   * Whether a call with these arguments is allowed.
   * @param found what was read for the policy.
   */
  may(tool: Tool, given: Arguments, found?: Found): Verdict {
    return this.#refusal(outlineOf(tool), { tool, given, found }) ?? allowed;
  }

  /** What the owner's policy says of a call; undefined where there is none for this caller. */
  rulingOn(tool: Tool, given: Arguments, found?: Found): Ruling | undefined {
    return this.selection.policy?.rule(ruledCall({ tool, given, found }, this.selection));
  }

  /** Whether a tool, known in outline, cannot be used at all; undefined when it can. */
  refusalOf(outline: Outline): Refused | undefined {
    return this.#refusal(outline);
  }

  /** Whether a tool can be used at all; it is listed unless it is refused. */
  standing(tool: Tool): Standing {
    const refusal = this.#refusal(outlineOf(tool));
    if (refusal) return refusal;
    const on = (tool.endpoint.conditions ?? [])
      .filter((condition) => isBarred(this, tool, condition))
      .map(({ when }) => when.argument);
    return on.length === 0 ? allowed : { answer: 'depends', on: [...new Set(on)] };
  }

  /** A tool with the arguments and values that may be used; undefined when it is refused altogether. */
  offer(tool: Tool): OfferedTool | undefined {
    if (this.#refusal(outlineOf(tool))) return undefined;
    const { name, title, description, annotations } = tool;
    return {
      name,
      title,
      description,
      inputSchema: narrow(tool, withheldFrom(this, tool)),
      annotations,
    };
  }

  #refusal(outline: Outline, call?: Matter['call']): Refused | undefined {
    return firstRefusal({ selection: this.selection, grant: this.grant, outline, call });
  }
}
