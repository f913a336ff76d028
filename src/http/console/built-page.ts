// The console's page as the build has made it.

/** A file of the page. */
export interface PageFile {
  /** Its media type. */
  readonly type: string;
  readonly text: string;
}

/** The page, whole. */
export interface BuiltPage {
  /** The document; the same for every page, which is told by the address. */
  readonly html: string;
  /** What it is made of, by name; each name holds a hash of the file, so that a name never means another file. */
  readonly files: Readonly<Record<string, PageFile>>;
  /** The pages that the address may name. */
  readonly pages: readonly string[];
}

/** Reads the page; nothing of it is loaded before somebody looks at it. */
export type LoadPage = () => Promise<BuiltPage>;
