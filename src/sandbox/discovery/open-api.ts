import type { JsonObject } from '../../json.ts';
import type { ServedResource } from './served-resources.ts';

/** The documents of `/openapi/v3` by the path of what they describe. */
export function openApiIndex(resources: readonly ServedResource[]): JsonObject {
  const places = [...new Set(resources.map(placeOf))];
  return {
    paths: Object.fromEntries(
      places.map((place) => [place, { serverRelativeURL: `/openapi/v3/${place}?hash=sandbox` }]),
    ),
  };
}

/**
 * One document of `/openapi/v3`. It has the operations without the schemas: enough for kubectl to leave the check of
 * fields to the server.
 */
export function openApiDocument(resources: readonly ServedResource[], place: string): JsonObject | undefined {
  const members = resources.filter((one) => placeOf(one) === place);
  return members.length === 0 ? undefined : { openapi: '3.0.0', ...contentOf(members, requestBody) };
}

/** `/openapi/v2`: the same for all. */
export const openApiV2 = (resources: readonly ServedResource[]): JsonObject => ({
  swagger: '2.0',
  definitions: {},
  ...contentOf(resources, {}),
});

const placeOf = ({ group, version }: ServedResource): string =>
  group === '' ? `api/${version}` : `apis/${group}/${version}`;

const requestBody = {
  requestBody: { content: { 'application/apply-patch+yaml': {}, 'application/merge-patch+json': {} } },
};

function contentOf(resources: readonly ServedResource[], extra: JsonObject): JsonObject {
  const paths = resources.map((one) => {
    const { group, version, kind, resource, namespaced } = one;
    const within = namespaced ? '/namespaces/{namespace}' : '';
    const operation = {
      ...extra,
      parameters: ['dryRun', 'fieldManager', 'fieldValidation', 'force'].map(parameter),
      responses: {},
      'x-kubernetes-group-version-kind': { group, kind, version },
    };
    return [`/${placeOf(one)}${within}/${resource}/{name}`, { patch: operation }] as const;
  });
  return {
    info: { title: 'meshctl sandbox (simulated)', version: 'v1' },
    paths: Object.fromEntries(paths),
  };
}

const parameter = (name: string): JsonObject => ({
  name,
  in: 'query',
  schema: { type: 'string', uniqueItems: true },
});
