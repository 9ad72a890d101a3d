import { status, type ServiceError } from '@grpc/grpc-js';
import { MeshctlError, type ErrorDetails } from '../../errors.ts';
import type { XdsTarget } from './xds-target.ts';

/** What it means that a call ended with a status other than OK; see the status codes of gRPC. */
export function xdsError(target: XdsTarget, error: ServiceError): MeshctlError {
  const { message, ...details } = causeOf(target, error);
  return new MeshctlError('environment', `${message} ${target.address}`, { ...details, cause: error });
}

/** The connection stands, and nothing comes. */
export function noAnswer({ address, plaintext = false }: XdsTarget, timeout: number): MeshctlError {
  return new MeshctlError('environment', `istiod at ${address} did not answer within ${timeout / 1000} s`, {
    ...(plaintext
      ? {
          reason:
            'it tells of proxies only to callers that it knows (ENABLE_DEBUG_ENDPOINT_AUTH), and without TLS it knows none',
          hint: 'ask at its TLS port (15012) with --token-file or --cert-dir, or leave out --xds-address to ask its pods',
        }
      : {
          hint: 'check that this is the xDS port of an istiod (15012), or allow more time with --timeout',
        }),
  });
}

/** The server ended the call, as if all were said. */
export function emptyAnswer({ address }: XdsTarget): MeshctlError {
  return new MeshctlError('environment', `what answers at ${address} said nothing of proxies`, {
    hint: rightPort,
  });
}

const rightPort = 'check that this is the xDS port of an istiod: 15012 with TLS, 15010 with --plaintext';

interface Cause extends ErrorDetails {
  readonly message: string;
}

function causeOf(target: XdsTarget, { code, details }: ServiceError): Cause {
  switch (code) {
    case status.UNAUTHENTICATED:
      return { message: 'no credentials are accepted by istiod at', reason: details, hint: whoAsks(target) };
    case status.PERMISSION_DENIED:
      return {
        message: 'you may not ask istiod at',
        reason: details,
        hint: 'ask as a service account of the namespace of istiod: others are told of their own namespace at most',
      };
    case status.UNAVAILABLE:
      return unavailable(target, details);
    case status.UNIMPLEMENTED:
      return {
        message: 'no xDS is spoken at',
        reason: details,
        hint: rightPort,
      };
    default:
      return { message: 'nothing could be learnt from istiod at', reason: details, hint: rightPort };
  }
}

function whoAsks({ token, client }: XdsTarget): string {
  if (token === undefined && client === undefined) return 'say who asks, with --token-file or --cert-dir';
  return token === undefined
    ? 'check that the certificate has not expired and is signed by the CA of the mesh'
    : 'take a new token: `kubectl create token NAME -n istio-system --audience istio-ca`';
}

function unavailable({ plaintext = false, authority }: XdsTarget, details: string): Cause {
  const found = unavailableCauses.find(({ sign }) => sign.test(details));
  const message = 'cannot reach istiod at';
  if (found !== undefined) return { message, reason: found.reason, hint: found.hint };
  if (/altnames|does not match certificate/i.test(details)) {
    return {
      message,
      reason: `TLS: its certificate is for another name${authority === undefined ? '' : ` than ${authority}`}`,
      hint: 'name one that it is for, such as --authority istiod.istio-system.svc',
    };
  }
  if (!plaintext && /wrong version number|packet length too long/i.test(details)) {
    return {
      message,
      reason: 'what answers there does not speak TLS',
      hint: 'a port without TLS is asked with --plaintext',
    };
  }
  return { message, reason: details, hint: rightPort };
}

const unavailableCauses = [
  {
    sign: /ECONNREFUSED/,
    reason: 'the connection was refused: nothing listens at that port',
    hint: rightPort,
  },
  {
    sign: /Name resolution failed|ENOTFOUND|EAI_AGAIN/,
    reason: 'its name is not known here',
    hint: 'check the name; inside of a cluster only, names such as istiod.istio-system.svc are known',
  },
  {
    sign: /self.signed|unable to (get|verify)/i,
    reason: 'TLS: its certificate is not signed by a CA that is trusted here',
    hint: 'put the root of the mesh into root-cert.pem in the folder of --cert-dir; the ConfigMap istio-ca-root-cert has it',
  },
  {
    sign: /certificate has expired/i,
    reason: 'TLS: its certificate has expired, or the clock of this machine is wrong',
    hint: 'check the certificate of istiod',
  },
  {
    sign: /alert|bad certificate/i,
    reason: 'TLS: istiod refuses the certificate of the caller',
    hint: 'check cert-chain.pem and key.pem in the folder of --cert-dir',
  },
] as const;
