// The commands that print: the help.
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { helpFor, helpText } from '../../src/commands/help/help.ts';
import type { Option } from '../../src/configuration/options/option.ts';
import { options, tokenVariables } from '../../src/configuration/options/options.ts';

describe('do-mcp help', () => {
  it('names every command, each in a group', () => {
    const text = helpText('1.2.3', commands);
    for (const { name } of commands) expect(text).toContain(`\n  do-mcp ${name}`);
  });

  it('names every option and every variable, each with the other, on pages of their own', () => {
    const [flags, variables] = [helpFor(commands, ['options']), helpFor(commands, ['variables'])];
    for (const option of Object.values(options) as readonly Option[]) {
      if (option.flag !== undefined) expect(flags).toContain(`\n  --${option.flag}`);
      if (option.variable !== undefined) expect(variables).toContain(`\n  ${option.variable}`);
    }
    for (const name of tokenVariables) expect(variables).toContain(name);
  });

  it('tells with which codes commands end, all together and each', () => {
    const codes = helpFor(commands, ['exit-codes']);
    expect(codes).toMatch(/All commands\n {2}0 +done\n/);
    expect(codes).toMatch(/do-mcp call\n/);
    expect(helpFor(commands, ['call'])).toMatch(
      /Exit codes\n(?:.*\n)* {2}3 +a person has to agree/,
    );
  });

  it('has pages no wider than a narrow terminal', () => {
    const pages = ['options', 'variables', 'exit-codes'].map((word) => helpFor(commands, [word]));
    for (const line of pages.join('\n').split('\n')) expect(line.length, line).toBeLessThan(81);
  });
});
