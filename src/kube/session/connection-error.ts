import { codeOf, MeshctlError, messageOf } from '../../errors.ts';
import type { Asked } from './status-error.ts';

interface Cause {
  readonly reason: string;
  readonly hint: string;
}

/** What it means when no answer came back at all. */
export function connectionError(error: unknown, { server, context, proxy }: Asked): MeshctlError {
  const { reason, hint } = causeOf(codeOf(error), messageOf(error), server);
  // Without the password that may stand in its address.
  const way = proxy === undefined ? '' : `, through the proxy ${new URL(proxy).host}`;
  return new MeshctlError(
    'environment',
    `cannot reach ${server}, the cluster of the context "${context}"${way}`,
    {
      reason,
      hint,
      cause: error,
    },
  );
}

/** Whether a connection broke in the middle: asking again may well work, where a refused one stays refused. */
export function isBroken(error: unknown): boolean {
  return broken.has(codeOf(error));
}

/** Whether nothing listens: with a server that answered before, it is being restarted. */
export function isRefused(error: unknown): boolean {
  return codeOf(error) === 'ECONNREFUSED';
}

const broken = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'Z_BUF_ERROR']);

const wayThere = 'check the context, and that you are in the right network (VPN)';

const causes: Readonly<Record<string, Cause>> = {
  ENOTFOUND: { reason: 'its name is not known here', hint: wayThere },
  EAI_AGAIN: { reason: 'its name could not be looked up', hint: wayThere },
  ECONNREFUSED: {
    reason: 'the connection was refused: nothing listens at that port',
    hint: 'check that the cluster runs, and that the port of the server in the kubeconfig is right',
  },
  EHOSTUNREACH: { reason: 'there is no way to that host', hint: wayThere },
  ENETUNREACH: { reason: 'there is no way to that network', hint: wayThere },
  ETIMEDOUT: { reason: 'the connection timed out', hint: wayThere },
  ECONNRESET: { reason: 'the connection broke again and again', hint: 'try again in a while' },
  CERT_HAS_EXPIRED: {
    reason: 'TLS: the certificate of the server has expired, or the clock of this machine is wrong',
    hint: 'renew the certificate of the API server',
  },
  CERT_NOT_YET_VALID: {
    reason: 'TLS: the certificate of the server is not valid yet',
    hint: 'check the clock of this machine',
  },
};

const unknownIssuer: Cause = {
  reason: 'TLS: the certificate of the server is not signed by a CA that is trusted here',
  hint: 'put the CA of the cluster into certificate-authority-data of the kubeconfig (was the cluster made anew?)',
};
const wrongClientCertificate: Cause = {
  reason: 'TLS: the server refused the client certificate, or asks for one that is missing',
  hint: 'renew client-certificate-data and client-key-data in the kubeconfig',
};

const unknownIssuerCodes = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_SIGNATURE_FAILURE',
]);

function causeOf(code: string, message: string, server: string): Cause {
  const known = causes[code];
  if (known !== undefined) return known;
  if (unknownIssuerCodes.has(code)) return unknownIssuer;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return wrongName(message, server);
  if (/^ERR_SSL_.*ALERT.*(CERT|UNKNOWN_CA)/.test(code)) return wrongClientCertificate;
  if (
    /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|^HPE_/.test(
      `${code} ${message.toUpperCase().replaceAll(' ', '_')}`,
    )
  ) {
    return notTls(server);
  }
  return { reason: code === '' ? message : `${message} (${code})`, hint: wayThere };
}

function wrongName(message: string, server: string): Cause {
  const { hostname } = new URL(server);
  return {
    reason: `TLS: the certificate of the server is not for ${hostname} (${message.replace(/^.*altnames: /, '')})`,
    hint: 'correct the server in the kubeconfig, or set tls-server-name to a name of the certificate',
  };
}

function notTls(server: string): Cause {
  const secure = server.startsWith('https:');
  return {
    reason: secure ? 'what answers there does not speak TLS' : 'what answers there does not speak HTTP',
    hint: `check the server in the kubeconfig: is it http${secure ? '' : 's'}:, or another port?`,
  };
}
