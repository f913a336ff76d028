// The ledger as text: how it is kept, and read again with nothing taken for granted.
import * as z from 'zod';
import type { Ledger } from './ledger.ts';

const text = z.string().max(512);
const time = z.number().finite();

const shape = z.object({
  begun: text,
  turn: z.int().min(0),
  held: z.array(
    z.object({
      id: text,
      purse: text,
      account: text,
      at: time,
      cents: z.int().min(0),
      makes: z.int().min(0),
      state: z.enum(['open', 'made', 'doubted']),
      thing: text.nullable(),
      trace: z.object({ within: text, names: z.array(text) }).nullable(),
    }),
  ),
  made: z.record(text, z.array(time)),
});

/** A ledger that was kept cannot be read: nobody knows what was spent. */
export class LedgerUnreadable extends Error {
  override readonly name = 'LedgerUnreadable';
}

/** The text of a ledger. */
export const textOf = (ledger: Ledger): string => JSON.stringify(ledger);

/** @throws {LedgerUnreadable} when the text is no ledger. */
export const ledgerIn = (kept: string): Ledger => {
  let raw: unknown;
  try {
    raw = JSON.parse(kept);
  } catch {
    throw new LedgerUnreadable('what is kept of the budget is no JSON');
  }
  const read = shape.safeParse(raw);
  if (!read.success) throw new LedgerUnreadable('what is kept of the budget has another shape');
  return read.data;
};
