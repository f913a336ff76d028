// The check of the token's scopes: what they are, what of the served tools they leave hidden, and what nothing needs.

import type { Outline } from '../../../tools/tool/outline.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';
import type { Settings } from '../../configuration/settings.ts';
import { describeGrant, type Grant } from '../../guard/grant.ts';
import { Guard } from '../../guard/guard.ts';
import { leastScopes } from '../../guard/least-scopes.ts';
import { compare, holdsAll } from '../../scopes/compare.ts';
import type { Check } from '../check.ts';
import { type Finding, findingsOf, type Meanings } from '../finding.ts';

const meanings = {
  'scopes.ok': {
    level: 'ok',
    means: 'What the token may do is known; so many tools are served by it.',
    remedy: null,
  },
  'scopes.unknown': {
    level: 'warning',
    means: 'DigitalOcean has not told what the token may do, so only reading is allowed.',
    remedy: 'Try again; where it stays so, declare what the token holds with --scopes.',
  },
  'scopes.nothing_served': {
    level: 'blocks',
    means: 'The token has none of the scopes that the chosen tools need, so none is served.',
    remedy: 'Make a token with the boxes that do-mcp scopes names for these areas or tools.',
  },
  'scopes.missing': {
    level: 'note',
    means: 'Tools that were chosen stay hidden, because the token lacks scopes.',
    remedy:
      'Where they are wanted, make a token with these scopes too: they cannot be added later.',
  },
  'scopes.unused_power': {
    level: 'warning',
    means:
      'The token can do more than anything that is served needs: destroy things, even. Whoever gets hold of it can, too.',
    remedy:
      'Make a narrower token: do-mcp scopes with the same --areas, --tools and --read-only tells the boxes.',
  },
} as const satisfies Meanings;

const finding = findingsOf(meanings);

const some = (names: readonly string[], most: number): string =>
  names.length <= most + 1
    ? names.join(', ')
    : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;

const judged = (
  grant: Grant & { readonly kind: 'known' },
  settings: Settings,
  box: ToolBox,
): readonly Finding[] => {
  const guard = new Guard(settings.selection, grant);
  const standings = box.outlines.map((outline) => [outline, guard.refusalOf(outline)] as const);
  const served = standings.filter(([, refusal]) => !refusal).map(([outline]) => outline);
  // A server that only reads needs no token that may change something.
  const isWanted = ({ requires }: Outline): boolean =>
    !settings.selection.readOnly ||
    requires.some((all) => all.every((scope) => scope.endsWith(':read')));
  const lacking = standings.flatMap(([outline, refusal]) =>
    refusal && refusal.missing.length > 0 && isWanted(outline)
      ? [{ outline, missing: refusal.missing }]
      : [],
  );
  const missing = [...new Set(lacking.flatMap((one) => one.missing))].toSorted();
  const isNamed = settings.selection.areasNamed || settings.selection.added.size > 0;
  if (served.length === 0 && lacking.length > 0)
    return [
      finding(
        'scopes.nothing_served',
        `The token lacks ${some(missing, 8)}: no tool can be served.`,
      ),
    ];
  const least = leastScopes(served);
  const { unneeded, couldDestroy } = compare(
    grant,
    { scopes: least, tools: served.map(({ name }) => name) },
    box,
  );
  const wide = holdsAll([...grant.scopes]);
  return [
    finding(
      'scopes.ok',
      `${describeGrant(grant)}: ${served.length} of ${box.outlines.length} tools.`,
    ),
    ...(isNamed && lacking.length > 0
      ? [
          finding(
            'scopes.missing',
            `${lacking.length} of the chosen tools are hidden for want of ${some(missing, 6)}.`,
          ),
        ]
      : []),
    ...(couldDestroy.length > 0
      ? [
          finding(
            'scopes.unused_power',
            `This token can destroy things in ${some(couldDestroy, 6)}; nothing that you serve needs that.`,
            {
              details: wide
                ? ['It is account-wide.']
                : [`Scopes that nothing needs: ${some(unneeded, 10)}`],
            },
          ),
        ]
      : []),
  ];
};

/** Looks at what the token may do. */
export const scopes: Check = {
  name: 'scopes',
  title: 'Scopes',
  meanings,
  look: async ({ told: { settings }, tokenInfo, box }) => {
    if (settings === null) return [];
    if (settings.declaredScopes !== null && settings.token !== null)
      return judged(
        { kind: 'known', scopes: settings.declaredScopes, source: 'declared', expiresAt: null },
        settings,
        box,
      );
    const info = await tokenInfo();
    if (info === null) return [];
    const { grant } = info;
    if (grant.kind === 'known') return judged(grant, settings, box);
    if (grant.kind === 'invalid') return [];
    const why = info.failure === null ? '' : ` (${info.failure})`;
    return [finding('scopes.unknown', `${grant.reason}${why}.`)];
  },
};
