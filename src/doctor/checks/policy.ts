// The check of the policy file: whether it can be used, and whether others may change what it allows.
import { UsageError } from '../../configuration/usage-error.ts';
import type { Check } from '../check.ts';
import { findingsOf, type Meanings } from '../finding.ts';

const meanings = {
  'policy.ok': {
    level: 'ok',
    means: 'The policy file can be used; whom it holds.',
    remedy: null,
  },
  'policy.unusable': {
    level: 'blocks',
    means:
      'The policy file cannot be read, or something in it is wrong. The server refuses to start with it.',
    remedy:
      'Correct it where the sentence says; do-mcp policy check tries it, docs/policy.md tells what may stand there.',
  },
} as const satisfies Meanings;

const finding = findingsOf(meanings);

/** Looks at the policy. */
export const policy: Check = {
  name: 'policy',
  title: 'Policy',
  meanings,
  look: async ({ told: { settings }, policyIn }) => {
    if (settings === null || settings.policyFile === null) return [];
    try {
      return [finding('policy.ok', await policyIn(settings.policyFile))];
    } catch (error) {
      if (error instanceof UsageError) return [finding('policy.unusable', error.message)];
      throw error;
    }
  },
};
