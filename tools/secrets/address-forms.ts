// The forms in which addresses carry credentials: user information, parameters, and paths that are keys.
import type { Span } from './span.ts';

/**
 * A password in an address (`scheme://user:password@host`), or a long user part that is one itself. User, host and
 * port stay: they say where something is, and open nothing.
 */
export const userInformation =
  /:\/\/(?:[^\s/?#"'<>:@]{0,256}:(?!\[(?:redacted|written by))(?<secret>[^\s/?#"'<>]{1,1024})@|(?<alone>(?=[\w-]{0,64}\d)[\w-]{20,256}):?@)/dg;

/** Parameters of an address that open what it leads to. */
export const parameter =
  /[?&;](?:[\w-]{0,40}(?<!page_)(?:token|secret|password|signature|credential|api-?key)|sig|key|auth|code|pass|pwd)=(?!\[(?:redacted|written by))(?<secret>[^&\s"'#<>;]{6,})/dgi;

/** Addresses of services that are secret as a whole, since whoever knows them may post. */
export const hook = new RegExp(
  `https?://(?:${[
    'hooks\\.slack(?:-gov)?\\.com/(?:services|workflows|triggers)/',
    '(?:\\w{1,20}\\.)?discord(?:app)?\\.com/api/(?:v\\d{1,2}/)?webhooks/',
    '[\\w.-]{1,80}\\.webhook\\.office\\.com/\\w{1,20}/',
    'outlook\\.office(?:365)?\\.com/webhook/',
    'hooks\\.zapier\\.com/hooks/catch/',
    'hook(?:\\.\\w{2,4}\\d?)?\\.(?:make|integromat)\\.com/',
    'maker\\.ifttt\\.com/trigger/[\\w-]{1,80}/(?:json/)?with/key/',
    'api\\.telegram\\.org/bot',
    'events\\.(?:eu\\.)?pagerduty\\.com/(?:integration|x-ere)/',
    'chat\\.googleapis\\.com/v1/spaces/',
    '[\\w.-]{1,80}\\.logic\\.azure\\.com(?::\\d{1,5})?/workflows/',
  ].join('|')})(?!\\[(?:redacted|written by))(?<secret>[^\\s"'<>]{6,})`,
  'dgi',
);

const address = /:\/\/[^\s"'<>?#]{1,2048}/g;
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const mixed = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w-]{20,}$/;
const afterHook = /^(?=.*\d)[\w-]{16,}$/;
const hexKey = /^[0-9a-f]{32}$/;

/** Whether a part of a path is a key; ids that people know (UUIDs, commits, digests) are none. */
const isKey = (part: string, before: string): boolean => {
  if (uuid.test(part)) return false;
  if (/^(?:web)?hooks?$/i.test(before)) return afterHook.test(part);
  return (
    mixed.test(part) ||
    (hexKey.test(part) && /^(?:input|inputs|key|token|log|logs|v1)$/i.test(before))
  );
};

/** The parts of addresses' paths that are keys: long, of mixed letters and digits. */
export const pathKeys = (text: string): readonly Span[] => {
  const spans: Span[] = [];
  for (const { 0: whole, index } of text.matchAll(address)) {
    const parts = whole.split('/');
    let start = index;
    for (const [at, part] of parts.entries()) {
      // The first three are "://host".
      if (at > 2 && isKey(part, parts[at - 1] ?? ''))
        spans.push({ start, end: start + part.length });
      start += part.length + 1;
    }
  }
  return spans;
};
