import { STATUS_CODES } from 'node:http';
import { codeOf, MeshctlError, messageOf } from '../../errors.ts';
import type { AdminAnswer, AdminRequest, AdminTarget } from './admin-target.ts';

type Named = Pick<AdminTarget, 'name' | 'kind'>;

/** Nothing came back that is HTTP. */
export function noAnswer(target: Named, error: unknown): MeshctlError {
  const code = codeOf(error);
  const known = causes[code] ?? (code.startsWith('HPE_') ? notHttp : undefined);
  const reason = known?.reason ?? messageOf(error);
  return new MeshctlError('environment', `cannot read from ${called(target)}`, {
    ...{ reason, hint: known?.hint ?? rightPort(target), cause: error },
  });
}

/** The connection ended in the middle of the answer. */
export function brokenAnswer(target: Named, received: number, error: unknown): MeshctlError {
  return new MeshctlError(
    'environment',
    `the answer of ${called(target)} broke off after ${received} bytes`,
    {
      reason: 'the connection was closed, or went on with something that is not HTTP',
      hint: 'it may have been restarted or removed: try again',
      cause: error,
    },
  );
}

/** The time was over before the end of the answer. */
export function timeIsOver(target: Named, timeout: number): MeshctlError {
  return new MeshctlError(
    'environment',
    `${called(target)} did not answer in full within ${timeout / 1000} s`,
    {
      hint: `check that it is not stuck, or allow more time with ${target.kind === 'istiod' ? '--timeout' : '--request-timeout'}`,
    },
  );
}

/** The answer is longer than is taken. */
export function tooLong(target: Named, maxBytes: number): MeshctlError {
  return new MeshctlError(
    'environment',
    `${called(target)} sends more than ${maxBytes} bytes, which is no dump`,
    {
      hint: rightPort(target),
    },
  );
}

/** Another status than 200. */
export function refusedAnswer(
  target: Named,
  { method, path }: AdminRequest,
  answer: AdminAnswer,
): MeshctlError {
  const { status, body } = answer;
  const line = body.toString('utf8', 0, 2000).trim().replace(/\s+/g, ' ').slice(0, 300);
  return new MeshctlError(
    'environment',
    `${called(target)} answered ${status} ${STATUS_CODES[status] ?? 'of no known meaning'} to ${method} ${path}`,
    { ...(line !== '' && { reason: line }), hint: rightPort(target) },
  );
}

interface Cause {
  readonly reason: string;
  /** Default: which port it should be. */
  readonly hint?: string;
}

const called = ({ name, kind = 'proxy' }: Named): string => `the ${kind} at ${name}`;

/** Which port it should be. */
const rightPort = ({ kind = 'proxy' }: Named): string => rightPorts[kind];

const rightPorts = {
  proxy: 'check that this is the admin port of an Envoy: 15000 in proxies of Istio',
  istiod: 'check that this is the monitoring port of an istiod: 15014',
  ztunnel: 'check that this is the admin port of a ztunnel: 15000',
};

const notHttp: Cause = { reason: 'what answers there does not speak HTTP' };

const causes: Readonly<Record<string, Cause | undefined>> = {
  ECONNREFUSED: { reason: 'the connection was refused: nothing listens at that port' },
  ECONNRESET: { reason: 'the connection was closed before an answer came' },
  ENOTFOUND: { reason: 'its name is not known here', hint: 'check the name of the host' },
  EAI_AGAIN: { reason: 'its name could not be looked up', hint: 'check the name of the host' },
  EHOSTUNREACH: { reason: 'there is no way to that host', hint: 'check that you are in the right network' },
  ENETUNREACH: { reason: 'there is no way to that network', hint: 'check that you are in the right network' },
  ETIMEDOUT: { reason: 'the connection timed out', hint: 'check that you are in the right network' },
};
