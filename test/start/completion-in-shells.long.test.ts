// Completions in the shells themselves, as far as this machine has them; CI has them all.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { program } from '../stdio/raw-session.ts';

const folder = mkdtempSync(join(tmpdir(), 'completion-'));
const shim = join(folder, 'do-mcp');
writeFileSync(shim, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
chmodSync(shim, 0o755);

const env = {
  PATH: [folder, process.env['PATH'] ?? ''].join(delimiter),
  HOME: folder,
  TERM: 'xterm',
};

const isThere = (shell: string): boolean =>
  spawnSync(shell, ['--version'], { env, stdio: 'ignore' }).error === undefined;

const scriptOf = (shell: string): string => {
  const path = join(folder, `${shell}.script`);
  writeFileSync(path, execFileSync(shim, ['completion', shell], { env }));
  return path;
};

const ran = (shell: string, argv: readonly string[]): readonly string[] =>
  execFileSync(shell, argv, { env, encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '');

describe.skipIf(!isThere('bash'))('in bash', () => {
  const completed = (line: string): readonly string[] =>
    ran('bash', [
      '--norc',
      '-c',
      `source "$1"; COMP_LINE="$2"; COMP_POINT=\${#COMP_LINE}; _do_mcp; printf "%s\\n" "\${COMPREPLY[@]}"`,
      'bash',
      scriptOf('bash'),
      line,
    ]);

  it('commands, options, values, and what follows a sign of equality', () => {
    expect(completed('do-mcp too')).toEqual(['tools']);
    expect(completed('do-mcp tools --area volumes,snap')).toEqual(['volumes,snapshots']);
    expect(completed('do-mcp tools --area=snap')).toEqual(['snapshots']);
    expect(completed('do-mcp call volumes_create filesystem_type=')).toEqual(['ext4', 'xfs']);
    expect(completed('do-mcp --token-file /t')).toEqual([]);
  });
});

describe.skipIf(!isThere('zsh'))('in zsh', () => {
  it('commands and values, each with what it is', () => {
    const script = [
      'compdef() { : }',
      `_describe() { print -rl -- "\${(@P)2}" }`,
      '_files() { print files }',
      'source "$1"; shift',
      'words=("$@"); CURRENT=$#words; _do_mcp',
    ].join('\n');
    const completed = (...words: readonly string[]): readonly string[] =>
      ran('zsh', ['-f', '-c', script, 'zsh', scriptOf('zsh'), ...words]);
    expect(completed('do-mcp', 'too')[0]).toMatch(/^tools:which tools/);
    expect(completed('do-mcp', '--scopes', 'ssh_key:c')).toEqual([String.raw`ssh_key\:create:`]);
    expect(completed('do-mcp', '--token-file', '/t')).toEqual(['files']);
  });
});

describe.skipIf(!isThere('fish'))('in fish', () => {
  it('commands and values, each with what it is', () => {
    const completed = (line: string): readonly string[] =>
      ran('fish', ['--no-config', '-c', `source ${scriptOf('fish')}; complete -C '${line}'`]);
    expect(completed('do-mcp too')[0]).toMatch(/^tools\twhich tools/);
    expect(completed('do-mcp tools --area volumes,snap')).toEqual(['volumes,snapshots']);
  });
});

describe.skipIf(!isThere('pwsh'))('in PowerShell', () => {
  it('commands and values', () => {
    const completed = (line: string): readonly string[] =>
      ran('pwsh', [
        '-NoProfile',
        '-Command',
        `. ([ScriptBlock]::Create((Get-Content -Raw '${scriptOf('powershell')}'))); ` +
          `(TabExpansion2 '${line}' ${line.length}).CompletionMatches.CompletionText`,
      ]);
    expect(completed('do-mcp too')).toEqual(['tools']);
    expect(completed('do-mcp tools --area volumes,snap')).toEqual(['volumes,snapshots']);
  });
});
