import { generateKeyPairSync, randomUUID, sign, verify, type KeyObject } from 'node:crypto';
import { isObject, type JsonObject } from '../../json.ts';

/** For whom a token is, and how long it counts. */
export interface TokenRequest {
  readonly namespace: string;
  readonly account: string;
  readonly uid: string;
  readonly audiences: readonly string[];
  readonly seconds: number;
}

/** The audience of the API itself, and who signs. */
export const issuer = 'https://kubernetes.default.svc.cluster.local';

/** Signs tokens of service accounts with a key of its own (ES256), and knows them again. */
export class TokenIssuer {
  readonly #privateKey: KeyObject;
  readonly #publicKey: KeyObject;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#privateKey = privateKey;
    this.#publicKey = publicKey;
  }

  /** The claims are those of https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/ */
  issue({ namespace, account, uid, audiences, seconds }: TokenRequest): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      aud: audiences,
      exp: now + seconds,
      iat: now,
      iss: issuer,
      jti: randomUUID(),
      'kubernetes.io': { namespace, serviceaccount: { name: account, uid } },
      nbf: now,
      sub: `system:serviceaccount:${namespace}:${account}`,
    };
    const text = `${encoded({ alg: 'ES256', kid: keyId })}.${encoded(claims)}`;
    const signature = sign('sha256', Buffer.from(text), { key: this.#privateKey, dsaEncoding });
    return `${text}.${signature.toString('base64url')}`;
  }

  /** What a token says; undefined for one that is not signed by this key, or too old. */
  read(token: string): JsonObject | undefined {
    const [head = '', body = '', signature = ''] = token.split('.');
    const signed = Buffer.from(`${head}.${body}`);
    const key = { key: this.#publicKey, dsaEncoding } as const;
    if (!verify('sha256', signed, key, Buffer.from(signature, 'base64url'))) return undefined;
    const claims: unknown = JSON.parse(Buffer.from(body, 'base64url').toString());
    return isObject(claims) && Number(claims.exp) > Date.now() / 1000 ? claims : undefined;
  }

  /** The key set that others check signatures with. */
  get keys(): JsonObject {
    const jwk: unknown = this.#publicKey.export({ format: 'jwk' });
    return { keys: [{ ...(isObject(jwk) && jwk), use: 'sig', alg: 'ES256', kid: keyId }] };
  }
}

const keyId = 'meshctl-sandbox';
const dsaEncoding = 'ieee-p1363';

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
