// The forms in which text gives a name and its secret: `NAME=value`, `"name": "value"`, `--name value`.
import { secretKeys, secretWords } from './names.ts';

const names = `(?<!page_)(?:${secretWords}|${secretKeys}|client_?key_?data)`.replaceAll(
  '_?',
  '[_-]?',
);

// References and blanks stand for a secret and are none: `$NAME`, `${…}`, `<password>`, `***`, our own mark.
const blank = '(?![$<{*%[]|null\\b|true\\b|false\\b|undefined\\b|none\\b)';

/** `PASSWORD=hunter2`, `pwd = "…"`, `--api-key=…`: whatever follows, up to a space or the end of its quotes. */
export const equals = new RegExp(
  `${names}s?["']?\\s{0,2}=>?\\s{0,2}(?:"(?<quoted>[^"\\n]{1,8192})"?|'(?<single>[^'\\n]{1,8192})'?|${blank}(?<secret>[^\\s"',;&|)}\\]]{1,8192}))`,
  'dgi',
);

/** `"password": "…"` and `password: "…"`: what stands in quotes after a colon. */
export const quoted = new RegExp(
  `${names}s?["']?\\s{0,4}:\\s{0,4}(?:"(?<quoted>(?!\\[(?:redacted|written by))[^"\\n]{1,8192})"?|'(?<single>(?!\\[(?:redacted|written by))[^'\\n]{1,8192})'?)`,
  'dgi',
);

/** `password: hunter2`, as YAML has it: one word with more than letters in it, so that sentences stay as they are. */
export const colon = new RegExp(
  `${names}s?\\s{0,2}:[ \\t]{1,4}${blank}(?<secret>(?=[^\\s"',;]{0,256}[^\\sA-Za-z.,;:!?"'-])[^\\s"',;]{4,8192})`,
  'dgi',
);

/** `--password hunter2`: the word after a flag. */
export const flag = new RegExp(
  `--(?:[a-z]{1,16}[_-]){0,3}(?:${secretWords}|${secretKeys})[ ]{1,4}${blank}(?<secret>[^\\s"',;-][^\\s"',;]{2,1024})`.replaceAll(
    '_?',
    '[_-]?',
  ),
  'dgi',
);
