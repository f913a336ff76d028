// All doors of the console: the page, signing in, and what each page asks for.
import type { ToolBox } from '../../../tools/tool-box.ts';
import type { Settings } from '../../configuration/settings.ts';
import type { QuestionBook } from '../../consent/question-book.ts';
import type { Holder, Holders } from '../../console/holder.ts';
import type { SessionView } from '../../console/session-view.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports.ts';
import type { CallRoad } from '../../road/stages.ts';
import { version } from '../../version.ts';
import type { FailedAttempts } from '../authentication/failed-attempts.ts';
import type { RandomBytes } from '../authentication/secret.ts';
import type { HostGuard } from '../border/host-guard.ts';
import type { Row } from '../doors/door.ts';
import type { Operators } from '../operators/follow-operators.ts';
import { consoleApprovals } from './approvals.ts';
import { consoleBorder } from './border.ts';
import type { LoadPage } from './built-page.ts';
import { createDataDoor } from './data-door.ts';
import { mapDoors } from './map-doors.ts';
import type { OneTimeCode } from './one-time-code.ts';
import { pageDoors } from './page-doors.ts';
import { planDoors } from './plan-doors.ts';
import { recordDoors } from './record-doors.ts';
import type { RecordSource } from './record-source.ts';
import { requireViewer } from './require-viewer.ts';
import { sessionDoor } from './session-door.ts';
import { createSessions } from './sessions.ts';
import { tokenDoors } from './token-doors.ts';
import { tryDoor } from './try-door.ts';
import type { Viewer } from './viewer.ts';

/** What the console stands on. */
export interface ConsoleOptions {
  readonly page: LoadPage;
  readonly guard: HostGuard;
  readonly operators: Operators;
  readonly failures: FailedAttempts;
  readonly holders: Holders;
  /** The questions that wait for people. */
  readonly book: () => Promise<QuestionBook>;
  /** What calls did, as far as it is kept. */
  readonly record: RecordSource;
  readonly box: ToolBox;
  /** The road of calls that people try. */
  readonly road: CallRoad;
  readonly settings: Pick<Settings, 'sandbox' | 'auth'>;
  /** Whether whoever sits at this machine may look without a key. */
  readonly isOpen: boolean;
  readonly code: OneTimeCode | null;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly log: Log;
}

const holderView = ({ id, name, caller }: Holder): SessionView['server']['holders'][number] => ({
  id,
  name,
  hint: caller.account.hint,
});

/** Makes the doors. */
export const consoleDoors = (options: ConsoleOptions): readonly Row[] => {
  const { guard, operators, settings, holders, clock, log, box } = options;
  const border = consoleBorder(guard);
  const sessions = createSessions(clock, options.random);
  const gate = requireViewer({ sessions, operators, isOpen: options.isOpen });
  const door = createDataDoor({ border, gate, log });
  // A simulation may share its files with servers of real accounts, whose calls are not for whoever comes by.
  const isOurs = (id: string): boolean => holders().some(({ caller }) => caller.account.id === id);
  const view = ({ name, role, by }: Viewer): SessionView => ({
    name,
    role,
    signedIn: by === 'session',
    server: {
      version,
      sandbox: settings.sandbox,
      auth: settings.auth,
      holders: holders().map(holderView),
    },
  });
  return [
    ...pageDoors(options.page, border),
    sessionDoor({ ...options, border, gate, sessions, view }),
    ...mapDoors(door, box, holders),
    ...tokenDoors(door, box, holders, clock),
    ...planDoors(door, box),
    ...recordDoors(door, { record: options.record, isOurs: options.isOpen ? isOurs : null, clock }),
    tryDoor(door, { ...options, isSimulated: settings.sandbox }),
    ...consoleApprovals({ book: options.book, border, gate, clock, log }),
  ];
};
