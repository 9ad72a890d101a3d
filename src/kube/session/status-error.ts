import { STATUS_CODES } from 'node:http';
import { ApiError } from '../api-error.ts';
import { describeRequest, permissionHint } from './request-target.ts';
import { textOf } from '../text-of.ts';
import type { ApiAnswer, ApiRequest } from './send.ts';
import { statusOf } from './status-of.ts';

/** Whose API server said no, for messages. */
export interface Asked {
  readonly server: string;
  readonly context: string;
  /** The proxy in between. */
  readonly proxy?: string;
}

/** What an answer with an error status means. */
export function statusError(answer: ApiAnswer, request: ApiRequest, asked: Asked): ApiError {
  const { status } = answer;
  const reason = reasonOf(answer);
  if (status === 401) return unauthorized(reason, asked);
  if (status === 403) return forbidden(reason, request, asked);
  const name = STATUS_CODES[status] ?? 'no known status';
  const message = `cannot ${describeRequest(request.path)}: ${asked.server} answered ${status} ${name}`;
  return new ApiError(status, message, { ...(reason !== undefined && { reason }), ...hintOf(status) });
}

/** The message of a Kubernetes `Status`, or the start of a text that is none. */
export function reasonOf({ text }: Pick<ApiAnswer, 'text'>): string | undefined {
  const message = textOf(statusOf({ text })?.message) ?? text;
  const line = message.trim().replace(/\s+/g, ' ');
  return line === '' ? undefined : line.slice(0, 300);
}

/** The credentials count for nothing. */
export function unauthorized(reason: string | undefined, { server, context }: Asked): ApiError {
  return new ApiError(401, `${server} does not accept the credentials of the context "${context}"`, {
    ...(reason !== undefined && { reason }),
    hint: `they may have expired: log in again, and try \`kubectl --context ${context} auth whoami\``,
  });
}

function forbidden(reason: string | undefined, { path }: ApiRequest, { context }: Asked): ApiError {
  return new ApiError(403, `the context "${context}" may not ${describeRequest(path)}`, {
    ...(reason !== undefined && { reason }),
    hint: permissionHint(path),
  });
}

function hintOf(status: number): { hint?: string } {
  if (status === 429 || status >= 500) return { hint: 'try again in a while' };
  if (status === 404) return { hint: 'check that the server of the kubeconfig is a Kubernetes API server' };
  return {};
}
