import { isObject, plainText, valueIn, type Json, type JsonObject } from '../../json.ts';
import { parsedJson } from './parsed-json.ts';

/** What a token says of itself. Nothing of it is proven: only the cluster can check the signature. */
export interface TokenClaims {
  readonly issuer: string;
  readonly audiences: readonly string[];
  readonly subject: string;
  /** Seconds since 1970. */
  readonly expires: number | undefined;
  /** From when on it is valid, or was issued. */
  readonly begins: number | undefined;
  readonly signed: boolean;
  /** Of the pod that it is bound to. */
  readonly pod: string;
}

/** Reads a token (RFC 7519, in the compact form of RFC 7515); undefined for a text that is none. */
export function readToken(text: string): TokenClaims | undefined {
  const [header, claims, signature, ...more] = text.trim().split('.');
  const [read, about] = [decoded(claims), decoded(header)];
  if (read === undefined || about === undefined || signature === undefined || more.length > 0)
    return undefined;
  return {
    issuer: plainText(read.iss),
    audiences: textsOf(read.aud),
    subject: plainText(read.sub),
    expires: numberOf(read.exp),
    begins: numberOf(read.nbf) ?? numberOf(read.iat),
    signed: signature !== '' && plainText(about.alg).toLowerCase() !== 'none',
    pod: plainText(valueIn(read, 'kubernetes.io', 'pod', 'name')),
  };
}

function decoded(part: string | undefined): JsonObject | undefined {
  if (part === undefined || !/^[\w-]+$/.test(part)) return undefined;
  const value = parsedJson(Buffer.from(part, 'base64url').toString('utf8'));
  return isObject(value) ? value : undefined;
}

const numberOf = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

const textsOf = (value: Json | undefined): readonly string[] =>
  (Array.isArray(value) ? value : [value]).map(plainText).filter((text) => text !== '');
