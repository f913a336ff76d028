// The commands that print: the help.
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { helpText } from '../../src/commands/help.ts';
import { options } from '../../src/configuration/options/options.ts';

describe('do-mcp --help', () => {
  it('names every option', () => {
    const text = helpText('1.2.3', commands);
    for (const option of Object.values(options))
      if ('flag' in option) expect(text).toContain(`--${option.flag}`);
  });
});
