// The forms in which headers, commands and files of programs carry a secret without a name right before it.

/** `Cookie: name=value; …`: whoever sends one is who it was given to. */
export const cookie =
  /(?<![\w-])(?:set-)?cookie["']?\s{0,2}:\s{0,4}["']?(?<secret>(?!\[(?:redacted|written by))[\w.-]{1,64}=[^\n\r"']{8,4096})/dgi;

/** `Authorization: <scheme> <credential>`, whatever the scheme; of a signature, its last part. */
export const header =
  /(?<![\w-])(?:proxy-)?authorization["']?\s{0,2}[:=]\s{0,4}["']?(?!bearer|basic)[A-Za-z][\w-]{1,30}\s{1,4}(?!\[(?:redacted|written by))(?<secret>(?=[^\s"',;=]{0,200}\d)[^\s"',;=]{8,4096}(?![^\s"',;]))/dgi;

/** `Signature=…` of a signed request. */
export const signature = /(?<![\w-])signature=(?<secret>[0-9a-f]{40,128})(?![0-9a-f])/dgi;

/** `curl -u user:password`. */
export const user =
  /(?<![\w-])curl\b[^\n]{0,200}?\s(?:-u|--user|--proxy-user)[ =]{1,4}["']?[^\s:"']{1,128}:(?!\/\/|\[(?:redacted|written by))(?<secret>[^\s"'$]{3,1024})/dg;

/** `mysql -pPassword`, `sshpass -p password`, `redis-cli -a password`. */
export const command =
  /(?<![\w-])(?:(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump)\b[^\n]{0,200}?\s-p|sshpass\s{1,4}-p\s{0,4}|redis-cli\b[^\n]{0,200}?\s-a\s{1,4})["']?(?!\[(?:redacted|written by))(?<secret>[^\s"'$-][^\s"']{2,1024})/dg;

/** `machine … login … password …`, as programs keep it. */
export const machine =
  /(?<![\w-])machine\s{1,8}\S{1,256}\s{1,8}login\s{1,8}\S{1,256}\s{1,8}password\s{1,8}(?!\[(?:redacted|written by))(?<secret>\S{1,1024})/dg;

/** `-passin pass:…`, `pass=…`. */
export const passing =
  /(?<![\w-])(?:-pass(?:in|out)\s{1,4}pass:|pass=(?=\S{0,64}[A-Za-z]))(?!\[(?:redacted|written by))(?<secret>[^\s"']{3,1024})/dg;

/** `"auth": "…"` of a login at a registry. */
export const login =
  /["']_?auth["']\s{0,4}:\s{0,4}["'](?<secret>(?=[^"'A-Z]{0,256}[A-Z])(?=[^"'a-z]{0,256}[a-z])[A-Za-z0-9+/=_-]{12,8192})["']|(?<![\w-])_auth(?:Token)?\s{0,2}=\s{0,2}["']?(?<quoted>[A-Za-z0-9+/=_.-]{8,8192})/dg;
