// The rules of the guard, in the order in which they are asked: the first that refuses gives its sentence.
import type { Condition, Effect } from '../../scope-map/endpoint.ts';
import type { Scope } from '../../scope-map/scopes.ts';
import { isTrueOf } from '../../tools/request/when.ts';
import type { Outline } from '../../tools/tool/outline.ts';
import type { Arguments, Tool } from '../../tools/tool/tool.ts';
import { isUnavoidable } from './conditions.ts';
import { consequenceOf } from './effect.ts';
import { type Grant, holds, missingScopes } from './grant.ts';
import type { Found } from './policy.ts';
import { ruledCall } from './ruled-call.ts';
import type { Selection } from './selection.ts';
import type { Refused, RuleName } from './verdict.ts';

/** What a rule looks at: a tool, asked about as such (can it be used at all?) or with the arguments of a call. */
export interface Matter {
  readonly selection: Selection;
  readonly grant: Grant;
  readonly outline: Outline;
  /** Absent when the tool is asked about as such. */
  readonly call?:
    | { readonly tool: Tool; readonly given: Arguments; readonly found?: Found | undefined }
    | undefined;
}

type Rule = (matter: Matter) => Refused | undefined;

const no = (
  rule: RuleName,
  reason: string,
  remedy: string,
  missing: readonly Scope[] = [],
): Refused => ({ answer: 'refused', rule, reason, remedy, missing });

const effectOf = ({ outline, call }: Matter): Effect =>
  call ? consequenceOf(call.tool, call.given).effect : outline.effect;

const narrowed: Rule = (matter) => {
  const { selection, outline } = matter;
  if (!selection.narrowed) return undefined;
  const { tools, readOnly: onlyReads } = selection.narrowed;
  const isNamed = tools === null || tools.has(outline.name);
  if (isNamed && !(onlyReads && effectOf(matter) !== 'read')) return undefined;
  return no(
    'narrowed',
    isNamed
      ? 'this request asks for nothing but reading'
      : `this request asks for other tools than ${outline.name}`,
    'The client says what it wants to be held to in the header DO-MCP-Only of its requests. Do not look for another way to do the same.',
  );
};

const leftOut: Rule = ({ selection, outline }) =>
  selection.leftOut.has(outline.name)
    ? no(
        'left_out',
        `${outline.name} is left out of this server`,
        'Take it off --exclude-tools to offer it.',
      )
    : undefined;

/** What DigitalOcean has given up is served where it is named, and nowhere else. */
const givenUp: Rule = ({ selection, outline }) =>
  outline.deprecated === undefined || selection.added.has(outline.name)
    ? undefined
    : no(
        'deprecated',
        `DigitalOcean has given up what ${outline.name} does`,
        `${outline.deprecated} Add ${outline.name} to --tools to serve it all the same.`,
      );

const inAreas: Rule = ({ selection, outline }) => {
  const { area, name } = outline;
  if (selection.areas.has(area) || selection.added.has(name)) return undefined;
  return no(
    'area',
    `the area ${area} is not served`,
    `Add ${area} to --areas, or ${name} to --tools.`,
  );
};

const readOnly: Rule = (matter) => {
  if (!matter.selection.readOnly) return undefined;
  if (effectOf(matter) !== 'read')
    return no(
      'read_only',
      'this server is read-only',
      'Start it without --read-only to allow changes.',
    );
  // A credential lets its holder write elsewhere: handing one out is not reading.
  return matter.outline.onlyDiscloses
    ? no(
        'read_only',
        'this server is read-only and a credential could be written with',
        'Start it without --read-only.',
      )
    : undefined;
};

const secrets: Rule = ({ selection, outline }) =>
  selection.allowSecrets || selection.keepSecrets || !outline.onlyDiscloses
    ? undefined
    : no(
        'secrets',
        `${outline.name} gives out nothing but a credential, and credentials are not let through to the model`,
        'Tell the user: the control panel and doctl show the credential; on a machine of their own, the owner of this server can have it written to a file with --secrets-dir, or let it through with --allow-secrets.',
      );

const policy: Rule = ({ selection, outline, call }) => {
  if (!selection.policy) return undefined;
  const remedy =
    'Tell the user; the owner of this server can change the policy. Do not look for another way to do the same.';
  if (!call) {
    const reason = selection.policy.hides(outline);
    return reason === undefined ? undefined : no('policy', reason, remedy);
  }
  const { answer, reason, rule, observed } = selection.policy.rule(ruledCall(call, selection));
  return answer === 'deny' && !observed
    ? no('policy', `${reason} (policy: ${rule})`, remedy)
    : undefined;
};

const accepted: Rule = ({ grant }) =>
  grant.kind === 'invalid'
    ? no('token', grant.reason, 'Give the server a valid DigitalOcean token.')
    : undefined;

const known: Rule = (matter) => {
  const { grant, outline } = matter;
  if (grant.kind !== 'unknown') return undefined;
  if (effectOf(matter) === 'read' && !outline.onlyDiscloses) return undefined;
  return no(
    'scopes',
    `the scopes of the token are unknown (${grant.reason}), so only reading is allowed`,
    'Declare what the token holds with --scopes, or try again once DigitalOcean tells.',
  );
};

const scopes: Rule = ({ grant, outline, call }) => {
  if (grant.kind !== 'known') return undefined;
  const missing = new Set(missingScopes(grant, outline.requires));
  if (call)
    for (const condition of call.tool.endpoint.conditions ?? [])
      if (!isUnavoidable(call.tool, condition) && isTrueOf(condition.when, call.given))
        for (const scope of lacking(grant, condition.needs)) missing.add(scope);
  if (missing.size === 0) return undefined;
  const names = [...missing];
  return no(
    'scopes',
    `the token lacks ${names.length === 1 ? 'the scope' : 'the scopes'} ${names.join(', ')}`,
    'Use a token that holds it: scopes are chosen when a token is made and cannot be added later.',
    names,
  );
};

/** Of these scopes, the missing ones. When the scopes are unknown, reading is given the benefit of the doubt. */
const lacking = (grant: Grant, needs: readonly Scope[] | undefined): readonly Scope[] =>
  (needs ?? []).filter((scope) =>
    grant.kind === 'unknown' ? !scope.endsWith(':read') : !holds(grant, scope),
  );

const rules: readonly Rule[] = [
  narrowed,
  leftOut,
  inAreas,
  givenUp,
  readOnly,
  secrets,
  policy,
  accepted,
  known,
  scopes,
];

/** The first refusal, or undefined when no rule stands against it. */
export const firstRefusal = (matter: Matter): Refused | undefined => {
  for (const rule of rules) {
    const refusal = rule(matter);
    if (refusal) return refusal;
  }
  return undefined;
};

/** Whether a tool that may be used may never be used so that this condition holds. */
export const isBarred = (
  { selection, grant }: Pick<Matter, 'selection' | 'grant'>,
  tool: Tool,
  condition: Condition,
): boolean => {
  if (isUnavoidable(tool, condition)) return false;
  const changes = condition.effect !== undefined && condition.effect !== 'read';
  if (changes && (selection.readOnly || grant.kind === 'unknown')) return true;
  return lacking(grant, condition.needs).length > 0;
};
