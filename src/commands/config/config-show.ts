// `do-mcp config show`: each setting, its value and where that comes from.
import { configurationFolder } from '../../configuration/file/place.ts';
import type { Option } from '../../configuration/options/option.ts';
import { namedOptions } from '../../configuration/options/options.ts';
import { type Origin, originOf } from '../../configuration/origins.ts';
import { hintOf } from '../../configuration/token.ts';
import type { Command } from '../command.ts';
import { type Column, grid } from '../grid.ts';
import { linesOf } from '../paragraph.ts';

/** Options whose value is a secret. */
const secrets: ReadonlySet<string> = new Set(['stateKey', 'operatorKey']);

/** A value without the password that an address may hold. */
const shownValue = ({ name, value }: Origin): string =>
  secrets.has(name)
    ? '[set]'
    : String(value).replace(/(\/\/)[^/@\s]*@/, (_, slashes: string) => `${slashes}…@`);

const settingOf = ({ flag, variable }: Option): string => flag ?? variable ?? '';

/** What the help says of a default, in brackets or behind it. */
const defaultOf = ({ says, kind }: Option): string =>
  /\(default:? ([^)]*)\)/.exec(says)?.[1] ?? (kind === 'flag' ? 'false' : '');

const lasting = namedOptions.filter(
  ([name, { variable }]) => variable !== undefined && name !== 'config' && name !== 'profile',
);

/** Tells the settings as a server would have them. */
export const runConfigShow: Command = async (input) => {
  const { settings, given, environment, written, terminal } = input;
  const token = settings.token && {
    setting: 'token',
    value: hintOf(settings.token.read()),
    source: settings.token.file ? 'file' : 'variable',
    from: settings.token.from,
  };
  const told = lasting.flatMap(([name, option]) => {
    const origin = originOf(name, given, environment, written);
    const setting = settingOf(option);
    if (origin)
      return [{ setting, value: shownValue(origin), source: origin.source, from: origin.from }];
    return settings.all
      ? [{ setting, value: defaultOf(option), source: 'default', from: 'default' }]
      : [];
  });
  const all = [...(token ? [token] : []), ...told];
  const folder = configurationFolder(environment, process.platform);
  if (settings.json) {
    const { path, profile } = written;
    terminal.print(JSON.stringify({ file: path, profile, settings: all }, null, 2));
    return 0;
  }
  const { width } = terminal.page;
  const head =
    written.path === null
      ? `There is no configuration file${folder === undefined ? '' : `; ${folder} is where one is looked for`}.`
      : `${written.path}${written.profile === null ? '' : `, profile ${written.profile}`}`;
  const columns: readonly Column[] = [
    { title: 'SETTING' },
    { title: 'VALUE', most: Math.floor(width * 0.35) },
    { title: 'FROM' },
  ];
  const rows = all.map(({ setting, value, from }) => [setting, value, from]);
  terminal.print(
    [
      ...linesOf(head, width),
      ...(rows.length === 0 ? [] : ['', ...grid(columns, [{ heading: '', rows }], width)]),
      '',
      ...linesOf(
        `${rows.length === 0 ? 'Nothing is set' : 'Everything else is as it is'} by default${settings.all ? '' : '; --all shows it'}.`,
        width,
      ),
    ].join('\n'),
    (line, paint) => (line.startsWith('SETTING') ? paint.dim(line) : line),
  );
  return 0;
};
