// A mistake in how the program was called: told in a sentence, exit code 2.

/** Thrown for a wrong option, value or combination; its message is all that a person needs. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
