// How many there are of something, in English.

/** Such as `1 tool` and `1,200 tools`. */
export const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
