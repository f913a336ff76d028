// What the owner said about asking a person, and about the record, given its meaning.
import { homedir } from 'node:os';
import type { Environment } from './environment.ts';
import type { OptionValues } from './options/options.ts';
import { defaultStateFolder } from './state-place.ts';
import { UsageError } from './usage-error.ts';
import { listOf, nameOf, numberOf, oneOf, textOf, urlOf } from './values.ts';

const consentDoors = ['client', 'terminal', 'console'] as const;

/** A door at which a person may answer. */
export type ConsentDoor = (typeof consentDoors)[number];

const doorsOf = (values: OptionValues): ReadonlySet<ConsentDoor> => {
  const words = listOf(values, 'consentDoors') ?? consentDoors;
  return new Set(
    words.map((word) => {
      const door = consentDoors.find((one) => one === word);
      if (!door)
        throw new UsageError(`${nameOf('consentDoors')} may name ${consentDoors.join(', ')}.`);
      return door;
    }),
  );
};

/** The longest reason, in characters: as long as the doors of approvals take it. */
const longestReason = 500;

const reasonOf = (values: OptionValues): string | null => {
  const reason = textOf(values, 'reason');
  if (reason === undefined) return null;
  if (reason.length > longestReason)
    throw new UsageError(`${nameOf('reason')} has at most ${longestReason} characters.`);
  return reason;
};

/** Dollars a month from which billing asks when nobody says another sum. */
const usualConfirmAbove = 5;

/** @throws {UsageError} for the first value that makes no sense. */
export const askingSettings = (values: OptionValues) => ({
  confirmAbove:
    numberOf(values, 'confirmAbove', {
      says: 'dollars a month, for example 5',
      fits: (number) => number >= 0,
    }) ?? usualConfirmAbove,
  consentDoors: doorsOf(values),
  approvalWebhook: urlOf(values, 'approvalWebhook') ?? null,
  operatorsFile: textOf(values, 'operatorsFile') ?? null,
  serverUrl: urlOf(values, 'serverUrl') ?? null,
  operatorKey: textOf(values, 'operatorKey') ?? null,
  operatorKeyFile: textOf(values, 'operatorKeyFile') ?? null,
  role: oneOf(values, 'role', ['look', 'approve', 'operate']) ?? 'approve',
  reason: reasonOf(values),
  secretsDir: textOf(values, 'secretsDir') ?? null,
});

/** The shortest key that an owner may give, in characters. */
const shortestStateKey = 32;

const stateKeyOf = (values: OptionValues): string | null => {
  const key = textOf(values, 'stateKey');
  if (key === undefined) return null;
  if (key.length < shortestStateKey)
    throw new UsageError(
      `${nameOf('stateKey')} must have at least ${shortestStateKey} characters, made at random: openssl rand -hex 32 gives one.`,
    );
  return key;
};

/** @throws {UsageError} for the first value that makes no sense. */
export const recordSettings = (values: OptionValues, environment: Environment) => ({
  audit: textOf(values, 'audit') ?? null,
  auditRequired: oneOf(values, 'auditRequired', ['changes', 'all', 'off']) ?? 'changes',
  stateDir: textOf(values, 'stateDir') ?? defaultStateFolder(environment, homedir()),
  stateKey: stateKeyOf(values),
});
