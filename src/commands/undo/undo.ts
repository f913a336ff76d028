// `do-mcp undo`: lists the changes that can be put back, or shows one and puts it back.
import { userInfo } from 'node:os';
import { UsageError } from '../../configuration/usage-error.ts';
import { createProgram, type Program } from '../../program.ts';
import { type Place, placeOf } from '../../record/place.ts';
import { systemClock } from '../../system.ts';
import { type Book, openBook } from '../../undo/book.ts';
import type { Kept } from '../../undo/kept.ts';
import { type Vouched, vouchedFor } from '../../undo/on-record.ts';
import { type Hands, type Outcome, putBack, type Survey, survey } from '../../undo/put-back.ts';
import { agreedAtTerminal } from '../../undo/terminal-desk.ts';
import { table } from '../columns.ts';
import type { Command, CommandInput } from '../command.ts';
import { changeInWords, failureInWords, rowOf, surveyInWords } from './words.ts';

const listed = async ({ terminal, settings }: CommandInput, book: Book): Promise<number> => {
  const { kept, unreadable } = await book.all();
  const wanted = settings.all ? kept : kept.filter(({ stands }) => stands !== 'undone');
  if (settings.json)
    terminal.print(
      JSON.stringify(
        wanted.map(({ id, at, until, tool, request, agent, stands, differs }) => ({
          id,
          at: new Date(at).toISOString(),
          until: new Date(until).toISOString(),
          tool,
          request,
          agent,
          stands,
          differs,
        })),
      ),
    );
  else if (wanted.length === 0) terminal.say('There is no change that can be put back.');
  else
    terminal.print(
      table([['id', 'when', 'undone', 'tool', 'agent', 'request'], ...wanted.map(rowOf)]),
    );
  if (unreadable > 0)
    terminal.complain(
      `${unreadable} of what is kept cannot be read: altered, or encrypted with another state key.`,
    );
  return 0;
};

const found = async (book: Book, id: string): Promise<Kept> => {
  const one = await book.find(id);
  switch (one.kind) {
    case 'kept':
      return one.kept;
    case 'none':
      throw new UsageError(
        `Nothing is kept under ${id}: the change could not be put back, or is older than 30 days. do-mcp undo lists what can be.`,
      );
    case 'unreadable':
      throw new UsageError(
        `What is kept under ${id} cannot be read: it was altered, or encrypted with another state key. It is not used. Look with do-mcp audit what the change was, and put it back by hand.`,
      );
  }
};

/** A record that cannot be read vouches for nothing. */
const standingOnRecord = (kept: Kept, place: () => Place): Vouched => {
  try {
    return vouchedFor(place(), kept);
  } catch {
    return 'not_there';
  }
};

/** @throws {UsageError} where the record does not say that this is what was kept. */
const checkVouched = (kept: Kept, place: () => Place): void => {
  const { id } = kept;
  switch (standingOnRecord(kept, place)) {
    case 'yes':
      return;
    case 'not_there':
      throw new UsageError(
        `The change ${id} is not on this record, so nothing vouches for what is kept under its id, and it is not used. The record was removed, goes to where it cannot be read, or is elsewhere: run this on the machine that made the change, with the --audit and --state-dir of its server; or put it back by hand.`,
      );
    case 'differs':
      throw new UsageError(
        `What is kept under ${id} is not what the record says was kept: the hashes differ, so one of the two was changed or exchanged, or the end of the change never came on record. It is not used. do-mcp audit verify tells whether the record was touched; put it back by hand.`,
      );
  }
};

/** Why --yes does not answer for it; undefined where nothing speaks against it. */
const againstYes = ({ changedSince, now }: Survey, { progress = 0 }: Kept): string | undefined => {
  if (changedSince === 'no') return undefined;
  if (changedSince === 'yes') return 'somebody has changed it since';
  if (progress > 0) return 'it is half put back, and nobody can tell what changed meanwhile';
  return now.kind === 'seen'
    ? 'whether somebody has changed it since is not known'
    : 'how it stands now could not be read';
};

/** Whether it may be done: told by the person, or by --yes where it is known that nobody has changed it since. */
const isAgreed = async (
  { terminal, keyboard, settings }: CommandInput,
  looked: Survey,
  kept: Kept,
): Promise<boolean> => {
  if (settings.yes) {
    const against = againstYes(looked, kept);
    if (against === undefined) return true;
    terminal.complain(
      `Not put back: ${against}, and --yes does not answer for that. Run do-mcp undo ${kept.id} at a terminal, without --yes.`,
    );
    return false;
  }
  if (!keyboard.isThere)
    throw new UsageError(
      'Putting back asks a person, and nobody sits here. Run this at a terminal, or agree with --yes.',
    );
  const answer = await keyboard.ask('Put it back? [y/N] ');
  if (/^y(es)?$/i.test(answer ?? '')) return true;
  terminal.say('Nothing was changed.');
  return false;
};

const told = (
  { terminal, settings }: CommandInput,
  kept: Kept,
  { ok, calls, different }: Outcome,
): number => {
  if (settings.json) {
    terminal.print(JSON.stringify({ undid: kept.id, ok, calls, different: different ?? null }));
    return ok ? 0 : 1;
  }
  const failed = calls.find((one) => !one.ok);
  if (failed) {
    const done = calls.length - 1;
    terminal.complain(
      `${failureInWords(failed)} ${done === 0 ? 'Nothing was changed.' : `${done} calls before it were done; do-mcp undo ${kept.id} goes on behind them.`}`,
    );
    return 1;
  }
  const again = calls.flatMap(({ answer }) =>
    typeof answer['undo'] === 'string' && !answer['undo'].includes(' ') ? [answer['undo']] : [],
  );
  terminal.say(
    [
      'It is put back.',
      ...(different === undefined || different.length === 0
        ? []
        : [`Not as before: ${different.join(', ')}. Some things take a moment.`]),
      ...(again.length === 1 ? [`do-mcp undo ${again[0]} takes that back.`] : []),
    ].join(' '),
  );
  return 0;
};

const undone = async (
  input: CommandInput,
  hands: Hands,
  id: string,
  place: () => Place,
): Promise<number> => {
  const { terminal, settings } = input;
  const kept = await found(hands.book, id);
  if (kept.stands === 'undone') {
    const by = kept.undone?.by ?? [];
    terminal.say(
      `${changeInWords(kept)}\nIt was put back already${by.length > 0 ? `, by ${by.join(', ')}` : ''}.`,
    );
    return 1;
  }
  checkVouched(kept, place);
  const looked = await survey(hands, kept);
  if (settings.json && settings.dryRun) {
    const calls = looked.calls.map(({ tool, allowed, because }) => ({
      tool: tool.name,
      allowed,
      because,
    }));
    const { now, changedSince, isAsBefore } = looked;
    terminal.print(
      JSON.stringify({
        id,
        changed_since: changedSince,
        as_before: isAsBefore,
        readable: now.kind === 'seen',
        calls,
        differs: kept.differs,
      }),
    );
    return looked.calls.every(({ allowed }) => allowed) ? 0 : 1;
  }
  terminal.say(surveyInWords(kept, looked));
  if (kept.account.id !== hands.caller.account.id)
    terminal.say(
      `The change was made with another token (${kept.account.hint}); this one is ${hands.caller.account.hint}.`,
    );
  if (looked.isAsBefore) {
    terminal.say('There is nothing to put back.');
    return 0;
  }
  if (looked.calls.some(({ allowed }) => !allowed)) {
    terminal.complain('It cannot be put back like this. Nothing was changed.');
    return 1;
  }
  if (settings.dryRun) {
    terminal.say('Nothing was changed.');
    return 0;
  }
  return (await isAgreed(input, looked, kept)) ? inHand(input, hands, kept) : 1;
};

/** One undoes at a time: two that did the same at once would make two of what is made again. */
const inHand = async (input: CommandInput, hands: Hands, kept: Kept): Promise<number> => {
  const { book } = hands;
  if (!(await book.take(kept.id))) {
    input.terminal.complain('Somebody else is putting it back at this moment.');
    return 1;
  }
  try {
    const { stands, progress } = await found(book, kept.id);
    if (stands !== 'undone' && progress === kept.progress)
      return told(input, kept, await putBack(hands, kept));
    input.terminal.complain(
      stands === 'undone'
        ? 'Somebody else has put it back in the meantime.'
        : 'Somebody else has begun to put it back in the meantime. Run this again to see what is left.',
    );
    return 1;
  } finally {
    await book.release(kept.id);
  }
};

/**
 * Lists or puts back, with the parts of a program that runs already.
 * @throws {UsageError} when nothing is kept under the id, or nobody can be asked.
 */
export const undoWith = async (program: Program, input: CommandInput): Promise<number> => {
  const { settings, words } = input;
  const { state, redis, serverParts } = program;
  const clock = systemClock;
  const book = openBook({ state, redis, clock });
  const [id] = words;
  if (id === undefined) return listed(input, book);
  // Whoever agrees here agrees for all calls; where the owner does not trust a terminal, each is asked as ever.
  const desk = settings.consentDoors.has('terminal')
    ? agreedAtTerminal(userInfo().username, clock)
    : {};
  const road = {
    ...serverParts.road,
    desk: async () => ({ ...(await serverParts.road.desk()), ...desk }),
  };
  return undone(input, { road, caller: await program.ownCaller(), book, clock }, id, () =>
    placeOf(settings, state),
  );
};

/** Runs the command by its settings. */
export const runUndo: Command = async (input) => {
  const program = createProgram(input.settings, input.box);
  try {
    return await undoWith(program, input);
  } finally {
    await program.close();
  }
};
