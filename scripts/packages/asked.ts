// What a person is asked when they install the server with a form: few questions, in the words of our options.
import type { Option } from '../../src/configuration/options/option.ts';
import { options, tokenVariables } from '../../src/configuration/options/options.ts';

/** One question of a form. */
export interface Asked {
  /** Its name where forms have names of their own. */
  readonly key: string;
  readonly title: string;
  readonly says: string;
  /** The environment variable that carries the answer. */
  readonly variable: string;
  readonly kind: 'text' | 'switch';
  readonly isSecret: boolean;
  /** What holds when nobody answers; a text that is empty counts as not given. */
  readonly usual: string | boolean;
}

const about = ({ variable = '', says }: Option): Pick<Asked, 'variable' | 'says'> => ({
  variable,
  says,
});

/** The questions, in the order of a form. Read only is on until somebody turns it off. */
export const asked: readonly Asked[] = [
  {
    key: 'token',
    title: 'DigitalOcean token',
    says: 'Made under API > Tokens in the control panel, with just the scopes that the agent shall have. The simulation needs none.',
    variable: tokenVariables[0],
    kind: 'text',
    isSecret: true,
    usual: '',
  },
  {
    key: 'read_only',
    title: 'Read only',
    ...about(options.readOnly),
    kind: 'switch',
    isSecret: false,
    usual: true,
  },
  {
    key: 'sandbox',
    title: 'Simulation',
    ...about(options.sandbox),
    kind: 'switch',
    isSecret: false,
    usual: false,
  },
  {
    key: 'areas',
    title: 'Areas',
    ...about(options.areas),
    says: 'Areas or presets (core, infrastructure, data, apps, ai) to offer, with commas between them; empty for all that the token grants.',
    kind: 'text',
    isSecret: false,
    usual: '',
  },
  {
    key: 'exclude_tools',
    title: 'Tools to leave out',
    ...about(options.excludeTools),
    kind: 'text',
    isSecret: false,
    usual: '',
  },
];
