import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { codeOf, messageOf } from '../../errors.ts';

/** What came of asking the endpoint as the VM will. */
export type ProbeOutcome =
  | { readonly outcome: 'trusted' }
  | {
      /**
       * `unreachable`: no TLS. `untrusted`: its certificate does not come from the root. `misnamed`: from the root, but
       * it is not that of istiod.
       */
      readonly outcome: 'unreachable' | 'untrusted' | 'misnamed';
      readonly reason: string;
    };

export interface ProbeRequest {
  readonly address: string;
  /** Default: 15012. */
  readonly port?: number;
  /** Name that the certificate has to hold, which is also what the gateway routes by. */
  readonly serverName: string;
  /** PEM; may hold several. */
  readonly rootCertificate: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
}

/** Opens a TLS connection to istiod as the agent of a VM does, without a certificate of its own. Sends nothing. */
export async function probeEndpoint(request: ProbeRequest): Promise<ProbeOutcome> {
  const { address, port = 15012, serverName, rootCertificate, timeout, signal } = request;
  if (!rootCertificate.includes('-----BEGIN CERTIFICATE-----'))
    return { outcome: 'untrusted', reason: 'there is no root certificate to check it with' };
  const socket = connect({
    ...{ host: address, port, servername: serverName, ca: rootCertificate },
    ...{ rejectUnauthorized: false, ALPNProtocols: ['h2'] },
    ...(isIP(address) === 6 && { family: 6 }),
  });
  try {
    return await outcomeOf(socket, timeout, signal);
  } finally {
    socket.destroy();
  }
}

function outcomeOf(socket: TLSSocket, timeout: number, signal?: AbortSignal): Promise<ProbeOutcome> {
  return new Promise((resolve, reject) => {
    const unreachable = (reason: string): void => {
      resolve({ outcome: 'unreachable', reason });
    };
    socket.setTimeout(timeout, () => {
      unreachable(`no answer within ${timeout / 1000} s`);
    });
    socket.once('error', (error) => {
      unreachable(messageOf(error));
    });
    socket.once('close', () => {
      unreachable('the connection was closed before TLS was set up');
    });
    socket.once('secureConnect', () => {
      resolve(judged(socket));
    });
    signal?.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
}

/** Of `authorizationError`, Node gives the code, its types say an Error. */
function judged(socket: TLSSocket): ProbeOutcome {
  if (socket.authorized) return { outcome: 'trusted' };
  const found: unknown = socket.authorizationError;
  const code = typeof found === 'string' ? found : codeOf(found);
  const names = socket.getPeerCertificate().subjectaltname ?? '';
  return code === 'ERR_TLS_CERT_ALTNAME_INVALID'
    ? { outcome: 'misnamed', reason: `its certificate is for ${names || 'no name'}` }
    : { outcome: 'untrusted', reason: code };
}
