import { generateKeyPairSync, sign } from 'node:crypto';
import type { JsonObject } from '../../../../resources/index.ts';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** The keys by which the tokens of `signToken` can be checked, as a JSON Web Key Set. */
export function keySet(): string {
  return JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'scene', alg: 'ES256' }] });
}

/** A signed JSON Web Token. */
export function signToken(payload: JsonObject): string {
  const part = (value: JsonObject): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'ES256', kid: 'scene' })}.${part(payload)}`;
  const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}
