// Writes the credentials of one answer into files, within bounds, and tells where they are.
import { dirname } from 'node:path';
import type { Disclosure } from '../../scope-map/endpoint.ts';
import type { Keeper, Taken } from '../../tools/secrets/keeping.ts';
import { writtenMark } from '../../tools/secrets/redaction-mark.ts';
import { codeOf } from '../files/error-code.ts';
import { fileName } from './file-name.ts';
import { FolderRefused } from './folder-refused.ts';
import { type KnownFiles, mostOfProcess } from './known-files.ts';
import type { SecretsFolder } from './secrets-folder.ts';
import { writeUnder } from './write-under.ts';

/** Files that are written for one answer at most. */
export const mostFiles = 32;
/** Bytes in one of them, and in all of one answer, at most. */
const mostInOne = 256 * 1024;
const mostInAll = 1024 * 1024;

/** What the files of one answer are about. */
export interface Matter {
  readonly kind: string;
  /** What the call is about, in its arguments' words. */
  readonly subject: string | undefined;
  readonly form: Disclosure['kept'];
  /** Whether the reply holds what `form` tells about. */
  readonly discloses: boolean;
  /** Whether the credentials can be had only now. */
  readonly once: boolean;
  readonly now: () => number;
}

/** What a keeper works with. */
export interface KeeperParts {
  /** The folder, looked at when the first credential comes. */
  readonly open: () => SecretsFolder;
  /** Gives back the room that was held for the call. */
  readonly release: () => void;
  readonly known: KnownFiles;
}

const generalUse = 'a file holds its value and nothing else, so that "$(cat <file>)" hands it on';

const tooMuch = `no more than ${mostFiles} files and ${mostInAll / 1024} KiB are written for one answer: ask for less at once to have the rest`;

const reasonFor = (error: unknown): string =>
  error instanceof FolderRefused
    ? error.message
    : `the file could not be written (${codeOf(error) ?? 'unknown reason'})`;

/** A keeper for one answer; `quiet` keeps what the answer does not show. */
export const createKeeper = (
  { open, release, known }: KeeperParts,
  matter: Matter,
): Keeper & { readonly quiet: Keeper } => {
  const { form, kind } = matter;
  const whole = matter.discloses ? form?.file : undefined;
  const written = new Set<string>();
  const shown = new Set<string>();
  const reasons = new Set<string>();
  let bytes = 0;
  let folder: SecretsFolder | undefined;

  const write = ({ text, subject, place }: Taken): string => {
    folder ??= open();
    const name = fileName({ kind, subject: subject ?? matter.subject, place, now: matter.now() });
    const isInFolder = whole !== undefined && form?.inFolder === true;
    return writeUnder(folder.path, {
      name: whole === undefined || isInFolder ? name : `${name}-${whole}`,
      file: isInFolder ? whole : undefined,
      text,
      durable: matter.once,
    });
  };

  const writeAgain = (taken: Taken): string => {
    try {
      return write(taken);
    } catch {
      // The room that was held may be what is missing.
      release();
      return write(taken);
    }
  };

  const pathOf = (taken: Taken): string | undefined => {
    const before = known.find(kind, taken.text);
    if (before !== undefined) return before;
    const size = Buffer.byteLength(taken.text);
    if (written.size >= mostFiles || size > mostInOne || bytes + size > mostInAll) {
      reasons.add(tooMuch);
      return undefined;
    }
    if (known.isFull) {
      reasons.add(`this server has written ${mostOfProcess} files since it was started`);
      return undefined;
    }
    try {
      const path = writeAgain(taken);
      bytes += size;
      known.add(kind, taken.text, path);
      return path;
    } catch (error) {
      reasons.add(reasonFor(error));
      return undefined;
    }
  };

  const keepInto =
    (told: Set<string>) =>
    (taken: Taken): string | undefined => {
      const path = pathOf(taken);
      if (path === undefined) return undefined;
      written.add(path);
      told.add(path);
      return writtenMark(path);
    };

  /** How it is used; only a whole reply is one file that can be named. */
  const use = (path: string): string =>
    whole === undefined || form === undefined
      ? (form?.use ?? generalUse)
      : form.use.replaceAll('<folder>', () => dirname(path)).replaceAll('<file>', () => path);

  const said = (): readonly string[] => {
    const [first] = written;
    const beside = [...written].filter((path) => !shown.has(path));
    return [
      ...(first === undefined
        ? []
        : [
            `Credentials are in files that only the user may read; use them without reading them: ${use(first)}.`,
          ]),
      ...(beside.length > 0 ? [`Also written: ${beside.join(', ')}.`] : []),
      ...(reasons.size > 0 ? [`Some were not written: ${[...reasons].join('; ')}.`] : []),
    ];
  };

  const isWhole = whole !== undefined;
  return {
    isWhole,
    keep: keepInto(shown),
    said,
    quiet: { isWhole, keep: keepInto(new Set()), said },
  };
};
