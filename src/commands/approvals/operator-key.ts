// The operator's key for a server elsewhere: from the environment or a file, never from the command line.
import type { Settings } from '../../configuration/settings.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { fileTrouble, readText } from '../../files/text-file.ts';
import { shown } from '../../terminal/veil.ts';

const keyIn = (path: string): string => {
  try {
    return readText(path).trim();
  } catch (error) {
    throw new UsageError(`--operator-key-file: ${fileTrouble(shown(path), error)}`);
  }
};

/** @throws {UsageError} when there is none, or what is given is none. */
export const operatorKeyOf = ({
  operatorKey,
  operatorKeyFile,
}: Pick<Settings, 'operatorKey' | 'operatorKeyFile'>): string => {
  if (operatorKey === null && operatorKeyFile === null)
    throw new UsageError(
      '--url needs the key of an operator: put it into a file and name that with --operator-key-file, or set DO_MCP_OPERATOR_KEY. do-mcp operator add makes one, on the machine of the server.',
    );
  if (operatorKey !== null && operatorKeyFile !== null)
    throw new UsageError(
      'DO_MCP_OPERATOR_KEY and --operator-key-file both give a key. Leave out one of them.',
    );
  const key = operatorKey ?? keyIn(operatorKeyFile ?? '');
  if (!/^[\x21-\x7e]{32,200}$/.test(key))
    throw new UsageError(
      `${operatorKey === null ? 'The file of --operator-key-file' : 'DO_MCP_OPERATOR_KEY'} does not hold the key of an operator, as do-mcp operator add has shown it.`,
    );
  return key;
};
