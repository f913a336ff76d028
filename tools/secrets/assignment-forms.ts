// The forms in which text gives a name and its secret: `NAME=value`, `"name": "value"`, `--name value`.
import { secretKeys, secretWords } from './names.ts';

const names =
  `(?<!page_)(?:${secretWords}|${secretKeys}|client_?key_?data|secret_?key_?base)`.replaceAll(
    '_?',
    '[_-]?',
  );

// References and blanks stand for a secret and are none: `$NAME`, `${…}`, `<password>`, `***`, our own mark.
const blank = '(?![$<{*%[]|null\\b|true\\b|false\\b|undefined\\b|none\\b)';

// Of tokens there are many that a model reads and writes: a number of them opens nothing.
const counted = '(?!(?<=tokens?["\']?[ \t]{0,4}(?:[:=]>?|[ ])[ \t]{0,4})\\d{1,8}(?![\\w.-]))';

const uuid = '(?![0-9a-f]{8}-[0-9a-f]{4}-)';

/** `PASSWORD=hunter2`, `pwd = "…"`, `--api-key=…`: whatever follows, up to a space or the end of its quotes. */
export const equals = new RegExp(
  `${names}s?["']?\\s{0,2}:?=>?\\s{0,2}(?:"(?<quoted>[^"\\n]{1,8192})"?|'(?<single>[^'\\n]{1,8192})'?|${blank}${counted}(?<secret>[^\\s"',;&|)}\\]]{1,8192}))`,
  'dgi',
);

/** `"password": "…"` and `password: "…"`: what stands in quotes after a colon. */
export const quoted = new RegExp(
  `${names}s?["']?\\s{0,4}:\\s{0,4}(?:"(?<quoted>(?!\\[(?:redacted|written by))[^"\\n]{1,8192})"?|'(?<single>(?!\\[(?:redacted|written by))[^'\\n]{1,8192})'?)`,
  'dgi',
);

/** `password: hunter2`, as YAML has it: one word with more than letters in it, so that sentences stay as they are. */
export const colon = new RegExp(
  `${names}s?\\s{0,2}:[ \\t]{1,4}${blank}${counted}(?<secret>(?=[^\\s"',;]{0,256}[^\\sA-Za-z.,;:!?"'-])[^\\s"',;]{4,8192})`,
  'dgi',
);

/** `--password hunter2`: the word after a flag. */
export const flag = new RegExp(
  `--(?:[a-z]{1,16}[_-]){0,3}(?:${secretWords}|${secretKeys})[ ]{1,4}${blank}${counted}(?<secret>[^\\s"',;-][^\\s"',;]{2,1024})`.replaceAll(
    '_?',
    '[_-]?',
  ),
  'dgi',
);

/** `password: …` without the space, and `the password is …`: a word of letters and digits, as no word of prose is. */
export const told = new RegExp(
  `(?:${names}s?:|(?<![\\w-])(?:password|passphrase|passwd)\\s{1,2}(?:(?:is|was)\\s{1,2})?|(?<![\\w-])(?:secret|token|api[ _-]?key)\\s{1,2}(?:is|was)\\s{1,2})["'\`]?${blank}${uuid}(?<secret>(?=[^\\s"'\`,;<>/]{0,256}\\d)(?=[^\\s"'\`,;<>/]{0,256}[A-Za-z])[^\\s"'\`,;<>/]{8,1024})`,
  'dgi',
);

/** `<password>…</password>`. */
export const element = new RegExp(
  `<[\\w:.-]{0,40}${names}>(?!\\[(?:redacted|written by))(?<secret>[^<\\s]{1,8192})</`,
  'dgi',
);
