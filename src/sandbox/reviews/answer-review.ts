import { objectIn as valueObject, plainText, type JsonObject } from '../../json.ts';
import type { Cluster } from '../cluster.ts';
import { objectIn, type ApiRequest } from '../http/api-request.ts';
import type { Answer } from '../http/answer.ts';
import { issuer } from '../identity/token-issuer.ts';
import { badRequest } from '../refusal.ts';

/** Answers questions about who somebody is and what he may do: everybody may do all. Undefined for other requests. */
export function answerReview(request: ApiRequest, cluster: Cluster): Answer | undefined {
  const [, group, name] = path.exec(request.path) ?? [];
  const answer = reviews[`${group ?? ''}/${name ?? ''}`];
  if (answer === undefined || request.method !== 'POST') return undefined;
  const review = objectIn(request);
  return { code: 201, body: { ...review, status: answer(valueObject(review, 'spec'), cluster) } };
}

const path = /^\/apis\/(authentication|authorization)\.k8s\.io\/v1\/(?:namespaces\/[^/]+\/)?(\w+)$/;

const allowed = (): JsonObject => ({ allowed: true, reason: 'the sandbox permits everything' });

const reviews: Readonly<Record<string, (spec: JsonObject, cluster: Cluster) => JsonObject>> = {
  'authorization/selfsubjectaccessreviews': allowed,
  'authorization/subjectaccessreviews': allowed,
  'authorization/localsubjectaccessreviews': allowed,
  'authorization/selfsubjectrulesreviews': () => ({
    resourceRules: [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }],
    nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
    incomplete: false,
  }),
  'authentication/selfsubjectreviews': () => ({
    userInfo: { username: 'sandbox-admin', groups: ['system:masters', 'system:authenticated'] },
  }),
  'authentication/tokenreviews': reviewToken,
};

function reviewToken({ token, audiences }: JsonObject, { identity }: Cluster): JsonObject {
  if (plainText(token) === '') throw badRequest('token is required for TokenReview in authentication');
  const claims = identity.tokens.read(plainText(token));
  if (claims === undefined) return { error: 'the token is not of this cluster, or too old' };
  const wanted = Array.isArray(audiences) && audiences.length > 0 ? audiences.map(plainText) : [issuer];
  const common = wanted.filter((one) => Array.isArray(claims.aud) && claims.aud.includes(one));
  if (common.length === 0) return { error: `the token is not for the audiences ${wanted.join(', ')}` };
  const { namespace, serviceaccount } = valueObject(claims, 'kubernetes.io');
  return {
    authenticated: true,
    audiences: common,
    user: {
      username: plainText(claims.sub),
      uid: plainText(valueObject(serviceaccount).uid),
      groups: [
        'system:serviceaccounts',
        `system:serviceaccounts:${plainText(namespace)}`,
        'system:authenticated',
      ],
    },
  };
}
