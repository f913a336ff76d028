// What the arguments of certificates mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  certificate_chain: 'Intermediate certificates as PEM (custom).',
  certificate_id: 'Certificate id.',
  dns_names: 'Domains to cover (lets_encrypt); *.example.com for all below one.',
  leaf_certificate: 'Certificate as PEM (custom).',
  private_key: 'Its private key as PEM (custom).',
  type: 'custom: your own; lets_encrypt: issued and renewed for you.',
};
