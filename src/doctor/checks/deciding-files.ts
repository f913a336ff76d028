// The check of files that decide who may do what: whether somebody else could write them, or read the keys in them.
import { chmodSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { textOf } from '../../configuration/values.ts';
import { othersWhoRead, othersWhoWrite } from '../../files/file-rights.ts';
import type { Check } from '../check.ts';
import { type Finding, type Fix, findingsOf, type Meanings } from '../finding.ts';
import type { Told } from '../situation.ts';

const meanings = {
  'files.others_write': {
    level: 'blocks',
    means:
      'Everybody on this machine may write a file that decides what is allowed, and so give themselves rights. The server refuses to start with it.',
    remedy: 'chmod go-w the file, and look whether what stands there is still yours.',
    fixes: 'takes the right to write away from others',
  },
  'files.others_read': {
    level: 'warning',
    means: 'Other users of this machine may read a file in which a key stands.',
    remedy: 'chmod 600 the file; where others may have read it, make another key.',
    fixes: 'sets the mode of the file to 0600',
  },
} as const satisfies Meanings;

const finding = findingsOf(meanings);

const closed = (path: string, taken: number): Fix => {
  const mode = statSync(path).mode & 0o777 & ~taken;
  return {
    did: `Set the mode of ${path} to 0${mode.toString(8)}.`,
    run: () => chmodSync(path, mode),
  };
};

/** Files that decide, and whether a key stands in them. */
const filesOf = ({
  given,
  settings,
}: Told): readonly (readonly [path: string, hasKey: boolean])[] => {
  const { policyFile = null, keyFile = null, operatorsFile = null, stateDir } = settings ?? {};
  const operators =
    operatorsFile ?? (stateDir === undefined ? null : join(stateDir, 'operators.json'));
  return [
    [textOf(given, 'tokenFile') ?? settings?.tokenFile ?? null, false] as const,
    [policyFile, false] as const,
    [operators, false] as const,
    [keyFile, true] as const,
  ].flatMap(([path, hasKey]) =>
    path !== null && existsSync(path) ? [[path, hasKey] as const] : [],
  );
};

const lookAt = (path: string, hasKey: boolean): readonly Finding[] => [
  ...(othersWhoWrite(path) === 'everybody'
    ? [finding('files.others_write', `Everybody may write ${path}.`, { fix: closed(path, 0o022) })]
    : []),
  ...(hasKey && othersWhoRead(path) !== null
    ? [finding('files.others_read', `Others may read ${path}.`, { fix: closed(path, 0o177) })]
    : []),
];

/** Looks at who else may use the files that decide. */
export const decidingFiles: Check = {
  name: 'files',
  title: 'Files that decide',
  meanings,
  look: async ({ told }) => filesOf(told).flatMap(([path, hasKey]) => lookAt(path, hasKey)),
};
