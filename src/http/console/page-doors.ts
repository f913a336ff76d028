// The doors of the page itself: the document at every address of the console, and the files it is made of.
import type { Border, Row } from '../doors/door.ts';
import { row } from '../doors/row.ts';
import { html } from '../doors/speech.ts';
import { Refusal } from '../refusal.ts';
import type { BuiltPage, LoadPage } from './built-page.ts';
import { type Packable, packable, packedReply } from './packed.ts';
import { pageHeaders } from './page-headers.ts';

/** The names hold a hash, so what was fetched once never changes; it is no secret either. */
const forever = 'public, max-age=31536000, immutable, no-transform';

const nothing = new Refusal({
  status: 404,
  message: 'The console has no such page. /console tells what there is.',
});

interface Ready {
  readonly page: BuiltPage;
  readonly html: Packable;
  readonly files: ReadonlyMap<string, { readonly type: string; readonly content: Packable }>;
}

const ready = (page: BuiltPage): Ready => ({
  page,
  html: packable(page.html),
  files: new Map(
    Object.entries(page.files).map(([name, { type, text }]) => [
      name,
      { type, content: packable(text) },
    ]),
  ),
});

/** Makes the doors; the page is read when somebody first comes. Whoever may call this server at all may see the code. */
export const pageDoors = (load: LoadPage, border: Border): readonly Row[] => {
  let loading: Promise<Ready> | undefined;
  const loaded = (): Promise<Ready> => {
    loading ??= load().then(ready);
    return loading;
  };
  const door = (path: string, answer: Parameters<typeof row<true>>[0]['methods']['GET']): Row =>
    row<true>({
      path,
      border,
      gate: () => true,
      speech: html,
      headers: pageHeaders,
      methods: answer ? { GET: answer } : {},
    });
  const document = { 'content-type': 'text/html; charset=utf-8' };
  return [
    door('/console', {
      offers: ['text/html'],
      answer: async (exchange) => packedReply(exchange, (await loaded()).html, document),
    }),
    door('/console/{page}', {
      offers: ['text/html'],
      answer: async (exchange, _guest, { page = '' }) => {
        const known = await loaded();
        return known.page.pages.includes(page)
          ? packedReply(exchange, known.html, document)
          : nothing;
      },
    }),
    door('/console/files/{name}', {
      offers: [],
      answer: async (exchange, _guest, { name = '' }) => {
        const file = (await loaded()).files.get(name);
        return file
          ? packedReply(exchange, file.content, {
              'content-type': file.type,
              'cache-control': forever,
            })
          : nothing;
      },
    }),
  ];
};
