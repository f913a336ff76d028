// Encrypts what is kept, bound to its id: whoever has not the key can neither read nor alter nor exchange it.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const version = '1';

/** What the key is for. */
export const keyPurpose = 'undo';

/** A text, encrypted with 32 bytes of key, for one id. */
export const encrypted = (key: Buffer, id: string, text: string): string => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(id));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [version, ...[nonce, cipher.getAuthTag(), body].map((one) => one.toString('base64'))].join(
    '.',
  );
};

/** The text; undefined when it was not encrypted with this key for this id, or was altered since. */
export const decrypted = (key: Buffer, id: string, sealed: string): string | undefined => {
  const [said, nonce = '', tag = '', body = ''] = sealed.split('.');
  if (said !== version) return undefined;
  try {
    const decipher = createDecipheriv(algorithm, key, Buffer.from(nonce, 'base64'), {
      authTagLength: 16,
    })
      .setAAD(Buffer.from(id))
      .setAuthTag(Buffer.from(tag, 'base64'));
    return Buffer.concat([decipher.update(Buffer.from(body, 'base64')), decipher.final()]).toString(
      'utf8',
    );
  } catch {
    return undefined;
  }
};
