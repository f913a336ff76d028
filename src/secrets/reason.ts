// The system's own code for what went wrong with a file.

/** Such as `ENOSPC`. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
