import { STATUS_CODES } from 'node:http';
import { valueIn } from '../../json.ts';
import type { JsonObject } from '../../resources/index.ts';
import { ApiError } from '../api-error.ts';
import type { Connection } from '../connection.ts';
import { request } from '../request.ts';
import type { ApiAnswer, ApiRequest } from '../session/send.ts';
import { reasonOf, unauthorized } from '../session/status-error.ts';
import { statusOf } from '../session/status-of.ts';
import type { IssuedToken, TokenRequest } from './token-request.ts';

/**
 * `ClusterWriter.token`. Asking again after a lost answer only issues one more token, so that it is repeated like a
 * read.
 */
export async function requestToken(connection: Connection, asked: TokenRequest): Promise<IssuedToken> {
  const { namespace, serviceAccount, audiences, expirationSeconds, signal } = asked;
  const ends = signal ? AbortSignal.any([connection.deadline, signal]) : connection.deadline;
  const sent: ApiRequest = {
    method: 'POST',
    path: `/api/v1/namespaces/${encodeURIComponent(namespace)}/serviceaccounts/${encodeURIComponent(serviceAccount)}/token`,
    body: {
      type: 'application/json',
      value: {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: { audiences: [...audiences], expirationSeconds },
      },
    },
  };
  const failure = (answer: ApiAnswer): ApiError => tokenError(answer, asked, connection);
  const answer = await request(sent, ends, connection.stage, { failure });
  return issuedIn(answer, asked, connection);
}

function issuedIn(answer: JsonObject, asked: TokenRequest, { server }: Connection): IssuedToken {
  const token = valueIn(answer, 'status', 'token');
  if (typeof token !== 'string')
    throw new ApiError(200, `${server} issued no token for ${nameOf(asked)}`, {
      reason: 'its answer holds none',
      hint: 'check that the server of the kubeconfig is a Kubernetes API server',
    });
  const expires = valueIn(answer, 'status', 'expirationTimestamp');
  const moment = typeof expires === 'string' ? new Date(expires) : undefined;
  return { token, expires: Number.isNaN(moment?.getTime()) ? undefined : moment };
}

const nameOf = ({ namespace, serviceAccount }: TokenRequest): string =>
  `the service account "${serviceAccount}" in the namespace "${namespace}"`;

function tokenError(answer: ApiAnswer, asked: TokenRequest, { stage }: Connection): ApiError {
  const { status } = answer;
  if (status === 401) return unauthorized(reasonOf(answer), stage.asked);
  const reason = reasonOf(answer);
  const message =
    status === 403
      ? `the context "${stage.asked.context}" may not request a token for ${nameOf(asked)}`
      : `cannot get a token for ${nameOf(asked)}: ${stage.asked.server} answered ${status} ${STATUS_CODES[status] ?? 'no known status'}`;
  return new ApiError(status, message, {
    ...(reason !== undefined && { reason }),
    hint: hintOf(answer, asked),
  });
}

function hintOf(answer: ApiAnswer, { namespace, serviceAccount, expirationSeconds }: TokenRequest): string {
  const { status } = answer;
  if (status === 403)
    return `an administrator can permit it: \`kubectl create role -n ${namespace} meshctl-token --verb=create --resource=serviceaccounts/token\`, bound to you`;
  if (status === 404)
    return kindInDetails(answer) === 'namespaces'
      ? `create the namespace: \`kubectl create namespace ${namespace}\``
      : `create it: \`kubectl create serviceaccount -n ${namespace} ${serviceAccount}\``;
  if (status === 400 || status === 422)
    return expirationSeconds < shortest
      ? `ask for a token that is valid for ${shortest} seconds or more`
      : 'ask for another audience or a shorter time';
  return 'try again in a while';
}

const shortest = 600;

const kindInDetails = (answer: ApiAnswer): unknown => valueIn(statusOf(answer), 'details', 'kind');
