import { answerDiscovery } from '../discovery/answer-discovery.ts';
import { noSuchPath } from '../refusal.ts';
import { answerReview } from '../reviews/answer-review.ts';
import { answerObject, type Stage } from './answer-object.ts';
import { answerSubresource } from './answer-subresource.ts';
import { ok, type Answer } from './answer.ts';
import type { ApiRequest } from './api-request.ts';
import { placeOf } from './place.ts';
import { versionInfo } from './version-info.ts';

/**
 * Answers any request.
 *
 * @throws {Refusal}
 */
export function route(stage: Stage, request: ApiRequest): Answer {
  const { cluster } = stage;
  if (isHealth(request.path)) return { text: 'ok' };
  if (request.path === '/version') return ok(versionInfo(cluster.settings.kubernetesVersion));
  if (request.path === '/openid/v1/jwks') return ok(cluster.identity.tokens.keys);
  const known = answerDiscovery(request, cluster.catalogue) ?? answerReview(request, cluster);
  if (known !== undefined) return known;
  const place = placeOf(request.path, cluster.catalogue);
  if (place === undefined) throw noSuchPath();
  const answer = place.subresource === undefined ? answerObject : answerSubresource;
  return answer(stage, place, request);
}

/** Paths that are answered to anybody. */
export const isOpen = (path: string): boolean => path === '/version' || isHealth(path);

const isHealth = (path: string): boolean => /^\/(healthz|livez|readyz)(\/|$)/.test(path);
