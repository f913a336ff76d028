// Tells DigitalOcean's tokens from texts that stand where a token should.

// Personal and OAuth access tokens by their prefix; before 2022 a token was 64 hexadecimal digits (facts, 1.1).
const forms = /^(?:do[po]_v1_[A-Za-z0-9_-]+|[0-9a-f]{64})$/i;

/** Whether a text has the form of a token that DigitalOcean's API takes. */
export const isLikelyToken = (text: string): boolean => forms.test(text);

/** What stands where a token should, told by its form: the pattern, and what it is in words. */
const placeholders: readonly (readonly [RegExp, string])[] = [
  [
    /^(["'`]).*\1$|^["'`]|["'`]$/s,
    'stands within quotes. Take them away: they are not part of the token',
  ],
  [
    /\$\{.*\}|\$\(.*\)|^\$\w+$|%\w+%|\{\{.*\}\}|^\{.*\}$|^\$env:/is,
    'holds the name of a variable or a command that nothing replaced. Put the value in its place, or set the variable where this program is started',
  ],
  [
    /^[a-z][a-z0-9+.-]*:\/\//i,
    'holds a reference to a store of secrets, which this program does not open. Start it through the tool of that store (for example op run), or use --token-file',
  ],
  [/^bearer\s/i, 'begins with the word Bearer. Leave it out'],
  [
    /^(?:export\s+)?[A-Z][A-Z0-9_]*\s*=/,
    'holds a whole assignment. Leave out the name of the variable and the equals sign',
  ],
  [
    /^(?:undefined|null|none|nil|nan|true|false|\[object object\]|empty|unset)$/i,
    'holds a word that programs write when there is no value. Set the token itself',
  ],
  [
    /^<.*>$|^\[.*\]$|your|example|change[-_ ]?me|place[-_ ]?holder|insert|paste|to[-_]?do|here$|^(?:my[-_ ]?)?(?:do|digital[-_ ]?ocean|api|access)?[-_ ]?token$|…|\.\.\.|(?:^|_)(?:x{3,}|\*{3,}|-{3,}|_{3,})$/i,
    'holds what stands in the place of a token in instructions. Put your own there',
  ],
];

/** What a text is instead of a token, as the end of a sentence; undefined when it may be one. */
export const placeholderComplaint = (text: string): string | undefined => {
  // Sixty-four hexadecimal digits can spell no word of instructions.
  if (/^(?:do[a-z]_v1_)?[0-9a-f]{64}$/i.test(text)) return undefined;
  return placeholders.find(([pattern]) => pattern.test(text))?.[1];
};
