import { ok, type Answer } from '../http/answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import type { Catalogue } from '../kinds/catalogue.ts';
import type { JsonObject } from '../../json.ts';
import { aggregated } from './aggregated.ts';
import { groupList, groupOf, resourceList } from './classic.ts';
import { openApiDocument, openApiIndex, openApiV2 } from './open-api.ts';
import { servedResources, type ServedResource } from './served-resources.ts';

/** Answers the questions what is served; undefined for other paths. */
export function answerDiscovery({ path, headers }: ApiRequest, catalogue: Catalogue): Answer | undefined {
  const [, root = '', ...rest] = path.replace(/\/$/, '').split('/');
  const served = servedResources(catalogue);
  if (root === 'openapi') return answered(openApi(served, rest));
  if (root !== 'api' && root !== 'apis') return undefined;
  if (rest.length === 0) return rootOf(served, root === 'api', headers.accept ?? '');
  return answered(root === 'api' ? core(served, rest) : group(served, rest));
}

type Served = readonly ServedResource[];

const core = (served: Served, [version = '', ...more]: readonly string[]): JsonObject | undefined =>
  more.length === 0 ? resourceList(served, '', version) : undefined;

function group(served: Served, [name = '', version, ...more]: readonly string[]): JsonObject | undefined {
  if (version === undefined) return groupOf(served, name);
  return more.length === 0 ? resourceList(served, name, version) : undefined;
}

const answered = (body: JsonObject | undefined): Answer | undefined =>
  body === undefined ? undefined : ok(body);

function openApi(served: Served, [version, ...place]: readonly string[]) {
  if (version === 'v2') return openApiV2(served);
  if (version !== 'v3') return undefined;
  return place.length === 0 ? openApiIndex(served) : openApiDocument(served, place.join('/'));
}

/** All at once where the client can read that, in the version that it can read. */
function rootOf(served: Served, isCore: boolean, accept: string): Answer {
  const [, version] = /g=apidiscovery\.k8s\.io;v=(v2beta1|v2);as=APIGroupDiscoveryList/.exec(accept) ?? [];
  if (version === undefined)
    return ok(isCore ? { kind: 'APIVersions', versions: ['v1'] } : groupList(served));
  return {
    code: 200,
    body: aggregated(served, isCore, version),
    type: `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`,
  };
}
