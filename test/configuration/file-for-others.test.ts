// Commands that go on where something is wrong know the configuration file, too.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { doctorOptions } from '../../src/commands/option-sets.ts';
import { lookForConfiguration } from '../../src/configuration/file/find-configuration.ts';
import { readTold } from '../../src/doctor/told.ts';
import { createToolBox } from '../../tools/tool-box.ts';
import { runProgram } from '../commands/run-program.ts';

const file = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'config-')), 'config.json');
  writeFileSync(path, text, { mode: 0o600 });
  return path;
};

const told = async (text: string) => {
  const given = { config: file(text) };
  const found = await lookForConfiguration(given, {});
  return readTold(given, {}, doctorOptions, createToolBox(), found);
};

describe('the configuration file', () => {
  it('is read by do-mcp scopes as by a server', async () => {
    const path = file('{"areas": ["regions"]}');
    const { printed } = await runProgram(['scopes', '--json', '--config', path]);
    expect(printed).toContain('regions:read');
    expect(printed).not.toContain('domain:create');
  });

  it('is what the doctor reads besides flags and variables', async () => {
    const { settings, troubles } = await told('{"sandbox": true, "read-only": true}');
    expect(troubles).toEqual([]);
    expect(settings?.selection.readOnly).toBe(true);
  });

  it('is a trouble among others for the doctor where something is wrong in it', async () => {
    const { settings, troubles } = await told('{"read-onyl": true}');
    expect(settings).not.toBeNull();
    expect(troubles.join()).toMatch(/did you mean read-only\?/);
  });
});
