// Says that the folder for credentials cannot be used: by itself, so that whoever looks for it loads nothing else.

/** Thrown where the folder cannot be used; its message says why, and what to do. */
export class FolderRefused extends Error {
  override readonly name = 'FolderRefused';
}
