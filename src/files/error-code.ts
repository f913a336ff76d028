// The system's own code for what went wrong, as Node puts it on errors.

/** Such as `ENOENT`; undefined where the error comes from elsewhere. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;
