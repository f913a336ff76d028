// The errors of calls that were not let through, and of faults of our own.
import { describe, expect, it } from 'vitest';
import { refusedArguments, refusedByGuard } from '../../src/advice/never-sent.ts';
import { internalError } from '../../src/advice/own-fault.ts';
import { aboutCall } from './about-call.ts';

describe('a call that was not let through', () => {
  it('because of its arguments names every problem, and the tool to call again', () => {
    const { error } = refusedArguments(aboutCall('droplets_get').tool, [
      'droplet_id is missing',
      'Did you mean droplet_id?',
    ]);
    expect(error).toMatchObject({
      status: null,
      code: 'invalid_arguments',
      message: 'droplet_id is missing. Did you mean droplet_id?',
      next: 'Correct the arguments and call droplets_get again. Nothing was sent.',
    });
  });

  it.each([
    ['scopes', ['droplet:read'], 'missing_scope'],
    ['token', [], 'invalid_token'],
    ['read_only', [], 'not_allowed'],
  ] as const)('by the rule %s has a code of its own', (rule, missing, code) => {
    const { error } = refusedByGuard({
      answer: 'refused',
      rule,
      reason: 'so it is',
      remedy: 'Do that.',
      missing,
    });
    expect(error).toMatchObject({
      code,
      message: 'Not allowed: so it is. Nothing was sent.',
      next: 'Do that.',
    });
    expect(error.missing_scopes ?? []).toEqual(missing);
  });
});

describe('a fault of our own', () => {
  it('tells its reference and nothing else', () => {
    const { error } = internalError('r-1');
    expect(error.code).toBe('internal');
    expect(error.message).toMatch(/reference r-1/);
  });
});
