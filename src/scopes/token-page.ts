// Where DigitalOcean makes tokens.

/** The form with the boxes for a new token (docs.digitalocean.com/reference/api/create-personal-access-token). */
export const tokenPage = 'https://cloud.digitalocean.com/account/api/tokens/new';
