// Writes the credentials of one answer into files, within bounds, and tells where they are.
import { createHmac } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Disclosure } from '../../scope-map/endpoint.ts';
import type { Keeper, Taken } from '../../tools/secrets/keeping.ts';
import { writtenMark } from '../../tools/secrets/redaction-mark.ts';
import { fileName, nextName } from './file-name.ts';
import { reasonOf } from './reason.ts';
import { FolderRefused, type SecretsFolder } from './secrets-folder.ts';
import { writeNew } from './write-new.ts';

/** Files that are written for one answer at most, and by one process. */
export const mostFiles = 32;
export const mostOfProcess = 5_000;
/** Bytes in one of them, and in all of one answer, at most. */
const mostInOne = 256 * 1024;
const mostInAll = 1024 * 1024;

const mostAttempts = 100;

/** What was written before, so that reading something twice does not write it twice, and nothing fills the disk. */
export interface KnownFiles {
  /** How many files this process has written. */
  count: number;
  readonly key: Buffer;
  /** By a digest of the value: its path, and which file that was. */
  readonly places: Map<string, { readonly path: string; readonly stamp: string }>;
}

/** So many values are known at most; the oldest are forgotten. */
const mostKnown = 1_000;

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

const stampOf = (path: string): string | undefined => {
  try {
    const stats = lstatSync(path);
    return stats.isFile() ? [stats.dev, stats.ino, stats.size, stats.mtimeMs].join(':') : undefined;
  } catch {
    return undefined;
  }
};

/** Writes under the first name that is free. @returns the path. */
const writeUnder = (
  folder: string,
  name: string,
  text: string,
  durable: boolean,
  file?: string,
): string => {
  for (let attempt = 1; ; attempt++) {
    const path = join(folder, nextName(name, attempt));
    try {
      if (file === undefined) {
        writeNew(path, text, durable);
        return path;
      }
      mkdirSync(path, { mode: 0o700 });
      writeNew(join(path, file), text, durable);
      return join(path, file);
    } catch (error) {
      if (reasonOf(error) !== 'EEXIST' || attempt === mostAttempts) throw error;
    }
  }
};

const generalUse = 'a file holds its value and nothing else, so that "$(cat <file>)" hands it on';

/**
 * A keeper for one answer.
 * @param open the folder, looked at when the first credential comes
 * @param release gives back the room that was held for the call
 */
export const createKeeper = (
  open: () => SecretsFolder,
  release: () => void,
  known: KnownFiles,
  matter: Matter,
): Keeper & { readonly quiet: Keeper } => {
  const { form } = matter;
  const isWhole = matter.discloses && form?.file !== undefined;
  const written = new Set<string>();
  const shown = new Set<string>();
  const reasons = new Set<string>();
  let bytes = 0;
  let folder: SecretsFolder | undefined;

  const write = ({ text, subject, place }: Taken): string => {
    folder ??= open();
    const name = fileName({
      kind: matter.kind,
      subject: subject ?? matter.subject,
      place,
      now: matter.now(),
    });
    const { once } = matter;
    if (!isWhole || form?.file === undefined) return writeUnder(folder.path, name, text, once);
    return form.inFolder
      ? writeUnder(folder.path, name, text, once, form.file)
      : writeUnder(folder.path, `${name}-${form.file}`, text, once);
  };

  const pathOf = (taken: Taken): string | undefined => {
    const digest = createHmac('sha256', known.key)
      .update(matter.kind)
      .update('\0')
      .update(taken.text)
      .digest('hex');
    const before = known.places.get(digest);
    if (before && stampOf(before.path) === before.stamp) return before.path;
    const size = Buffer.byteLength(taken.text);
    if (written.size >= mostFiles || size > mostInOne || bytes + size > mostInAll) {
      reasons.add(
        `no more than ${mostFiles} files and ${mostInAll / 1024} KiB are written for one answer: ask for less at once to have the rest`,
      );
      return undefined;
    }
    if (known.count >= mostOfProcess) {
      reasons.add(`this server has written ${mostOfProcess} files since it was started`);
      return undefined;
    }
    try {
      let path: string;
      try {
        path = write(taken);
      } catch {
        // The room that was held may be what is missing.
        release();
        path = write(taken);
      }
      bytes += size;
      known.count += 1;
      const stamp = stampOf(path);
      if (stamp !== undefined) {
        known.places.delete(digest);
        known.places.set(digest, { path, stamp });
        const [oldest] = known.places.keys();
        if (known.places.size > mostKnown && oldest !== undefined) known.places.delete(oldest);
      }
      return path;
    } catch (error) {
      reasons.add(
        error instanceof FolderRefused
          ? error.message
          : `the file could not be written (${reasonOf(error)})`,
      );
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

  const said = (): readonly string[] => {
    const [first] = written;
    const beside = [...written].filter((path) => !shown.has(path));
    const use = (form?.use ?? generalUse)
      .replaceAll('<folder>', first === undefined || !isWhole ? '<folder>' : dirname(first))
      .replaceAll('<file>', first === undefined || !isWhole ? '<file>' : first);
    return [
      ...(first === undefined
        ? []
        : [
            `Credentials are in files that only the user may read; use them without reading them: ${use}.`,
          ]),
      ...(beside.length > 0 ? [`Also written: ${beside.join(', ')}.`] : []),
      ...(reasons.size > 0 ? [`Some were not written: ${[...reasons].join('; ')}.`] : []),
    ];
  };

  return {
    isWhole,
    keep: keepInto(shown),
    said,
    quiet: { isWhole, keep: keepInto(new Set()), said },
  };
};
