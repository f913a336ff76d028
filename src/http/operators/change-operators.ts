// Adds an operator, whose key is shown once, and takes one out.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '../../configuration/usage-error.ts';
import { alone, replaceFile } from '../authentication/change-file.ts';
import { digestOf, makeKey, type RandomBytes } from '../authentication/secret.ts';
import { type Operator, operatorsIn, type Role, readOperators } from './operator-file.ts';

const write = (path: string, operators: readonly Operator[], random: RandomBytes): void => {
  const text = JSON.stringify({ version: 1, operators }, null, 2);
  operatorsIn(text, path);
  replaceFile(path, `${text}\n`, random);
};

const prepare = (path: string): void => {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  } catch {
    // Whoever then cannot write says why.
  }
};

/**
 * Adds an operator to a file, which is made when it is not there.
 * @returns the key, which is kept nowhere: only its hash is written.
 * @throws {UsageError} when the name is taken or none, or the file cannot be read or written.
 */
export const addOperator = (
  path: string,
  operator: { readonly name: string; readonly role: Role },
  random: RandomBytes,
): { readonly key: string } => {
  prepare(path);
  return alone(path, () => {
    const before = readOperators({ path, isNamed: false });
    if (before.some(({ name }) => name === operator.name))
      throw new UsageError(
        `There is an operator ${operator.name} already. do-mcp operator remove ${operator.name} takes the old key away; or choose another name.`,
      );
    const key = makeKey(random);
    const digest = digestOf(key).toString('hex');
    write(path, [...before, { ...operator, key: `sha256:${digest}` }], random);
    return { key };
  });
};

/**
 * Takes an operator out of a file.
 * @throws {UsageError} when there is none of this name, or the file cannot be read or written.
 */
export const removeOperator = (path: string, name: string, random: RandomBytes): void => {
  prepare(path);
  alone(path, () => {
    const before = readOperators({ path, isNamed: false });
    const left = before.filter((one) => one.name !== name);
    if (left.length === before.length)
      throw new UsageError('There is no operator of this name. do-mcp operator list names them.');
    write(path, left, random);
  });
};
