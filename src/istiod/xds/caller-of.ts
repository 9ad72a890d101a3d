import { X509Certificate } from 'node:crypto';
import { fieldsOf } from '../../object-fields.ts';
import type { XdsTarget } from './xds-target.ts';

/** Who asks. */
export interface Caller {
  readonly namespace: string;
  /** Undefined when nothing tells. */
  readonly serviceAccount: string | undefined;
}

/**
 * The service account that the certificate or token of a target is for: istiod refuses a caller that says it lives in
 * another namespace than that. Neither is checked; that is up to istiod.
 */
export function callerOf({ client, token, istioNamespace = 'istio-system' }: XdsTarget): Caller {
  const known = (client && inCertificate(client.chain)) ?? (token === undefined ? undefined : inToken(token));
  return known ?? { namespace: istioNamespace, serviceAccount: undefined };
}

function inCertificate(chain: Buffer): Caller | undefined {
  try {
    const names = new X509Certificate(chain).subjectAltName ?? '';
    return callerIn(/URI:spiffe:\/\/[^/]+\/ns\/([^/,]+)\/sa\/([^/,]+)/.exec(names));
  } catch {
    return undefined;
  }
}

/** The subject of a token of Kubernetes is `system:serviceaccount:NAMESPACE:NAME`. */
function inToken(token: string): Caller | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return callerIn(/^system:serviceaccount:([^:]+):([^:]+)$/.exec(fieldsOf(claims)?.text('sub') ?? ''));
  } catch {
    return undefined;
  }
}

function callerIn(match: RegExpExecArray | null): Caller | undefined {
  const [, namespace, serviceAccount] = match ?? [];
  return namespace === undefined ? undefined : { namespace, serviceAccount };
}
