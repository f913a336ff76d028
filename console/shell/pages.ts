// The pages of the console: which there are, and how the code of one is fetched, held to the hash that the build knows.
import type { FunctionComponent } from 'preact';
import type { SessionView } from '../../src/console/session-view.ts';
import pages from '../pages.json' with { type: 'json' };
import { words } from '../words.ts';

/** What every page is given. */
export interface PageProps {
  readonly session: SessionView;
  /** What the address says behind the page's name. */
  readonly query: URLSearchParams;
}

/** A page's component. */
export type Page = FunctionComponent<PageProps>;

/** The name of a page, as the address has it. */
export type PageName = keyof typeof words.pages;

const built: readonly string[] = pages;

const isPage = (name: string): name is PageName => built.includes(name) && name in words.pages;

/** In the order of the navigation. */
export const pageNames: readonly PageName[] = built.filter(isPage);

/** The page that an address means; the first one where it names none. */
export const pageMeant = (name: string): PageName | undefined =>
  name === '' ? pageNames[0] : isPage(name) ? name : undefined;

interface Named {
  readonly href: string;
  readonly integrity: string;
}

type Chunks = Readonly<Record<string, Named & { readonly parts: readonly Named[] }>>;

const chunks: Chunks = JSON.parse(document.getElementById('chunks')?.textContent ?? '{}');

const fetched = new Map<string, Promise<void>>();

/** Fetches a file of code and has the browser compare its hash; `import()` by itself compares nothing. */
const fetchChecked = ({ href, integrity }: Named): Promise<void> => {
  const known = fetched.get(href);
  if (known) return known;
  const fetching = new Promise<void>((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.integrity = integrity;
    link.href = href;
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      link.remove();
      fetched.delete(href);
      reject(new Error(words.pageNotLoaded));
    });
    document.head.append(link);
  });
  fetched.set(href, fetching);
  return fetching;
};

/** Fetches a page's code. */
export const loadPage = async (name: PageName): Promise<Page> => {
  const chunk = chunks[name];
  if (!chunk) throw new Error(words.pageNotLoaded);
  await Promise.all([chunk, ...chunk.parts].map(fetchChecked));
  const module: { readonly default: Page } = await import(chunk.href);
  return module.default;
};
