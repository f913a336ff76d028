// The whole page: who looks, which page they mean, and its code once it is here.
import { useEffect, useState } from 'preact/hooks';
import type { SessionView } from '../../src/console/session-view.ts';
import { Failure, Waiting } from '../parts/states.tsx';
import { useAddress } from '../state/address.ts';
import { Failed, onSignedOut } from '../state/api.ts';
import { askSession, signIn, signOut, takeCode } from '../state/session.ts';
import { words } from '../words.ts';
import { Frame } from './frame.tsx';
import { loadPage, type Page, type PageName, type PageProps, pageMeant } from './pages.ts';
import { SignIn } from './sign-in.tsx';

type Standing =
  | { readonly is: 'asking' }
  | { readonly is: 'out'; readonly said: string | null }
  | { readonly is: 'in'; readonly session: SessionView }
  | { readonly is: 'failed'; readonly message: string };

const enter = async (code: string | undefined): Promise<Standing> => {
  try {
    if (code !== undefined) await signIn({ code });
    return { is: 'in', session: await askSession() };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!(error instanceof Failed) || error.status !== 401) return { is: 'failed', message };
    return { is: 'out', said: code === undefined ? null : message };
  }
};

const Shown = ({ name, session, query }: { readonly name: PageName } & PageProps) => {
  const [page, setPage] = useState<{ readonly name: PageName; readonly Page: Page } | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    document.title = `${words.pages[name].title} · ${words.brand}`;
    setTrouble(null);
    loadPage(name).then(
      (Page) => setPage({ name, Page }),
      (error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)),
    );
  }, [name]);
  if (trouble !== null) return <Failure message={trouble} again={() => location.reload()} />;
  if (page?.name !== name) return <Waiting />;
  return <page.Page session={session} query={query} />;
};

// The first page's code is on its way while the server is asked who looks; where it fails, the page says so.
const early = pageMeant(location.pathname.split('/')[2] ?? '');
if (early) loadPage(early).catch(() => {});

/** The app. */
export const App = () => {
  const { page, query } = useAddress();
  const [standing, setStanding] = useState<Standing>({ is: 'asking' });
  const look = (): void => void enter(takeCode()).then(setStanding);
  useEffect(look, []);
  useEffect(() => onSignedOut(() => setStanding({ is: 'out', said: null })), []);
  const name = pageMeant(page);
  switch (standing.is) {
    case 'asking':
      return null;
    case 'failed':
      return (
        <main class="sign-in">
          <Failure message={standing.message} again={look} />
        </main>
      );
    case 'out':
      return <SignIn onSignedIn={look} said={standing.said} />;
    case 'in':
      return (
        <Frame
          page={name}
          session={standing.session}
          onSignOut={() => void signOut().then(look, look)}
        >
          {name ? (
            <Shown name={name} session={standing.session} query={query} />
          ) : (
            <p>{words.noSuchPage}</p>
          )}
        </Frame>
      );
  }
};
