// The console's document: it names every file of the page with its hash, and holds no script or style of its own.

/** A file as the document names it. */
export interface NamedFile {
  readonly href: string;
  /** `sha384-…`; the browser runs nothing that is otherwise. */
  readonly integrity: string;
}

/** What a page needs besides what is there from the start. */
export interface PageChunk extends NamedFile {
  readonly parts: readonly NamedFile[];
}

/** What the document is made of. */
export interface DocumentParts {
  readonly icon: NamedFile;
  readonly style: NamedFile;
  /** Runs before anything is drawn. */
  readonly first: NamedFile;
  readonly main: NamedFile;
  /** What `main` imports. */
  readonly early: readonly NamedFile[];
  readonly chunks: Readonly<Record<string, PageChunk>>;
}

const link = (rel: string, { href, integrity }: NamedFile): string =>
  `<link rel="${rel}" href="${href}" integrity="${integrity}">`;

const script = ({ href, integrity }: NamedFile, type = ''): string =>
  `<script src="${href}" integrity="${integrity}"${type}></script>`;

/** The document as HTML. */
export const consoleDocument = (parts: DocumentParts): string =>
  [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="robots" content="noindex">',
    '<title>do-mcp console</title>',
    `<link rel="icon" href="${parts.icon.href}" type="image/svg+xml">`,
    link('stylesheet', parts.style),
    script(parts.first),
    ...parts.early.map((file) => link('modulepreload', file)),
    `<script type="application/json" id="chunks">${JSON.stringify(parts.chunks)}</script>`,
    script(parts.main, ' type="module"'),
    '</head>',
    '<body>',
    '<div id="console"></div>',
    '<noscript>The console needs JavaScript; do-mcp approvals and do-mcp audit do without.</noscript>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
