// Times as DigitalOcean writes them.

/** ISO 8601 in UTC to the second, from milliseconds since the epoch. */
export const forPeople = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
