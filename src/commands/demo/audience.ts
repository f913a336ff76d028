// The person in front of the demonstration: whether it goes on, and what they say when the server asks.
import type { Keyboard } from '../../terminal/keyboard.ts';
import type { AskPerson, Question } from './agent.ts';
import type { Narrator } from './narrator.ts';

/** What a person wants next. */
export type Wish = 'on' | 'skip' | 'stop';

/** The person. */
export interface Audience {
  /** Waits until they want to go on. */
  wish(): Promise<Wish>;
  /** Their keyboard, for what asks by itself. */
  readonly keyboard: Keyboard;
  /** Puts the server's question to them. */
  readonly ask: AskPerson;
  /** Whether they ended the program while they were asked. */
  readonly hasLeft: boolean;
  /** Whether they said that they have seen enough. */
  readonly isContent: boolean;
}

/** How the person is met. */
export interface AudienceParts {
  readonly keyboard: Keyboard;
  readonly narrator: Narrator;
  /** Whether somebody is asked between the parts. */
  readonly pauses: boolean;
  /** Whether somebody can be asked at all; else the demonstration agrees in their place, and says so. */
  readonly isThere: boolean;
}

const wishes: Readonly<Record<string, Wish>> = { '': 'on', s: 'skip', skip: 'skip', q: 'stop' };

const nameIn = ({ title }: Question): string => /^Type (.+) to agree$/.exec(title)?.[1] ?? '';

/** Meets the person. */
export const meetAudience = ({ keyboard, narrator, pauses, isThere }: AudienceParts): Audience => {
  let left = false;
  let content = false;
  const typed = async (prompt: string): Promise<string> => {
    const text = await keyboard.ask(prompt);
    if (text === undefined) left = true;
    return (text ?? '').trim();
  };
  return {
    get hasLeft() {
      return left;
    },
    get isContent() {
      return content;
    },
    keyboard: {
      isThere,
      ask: async (prompt) => (left ? undefined : typed(`\n${prompt}`)),
      askHidden: keyboard.askHidden,
    },
    wish: async () => {
      if (!pauses) return 'on';
      for (;;) {
        const word = await typed('\n[Enter] goes on, [s] skips this part, [q] stops: ');
        if (left) return 'stop';
        const wish = wishes[word.toLowerCase()];
        if (wish === 'stop') content = true;
        if (wish !== undefined) return wish;
      }
    },
    ask: async (question) => {
      narrator.quote('server', question.message);
      const name = nameIn(question);
      if (!isThere) {
        narrator.quote('you', `(Nobody can be asked here, so the demo types ${name || 'yes'}.)`);
        return question.isTick ? true : name;
      }
      if (question.isTick) {
        const word = await typed('\nLet it through? [y/N] ');
        return /^y(es)?$/i.test(word) ? true : undefined;
      }
      const word = await typed(`\n${question.title}; [Enter] refuses: `);
      return word === '' ? undefined : word;
    },
  };
};
