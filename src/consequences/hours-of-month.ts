// How long a month is, for prices.

/** What has only a price an hour is billed for every hour of a month: 365 days by 24 hours in twelve parts. */
export const hoursOfMonth = 730;
