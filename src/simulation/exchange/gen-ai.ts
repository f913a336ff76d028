// How the parts about AI answer: their own page links, and their own words for what they cannot take.
import type * as z from 'zod';
import { type Call, ok, type RouteReply } from './call.ts';
import { cutPage } from './pages.ts';
import { check } from './problems.ts';
import { ApiRefusal } from './refusal.ts';

/** 400 with the id that these parts give to what they cannot take. */
export const invalidArgument = (message: string): ApiRefusal =>
  new ApiRefusal(400, 'invalid_argument', message);

/** The body, parsed. @throws ApiRefusal 400 with the first thing that is wrong and where. */
export const readArguments = <T extends z.ZodType>(call: Call, schema: T): z.output<T> => {
  const checked = check(schema, call.body ?? {});
  if (checked.ok) return checked.data;
  throw invalidArgument(`${checked.place || 'the request body'} ${checked.says}`);
};

/** One page of a list: links say `previous` where other parts say `prev`, and meta tells the page. */
export const pageOf = <Item>(
  call: Call,
  key: string,
  items: readonly Item[],
  render: (item: Item) => unknown,
): RouteReply => {
  const { shown, links, number, last } = cutPage(call, items, render, 'previous');
  return ok({ [key]: shown, links, meta: { page: number, pages: last, total: items.length } });
};
