import { STATUS_CODES } from 'node:http';
import { ApiError } from '../api-error.ts';
import { resourceName } from '../discovery/served-kind.ts';
import { grantCommand } from '../session/request-target.ts';
import type { ApiAnswer } from '../session/send.ts';
import { reasonOf, unauthorized, type Asked } from '../session/status-error.ts';
import { causesOf, statusOf } from '../session/status-of.ts';
import { ApplyConflict, conflictsIn } from './apply-conflict.ts';
import { InvalidObject, problemsIn } from './invalid-object.ts';
import { describeKey } from './object-key.ts';
import type { Target } from './target.ts';

/** What is done to an object. */
export type Verb = 'get' | 'apply' | 'create' | 'patch' | 'delete';

/** What an answer to a write means that is no success. */
export function writeError(answer: ApiAnswer, verb: Verb, target: Target, asked: Asked): ApiError {
  const { status } = answer;
  if (status === 401) return unauthorized(reasonOf(answer), asked);
  const conflicts = conflictsIn(answer);
  if (conflicts.length > 0) return new ApplyConflict(target.key, conflicts);
  const problems = problemsIn(answer);
  if (problems.length > 0) return new InvalidObject(status, target.key, problems);
  const reason = reasonOf(answer);
  const because = reason !== undefined && { reason };
  if (status === 403 && !namespaceEnds(answer)) {
    const message = `the context "${asked.context}" may not ${verb} ${describeKey(target.key)}`;
    return new ApiError(403, message, { ...because, hint: permission(target) });
  }
  const name = STATUS_CODES[status] ?? 'no known status';
  const message = `cannot ${verb} ${describeKey(target.key)}: ${asked.server} answered ${status} ${name}`;
  return new ApiError(status, message, { ...because, hint: hintOf(answer, target) });
}

/** The name in a 404 or 409: of the namespace, when that is what is missing. */
function kindInDetails(answer: ApiAnswer): unknown {
  const details = statusOf(answer)?.details;
  return typeof details === 'object' && details !== null && 'kind' in details ? details.kind : undefined;
}

function permission({ served, key }: Target): string {
  return grantCommand([resourceName(served)], key.namespace, 'write');
}

/** Nothing may be made in a namespace that is being removed; that is a 403, too. */
function namespaceEnds(answer: ApiAnswer): boolean {
  return causesOf(answer).some(({ reason }) => reason === 'NamespaceTerminating');
}

function hintOf(answer: ApiAnswer, { key }: Target): string {
  const { status } = answer;
  const { namespace = '', kind } = key;
  if (namespaceEnds(answer)) return `wait until the namespace "${namespace}" is gone, and make it anew`;
  if (status === 404) {
    if (kindInDetails(answer) === 'namespaces') return `create the namespace "${namespace}" first`;
    return `check that the object is there, and that the cluster serves ${kind}`;
  }
  if (status === 409) return 'look at the object in the cluster: something else made or changed it';
  if (status === 429 || status >= 500) return 'try again in a while';
  return `look at the object with \`kubectl get -o yaml\`, and correct what is written`;
}
