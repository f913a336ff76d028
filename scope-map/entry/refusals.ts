// How an area says why DigitalOcean would refuse its operations.
import type { When } from '../endpoint/condition.ts';
import type { FieldPath } from '../endpoint/field-path.ts';
import type { Reading } from '../endpoint/looking.ts';
import type { Beside, Check, Columns, Ground, Sign, Untold } from '../endpoint/refusals.ts';
import { looking } from './looking.ts';

type More = Omit<Check, 'read' | 'grounds' | 'among'>;

/** A reason to refuse: `ground('found', 'the name is taken')`. */
export const ground = (
  sign: Sign,
  says: string,
  more: Pick<Ground, 'when' | 'perhaps'> = {},
): Ground => ({ sign, says, ...more });

/** What may be a reason, and is not for certain. */
export const perhaps = (sign: Sign, says: string, when?: When): Ground =>
  ground(sign, says, { perhaps: true, ...(when && { when }) });

/** What is looked at. */
export const look = (
  read: Reading,
  grounds: Check['grounds'],
  more: Omit<Check, 'read' | 'grounds'> = {},
): Check => ({ ...more, read, grounds });

/** The thing must be there; `further` is what else would be wrong with it. */
export const mustExist = (
  read: Reading,
  says: string,
  more: More & { readonly further?: readonly Ground[] } = {},
): Check => {
  const { further = [], ...rest } = more;
  return look(read, [ground('gone', says), ...further], rest);
};

/** No other thing of a list may have the same. */
export const mustBeNew = (
  read: Reading,
  list: FieldPath,
  where: Columns,
  says: string,
  more: More & { readonly except?: Columns } = {},
): Check => {
  const { except, ...rest } = more;
  return look(read, [ground('found', says)], {
    ...rest,
    among: { list, where, ...(except && { except }) },
  });
};

/** The region must be known and take new things; with a feature, have that. */
export const openRegion = (place: FieldPath = 'region', feature?: string, when?: When): Check => ({
  ...(when && { when }),
  read: looking('regions_list', {}),
  among: { list: 'regions', where: { slug: place } },
  grounds: [
    ground('missing', `there is no region {${place}}`, { when: { argument: place } }),
    ground({ at: 'available', is: [false] }, `the region {${place}} takes nothing new`),
    ...(feature === undefined
      ? []
      : [ground({ at: 'features', isNot: [feature] }, `the region {${place}} does not have this`)]),
  ],
});

/** The account itself, beside which its limits stand. */
export const account: Beside = { read: looking('account_get', {}), at: 'account' };

/** A limit of the account, against how many there are. */
export const limited = (
  read: Reading,
  limit: FieldPath,
  says: string,
  more: {
    readonly adding?: FieldPath;
    readonly summing?: FieldPath;
    readonly when?: When;
  } = {},
): Check => {
  const { adding, summing, when } = more;
  return {
    ...(when && { when }),
    read,
    beside: { account },
    grounds: [
      ground(
        {
          at: 'meta.total',
          fills: limit
            .split('|')
            .map((one) => `account.${one}`)
            .join('|'),
          ...(adding !== undefined && { adding }),
          ...(summing !== undefined && { summing }),
        },
        says,
      ),
    ],
  };
};

/** Something that no read tells. */
export const untold = (what: string, when?: When, unless?: Untold['unless']): Untold => ({
  untold: what,
  ...(when && { when }),
  ...(unless && { unless }),
});

/** What no read tells a token that lacks one of these scopes. */
export const untoldWithout = (lacking: NonNullable<Untold['lacking']>, what: string): Untold => ({
  untold: what,
  lacking,
});
