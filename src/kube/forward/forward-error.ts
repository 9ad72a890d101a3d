import { STATUS_CODES } from 'node:http';
import { isObject } from '../../json.ts';
import { MeshctlError, type ErrorDetails } from '../../errors.ts';
import { ApiError } from '../api-error.ts';
import type { PodName } from '../client.ts';
import type { ApiAnswer } from '../session/send.ts';
import { reasonOf, unauthorized, type Asked } from '../session/status-error.ts';

/** A port of a pod. */
export interface PodPort {
  readonly pod: PodName;
  readonly port: number;
}

/** What it means that the API server does not open a connection to a pod. */
export function refusedTunnel(answer: ApiAnswer, to: PodPort, asked: Asked): ApiError {
  const { status } = answer;
  const reason = reasonOf(answer);
  if (status === 401) return unauthorized(reason, asked);
  if (status === 403) return forbidden(reason, to, asked);
  if (isNoPod(answer)) return noPod(to);
  const name = status === 101 ? 'and switched to an unknown protocol' : (STATUS_CODES[status] ?? '');
  return new ApiError(status, `cannot connect to ${portOf(to)}: ${asked.server} answered ${status} ${name}`, {
    ...(reason !== undefined && { reason }),
    hint: 'a proxy on the way to the API server may not let connections of WebSocket and SPDY through',
  });
}

/** What it means that the port was not reached, by what the API server says of it and what it knows of the pod. */
export function unreachedPort(text: string, to: PodPort, state: PodState): MeshctlError {
  if (state === 'gone') return noPod(to);
  const reason = text.trim().replace(/\s+/g, ' ').slice(0, 300);
  if (state !== 'Running' && state !== 'unknown') {
    return failure(`cannot connect to ${portOf(to)}, which is not running`, {
      reason: `it is ${state}`,
      hint: `\`kubectl describe pod -n ${to.pod.namespace} ${to.pod.name}\` tells why`,
    });
  }
  if (/connection refused/i.test(reason)) {
    return failure(`nothing listens at ${portOf(to)}`, {
      reason,
      hint: 'check the port, and that the container which listens there is up (a proxy of Istio: 15000)',
    });
  }
  return failure(`cannot connect to ${portOf(to)}`, { reason });
}

/** The phase of a pod as its status has it: `Pending`, `Running`; `unknown` when it cannot be told. */
export type PodState = string;

/** What it means that the connection ended in the middle. */
export function brokenTunnel(to: PodPort, cause: unknown): MeshctlError {
  return failure(`the connection to ${portOf(to)} broke`, {
    reason: cause instanceof Error ? cause.message : 'it was closed without a word',
    hint: 'the pod may have been deleted, or the network has failed: try again',
    cause,
  });
}

const failure = (message: string, details: ErrorDetails): MeshctlError =>
  new MeshctlError('environment', message, details);

const portOf = ({ pod: { namespace, name }, port }: PodPort): string =>
  `port ${port} of the pod ${name} in the namespace ${namespace}`;

function forbidden(reason: string | undefined, { pod }: PodPort, { context }: Asked): ApiError {
  const { namespace, name } = pod;
  return new ApiError(
    403,
    `the context "${context}" may not connect to the pod ${name} in the namespace ${namespace}`,
    {
      ...(reason !== undefined && { reason }),
      hint: `an administrator can permit it: \`kubectl create role -n ${namespace} meshctl-forward --verb=get,create --resource=pods/portforward\`, bound to you`,
    },
  );
}

function noPod({ pod: { namespace, name } }: PodPort): ApiError {
  return new ApiError(404, `there is no pod ${name} in the namespace ${namespace}`, {
    hint: `\`kubectl get pods -n ${namespace}\` lists those there are`,
  });
}

/** Whether the pod is missing, and not the path, as where a portal stands in between. */
export function isNoPod({ status, text }: ApiAnswer): boolean {
  if (status !== 404) return false;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && value.kind === 'Status';
  } catch {
    return false;
  }
}
