// With which code a call ends, for scripts.

/** What the codes of do-mcp call mean beside those that all commands share. */
export const callExits: readonly (readonly [code: number, meaning: string])[] = [
  [0, 'the call succeeded, or --dry-run told what it would do'],
  [1, 'it failed: DigitalOcean or the network refused it, or this server did not let it through'],
  [2, 'it was called wrongly: no such tool, or arguments that it does not take; nothing was sent'],
  [3, 'a person has to agree and has not: it waits for an answer, or was denied; nothing was sent'],
  [130, 'it was ended by Ctrl+C; what became of it is told'],
];

const ofCaller = new Set(['invalid_arguments', 'unknown_tool']);
const ofPerson = new Set([
  'approval_pending',
  'consent_required',
  'denied',
  'too_many_questions',
  'question_not_kept',
]);

/** The exit code for the code of an error. */
export const exitFor = (code: string): number => {
  if (ofCaller.has(code)) return 2;
  return ofPerson.has(code) ? 3 : 1;
};
