// The clients of others and how each is run: from npm in this package, from Debian where its packages are there.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A client. */
export interface Program {
  readonly name: string;
  /** Why it cannot be run here; undefined when it can. */
  readonly absent: () => string | undefined;
  /** Command and words, made ready. */
  readonly command: () => readonly [command: string, ...words: string[]];
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const folder = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const succeeds = (command: string, words: readonly string[]): boolean =>
  spawnSync(command, words, { stdio: 'ignore' }).status === 0;

const node = (file: string): Program => ({
  name: file.replace('.mjs', ''),
  absent: () => undefined,
  // The official client is that of our own tests, in TypeScript.
  command: () => [process.execPath, '--import', 'tsx', file],
  folder: folder('./node'),
});

/** Python as Debian has it, whatever else is on the path: its packages are there. */
const debianPython = '/usr/bin/python3';

const python = (name: string, file: string, module: string, debian: string): Program => ({
  name,
  absent: () =>
    succeeds(debianPython, ['-c', `import ${module}`]) ? undefined : `apt-get install ${debian}`,
  command: () => [debianPython, file],
  folder: folder('./python'),
  environment: { PYTHONDONTWRITEBYTECODE: '1', PYTHONWARNINGS: 'ignore' },
});

const goPath = '/usr/share/gocode';
const withGo = { ...process.env, GO111MODULE: 'off', GOPATH: goPath, GOFLAGS: '' };

const godo: Program = {
  name: 'godo',
  absent: () =>
    succeeds('go', ['version']) &&
    succeeds('test', ['-d', `${goPath}/src/github.com/digitalocean/godo`])
      ? undefined
      : 'apt-get install golang-go golang-github-digitalocean-godo-dev',
  command: () => {
    const built = join(mkdtempSync(join(tmpdir(), 'do-mcp-godo-')), 'godo-client');
    execFileSync('go', ['build', '-o', built, 'main.go'], { cwd: folder('./go'), env: withGo });
    return [built];
  },
  folder: folder('./go'),
};

const ansible: Program = {
  name: "ansible's collection",
  absent: () =>
    succeeds('ansible-playbook', ['--version']) ? undefined : 'apt-get install ansible',
  command: () => ['ansible-playbook', '-i', 'localhost,', 'playbook.yml'],
  folder: folder('./ansible'),
  environment: {
    ANSIBLE_STDOUT_CALLBACK: 'lockstep',
    ANSIBLE_CALLBACK_PLUGINS: folder('./ansible/callback'),
    ANSIBLE_PYTHON_INTERPRETER: debianPython,
    ANSIBLE_LOCALHOST_WARNING: 'false',
    ANSIBLE_HOME: join(tmpdir(), 'do-mcp-ansible'),
  },
};

/** Every client. */
export const programs: readonly Program[] = [
  node('dots.mjs'),
  node('dots-wrapper.mjs'),
  node('do-wrapper.mjs'),
  node('digitalocean-js.mjs'),
  python('python-digitalocean', 'python_digitalocean.py', 'digitalocean', 'python3-digitalocean'),
  python('libcloud', 'libcloud_steps.py', 'libcloud', 'python3-libcloud'),
  python(
    "certbot's DNS plugin",
    'certbot_plugin.py',
    'certbot_dns_digitalocean',
    'python3-certbot-dns-digitalocean',
  ),
  python('lexicon', 'lexicon_steps.py', 'lexicon, digitalocean', 'python3-lexicon'),
  godo,
  ansible,
];
