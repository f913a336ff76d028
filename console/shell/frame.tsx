// The frame around every page: where one can go, what is behind this, and the page itself.
import type { ComponentChildren } from 'preact';
import type { SessionView } from '../../src/console/session-view.ts';
import { Link } from '../parts/link.tsx';
import { addressOf } from '../state/address.ts';
import { words } from '../words.ts';
import { type PageName, pageNames } from './pages.ts';
import { ThemeSwitch } from './theme-switch.tsx';

interface FrameProps {
  readonly page: PageName | undefined;
  readonly session: SessionView;
  readonly onSignOut: () => void;
  readonly children: ComponentChildren;
}

const Navigation = ({ page }: Pick<FrameProps, 'page'>) => (
  <nav aria-label={words.navigation}>
    <ul class="navigation">
      {pageNames.map((name) => (
        <li key={name}>
          <Link href={addressOf(name)} aria-current={name === page ? 'page' : undefined}>
            {words.pages[name].title}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

const Person = ({ session, onSignOut }: Pick<FrameProps, 'session' | 'onSignOut'>) => (
  <div class="person">
    {session.server.sandbox && (
      <span class="badge simulated" title={words.simulationMeans}>
        {words.simulation}
      </span>
    )}
    <ThemeSwitch />
    {session.signedIn && (
      <>
        <span class="muted who">{words.signedInAs(session.name, session.role)}</span>
        <button type="button" class="quiet" onClick={onSignOut}>
          {words.signOut}
        </button>
      </>
    )}
  </div>
);

/** The frame. */
export const Frame = ({ page, session, onSignOut, children }: FrameProps) => (
  <>
    <a class="skip" href="#main">
      {words.skip}
    </a>
    <header class="top">
      <Link href={addressOf('')} class="brand">
        {words.brand}
      </Link>
      <Navigation page={page} />
      <Person session={session} onSignOut={onSignOut} />
    </header>
    <main id="main" tabIndex={-1}>
      {children}
    </main>
  </>
);
