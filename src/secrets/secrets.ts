// What is done with credentials where their owner wants them in files: a keeper for each call.
import type { Clock } from '../ports.ts';
import { createKeeper, type Matter } from './keeper.ts';
import { createKnownFiles } from './known-files.ts';
import { openSecretsFolder } from './secrets-folder.ts';

/** A keeper with the room that is held for it. */
export interface Holding {
  readonly keeper: ReturnType<typeof createKeeper>;
  /** Gives the room back; may be called again. */
  release(): void;
}

/** Where credentials go. */
export interface Secrets {
  /**
   * Looks at the folder.
   * @throws {FolderRefused} when nothing can be written there.
   */
  check(): void;
  /**
   * A keeper for one call.
   * @param ahead the folder is tried now, and room is held in it: what comes back is shown only once
   * @throws {FolderRefused} when it is tried and nothing can be written there.
   */
  keeperFor(matter: Omit<Matter, 'now'>, ahead: boolean): Holding;
}

/** Credentials in a folder. Nothing is opened before it is needed. */
export const createSecrets = (folder: string, clock: Clock): Secrets => {
  const known = createKnownFiles();
  const open = () => openSecretsFolder(folder);
  let isSwept = false;
  return {
    check: () => {
      const opened = open();
      if (!isSwept) opened.sweep(clock.now());
      isSwept = true;
      opened.reserve()();
    },
    keeperFor: (matter, ahead) => {
      const held = ahead ? open().reserve() : undefined;
      const release = (): void => held?.();
      return {
        keeper: createKeeper({ open, release, known }, { ...matter, now: clock.now }),
        release,
      };
    },
  };
};
