// The guard: one question, `may(tool, arguments)`, asked for the list, for the schema and for every call.
import type { Scope } from '../../scope-map/scopes.ts';
import { isTrueOf } from '../../tools/request/when.ts';
import { narrow, type Withheld } from '../../tools/tool/narrow.ts';
import type { Arguments, Tool } from '../../tools/tool/tool.ts';
import { isUnavoidable } from './conditions.ts';
import { type Grant, holds, missingScopes } from './grant.ts';
import type { Selection } from './selection.ts';

/** The rules in the order in which they are asked; the first that refuses gives its sentence. */
export type RuleName = 'left_out' | 'area' | 'read_only' | 'secrets' | 'scopes' | 'token';

/** The guard's answer. */
export type Verdict =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly rule: RuleName;
      /** Why, in a sentence. */
      readonly reason: string;
      /** What would have to change. */
      readonly remedy: string;
      readonly missing: readonly Scope[];
    };

/** A tool as one client sees it: only what its grant can use. */
export interface OfferedTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: Tool['inputSchema'];
  readonly annotations: Tool['annotations'];
}

const yes: Verdict = { allowed: true };

type Rule = (tool: Tool, given: Arguments | undefined) => Verdict;

/** Decides for one grant and one selection what is offered and what may be called. Immutable. */
export class Guard {
  readonly grant: Grant;
  readonly selection: Selection;
  readonly #rules: readonly Rule[];
  readonly #offers = new WeakMap<readonly Tool[], readonly OfferedTool[]>();

  constructor(selection: Selection, grant: Grant) {
    this.selection = selection;
    this.grant = grant;
    this.#rules = [
      (tool) => this.#leftOut(tool),
      (tool) => this.#inAreas(tool),
      (tool) => this.#readOnly(tool),
      (tool) => this.#secrets(tool),
      (tool, given) => this.#scopes(tool, given),
    ];
  }

  /**
   * Whether a tool may be called; with `given`, whether it may be called with these arguments.
   * Without arguments the answer is that of the list: can the tool be used at all?
   */
  may(tool: Tool, given?: Arguments): Verdict {
    for (const rule of this.#rules) {
      const verdict = rule(tool, given);
      if (!verdict.allowed) return verdict;
    }
    return yes;
  }

  /**
   * The tools that may be used, each with the arguments and values that the grant allows, in catalogue order.
   * Worked out once: it grants nothing, because every call is asked again.
   */
  offer(tools: readonly Tool[]): readonly OfferedTool[] {
    const offered = this.#offers.get(tools) ?? this.#workOutOffer(tools);
    this.#offers.set(tools, offered);
    return offered;
  }

  #workOutOffer(tools: readonly Tool[]): readonly OfferedTool[] {
    return tools
      .filter((tool) => this.may(tool).allowed)
      .map((tool) => ({
        name: tool.name,
        title: tool.title,
        description: tool.description,
        inputSchema: narrow(tool, this.withheld(tool)),
        annotations: tool.annotations,
      }));
  }

  /** Arguments and values of a tool that this grant cannot use and is not shown. */
  withheld(tool: Tool): Withheld {
    const hidden = new Set<string>();
    const values = new Map<string, Set<unknown>>();
    for (const condition of tool.endpoint.conditions ?? []) {
      if (isUnavoidable(tool, condition) || this.#lacks(condition.needs).length === 0) continue;
      const { argument, is } = condition.when;
      if (is === undefined) hidden.add(argument);
      else values.set(argument, new Set([...(values.get(argument) ?? []), ...is]));
    }
    for (const rule of tool.endpoint.rules ?? []) {
      if (rule.kind !== 'only' || rule.when.is === undefined) continue;
      const gone = values.get(rule.when.argument);
      if (gone && rule.when.is.every((value) => gone.has(value)))
        for (const argument of rule.arguments) hidden.add(argument);
    }
    return { arguments: hidden, values };
  }

  #leftOut(tool: Tool): Verdict {
    if (!this.selection.leftOut.has(tool.name)) return yes;
    return no(
      'left_out',
      `${tool.name} is left out of this server`,
      'Take it off --exclude-tools to offer it.',
    );
  }

  #inAreas(tool: Tool): Verdict {
    const { area } = tool.endpoint;
    if (this.selection.areas.has(area) || this.selection.added.has(tool.name)) return yes;
    return no(
      'area',
      `the area ${area} is not served`,
      `Add ${area} to --areas, or ${tool.name} to --tools.`,
    );
  }

  #readOnly(tool: Tool): Verdict {
    if (!this.selection.readOnly) return yes;
    if (tool.endpoint.effect !== 'read')
      return no(
        'read_only',
        'this server is read-only',
        'Start it without --read-only to allow changes.',
      );
    // A credential lets its holder write elsewhere: handing one out is not reading.
    if (tool.endpoint.discloses?.only)
      return no(
        'read_only',
        'this server is read-only and a credential could be written with',
        'Start it without --read-only.',
      );
    return yes;
  }

  #secrets(tool: Tool): Verdict {
    if (this.selection.allowSecrets || !tool.endpoint.discloses?.only) return yes;
    return no(
      'secrets',
      `${tool.name} gives out nothing but a credential, and credentials are not let through to the model`,
      'Start the server with --allow-secrets to allow it.',
    );
  }

  #scopes(tool: Tool, given: Arguments | undefined): Verdict {
    const { grant } = this;
    if (grant.kind === 'invalid')
      return no('token', grant.reason, 'Give the server a valid DigitalOcean token.');
    if (grant.kind === 'unknown') {
      if (tool.endpoint.effect === 'read' && !tool.endpoint.discloses?.only) return yes;
      return no(
        'scopes',
        `the scopes of the token are unknown (${grant.reason}), so only reading is allowed`,
        'Declare what the token holds with --scopes, or try again once DigitalOcean tells.',
      );
    }
    const missing = new Set(missingScopes(grant, tool.endpoint.requires));
    if (given)
      for (const condition of tool.endpoint.conditions ?? [])
        if (!isUnavoidable(tool, condition) && isTrueOf(condition.when, given))
          for (const scope of this.#lacks(condition.needs)) missing.add(scope);
    if (missing.size === 0) return yes;
    return lacking([...missing]);
  }

  /** Of these scopes, the missing ones. When the scopes are unknown, reading is given the benefit of the doubt. */
  #lacks(scopes: readonly Scope[] | undefined): readonly Scope[] {
    const { grant } = this;
    return (scopes ?? []).filter((scope) =>
      grant.kind === 'unknown' ? !scope.endsWith(':read') : !holds(grant, scope),
    );
  }
}

const no = (rule: RuleName, reason: string, remedy: string): Verdict => ({
  allowed: false,
  rule,
  reason,
  remedy,
  missing: [],
});

const lacking = (missing: readonly Scope[]): Verdict => ({
  allowed: false,
  rule: 'scopes',
  reason: `the token lacks ${missing.length === 1 ? 'the scope' : 'the scopes'} ${missing.join(', ')}`,
  remedy:
    'Use a token that holds it: scopes are chosen when a token is made and cannot be added later.',
  missing,
});
