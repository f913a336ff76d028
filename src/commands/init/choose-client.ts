// Which client is set up: the one that was named, or the one that the person picks among those that are there.
import { nearest } from '../../../tools/nearest.ts';
import { type Client, clientNames } from '../../clients/client.ts';
import { clients } from '../../clients/clients.ts';
import { isInstalled } from '../../clients/file/client-file.ts';
import { type Home, placesOf } from '../../clients/home.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import type { Keyboard } from '../../terminal/keyboard.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { shown } from '../../terminal/veil.ts';

const isName = (word: string): word is Client['name'] => clientNames.some((name) => name === word);

/** @throws {UsageError} for a name that no client has, with the nearest. */
const named = (word: string): Client => {
  const name = word.toLowerCase();
  if (isName(name)) return clients[name];
  const meant = nearest(name, clientNames);
  throw new UsageError(
    `There is no client "${shown(word)}" that init knows.${meant ? ` Did you mean ${meant}?` : ''} It knows ${clientNames.join(', ')}. For any other, do-mcp init claude-desktop --print shows the form that most read.`,
  );
};

/** The clients that seem to be installed. */
export const installedIn = (home: Home): readonly Client[] =>
  Object.values(clients).filter((client) => {
    const places = placesOf(home, client.isDesktop ? 'desktop' : 'here');
    return places !== null && isInstalled(client, places);
  });

const pick = async (
  offered: readonly Client[],
  terminal: Terminal,
  keyboard: Keyboard,
): Promise<Client | undefined> => {
  terminal.say('Clients on this machine:');
  for (const [index, { title, name }] of offered.entries())
    terminal.say(`  ${index + 1}  ${title} (${name})`);
  for (;;) {
    const answer = await keyboard.ask('Which one? Type its number or name, or nothing to stop: ');
    if (answer === undefined || answer === '') return undefined;
    const byNumber = /^\d{1,3}$/.test(answer) ? offered[Number(answer) - 1] : undefined;
    if (byNumber) return byNumber;
    try {
      return named(answer);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      terminal.complain(error.message);
    }
  }
};

/**
 * The client that is meant; undefined where the person wants none.
 * @throws {UsageError} where nobody is there to be asked, or the name is none.
 */
export const chooseClient = async (
  word: string | undefined,
  home: Home,
  terminal: Terminal,
  keyboard: Keyboard,
): Promise<Client | undefined> => {
  if (word !== undefined) return named(word);
  const offered = installedIn(home);
  if (offered.length > 0 && keyboard.isThere) return pick(offered, terminal, keyboard);
  const found =
    offered.length === 0
      ? 'No client that init knows was found on this machine.'
      : `Found on this machine: ${offered.map(({ name }) => name).join(', ')}.`;
  throw new UsageError(
    `${found} Name the one to set up: do-mcp init ${offered[0]?.name ?? 'claude-code'}. It knows ${clientNames.join(', ')}.`,
  );
};
