import { randomBytes } from 'node:crypto';
import { selfSigned, type Certificate } from './identity/self-signed.ts';
import { TokenIssuer } from './identity/token-issuer.ts';

/** What a cluster proves itself with, and takes as proof. */
export interface Identity {
  /** Of the API server, which is its own authority. */
  readonly server: Certificate;
  /** The authority of the simulated mesh. */
  readonly meshRoot: Certificate;
  /** Of its administrator. */
  readonly token: string;
  readonly tokens: TokenIssuer;
}

/** Makes keys and certificates that no other cluster has. */
export const newIdentity = (): Identity => ({
  server: selfSigned('meshctl sandbox'),
  meshRoot: selfSigned('cluster.local'),
  token: randomBytes(16).toString('hex'),
  tokens: new TokenIssuer(),
});
