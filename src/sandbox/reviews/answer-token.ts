import { objectIn, plainText, type JsonObject } from '../../json.ts';
import { timestamp, type Cluster } from '../cluster.ts';
import { issuer } from '../identity/token-issuer.ts';
import { badRequest } from '../refusal.ts';
import { nameOf, namespaceOf, uidOf } from '../store/metadata.ts';

/**
 * Makes a token of a service account: `POST serviceaccounts/NAME/token`.
 *
 * @throws {Refusal} when it is to be valid for less than ten minutes.
 */
export function answerToken(cluster: Cluster, account: JsonObject, request: JsonObject): JsonObject {
  const { audiences, expirationSeconds = 3600, ...spec } = objectIn(request, 'spec');
  const seconds = Number(expirationSeconds);
  if (seconds < 600)
    throw badRequest('spec.expirationSeconds: may not specify a duration less than 10 minutes');
  const wanted = Array.isArray(audiences) && audiences.length > 0 ? audiences.map(plainText) : [issuer];
  const token = cluster.identity.tokens.issue({
    namespace: namespaceOf(account),
    account: nameOf(account),
    uid: uidOf(account),
    audiences: wanted,
    seconds,
  });
  return {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    metadata: {
      name: nameOf(account),
      namespace: namespaceOf(account),
      creationTimestamp: timestamp(),
    },
    spec: { ...spec, audiences: wanted, expirationSeconds: seconds },
    status: { token, expirationTimestamp: timestamp(new Date(Date.now() + seconds * 1000)) },
  };
}
