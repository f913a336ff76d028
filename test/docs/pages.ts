// The pages that people read, and what stands in them.
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

const root = new URL('../../', import.meta.url);

const inFolder = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}${name}`);

/** One page. */
export interface Page {
  /** Its path from the root. */
  readonly path: string;
  readonly text: string;
}

/** Every page, the README first. */
export const pages: readonly Page[] = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  ...inFolder('docs/'),
].map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));

/** The page without what stands in blocks of code. */
const prose = (text: string): string => text.replaceAll(/^```[\s\S]*?^```/gm, '');

/** The anchors of a page's headings, as GitHub makes them. */
export const anchorsOf = (text: string): ReadonlySet<string> => {
  const anchors = new Set<string>();
  for (const [, heading = ''] of prose(text).matchAll(/^#+ (.+)$/gm)) {
    const plain = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');
    let anchor = plain;
    for (let count = 1; anchors.has(anchor); count += 1) anchor = `${plain}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
};

/** Where a page links to within the project: the file, from the root, and the anchor. */
export const linksOf = ({
  path,
  text,
}: Page): readonly { readonly file: string; readonly anchor: string }[] =>
  [...prose(text).matchAll(/\]\((?![a-z]+:)([^)\s]*)\)/g)].map(([, target = '']) => {
    const [file = '', anchor = ''] = target.split('#');
    return { file: file === '' ? path : posix.join(posix.dirname(path), file), anchor };
  });

/** Lines of the blocks of shell commands, without prompts and remarks; lines that go on are joined. */
export const shellLines = ({ text }: Page): readonly string[] =>
  [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
    .flatMap(([, block = '']) => block.replaceAll('\\\n', ' ').split('\n'))
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');

/** What stands as code within sentences and tables. */
export const inlineCode = ({ text }: Page): readonly string[] =>
  [...prose(text).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
