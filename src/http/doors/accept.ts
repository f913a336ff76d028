// What a client's Accept header allows: RFC 9110 12.5.1, as far as our few media types need it.

interface Range {
  readonly type: string;
  readonly quality: number;
}

const rangesOf = (accept: string): readonly Range[] =>
  accept.split(',', 32).map((part) => {
    const [type = '', ...parameters] = part.split(';');
    const weight = parameters
      .map((one) => /^\s*q\s*=\s*([\d.]+)\s*$/i.exec(one)?.[1])
      .find(Boolean);
    return { type: type.trim().toLowerCase(), quality: weight === undefined ? 1 : Number(weight) };
  });

const matches = (range: string, type: string): boolean =>
  range === type || range === '*/*' || range === `${type.split('/', 1)[0]}/*`;

/**
 * Whether a media type may be sent: an absent or empty header takes everything, the most exact range that fits
 * decides, and a quality of 0 refuses.
 */
export const accepts = (accept: string | null, type: string): boolean => {
  // What nearly every client sends names the type plainly.
  if (accept === null || accept === '' || accept === type) return true;
  if (!accept.includes(';') && accept.split(',').some((one) => one.trim() === type)) return true;
  if (accept.trim() === '') return true;
  const [best] = rangesOf(accept)
    .filter((range) => matches(range.type, type))
    .toSorted((a, b) => Number(a.type.includes('*')) - Number(b.type.includes('*')));
  return best !== undefined && best.quality !== 0;
};

/** Whether a client names a media type itself, so that it surely reads it. */
export const names = (accept: string | null, type: string): boolean =>
  accept !== null && rangesOf(accept).some((range) => range.type === type && range.quality !== 0);
