import { createTwoFilesPatch } from 'diff';
import { stringify } from 'yaml';
import type { JsonObject } from '../../json.ts';
import { printable } from '../../output/index.ts';
import type { KubeObject } from '../component-context.ts';
import { comparable } from './comparable.ts';
import { diffManifests, type ManifestDiffOptions, type ObjectName } from './diff-manifests.ts';
import { titleOf } from './format-diff.ts';

/** The differences as a patch of YAML texts, a file for each object: `Deployment/istio-system/istiod`. */
export function manifestPatch(
  before: readonly KubeObject[],
  after: readonly KubeObject[],
  options: ManifestDiffOptions = {},
): string {
  const { removed, added, changed } = diffManifests(before, after, options);
  const textIn = (objects: readonly KubeObject[], wanted: ObjectName): string => {
    const found = objects.findLast((object) => isNamed(object, wanted));
    return found === undefined ? '' : yamlOf(comparable(found, options.includeNoise ?? false));
  };
  return [
    ...removed.map((object) => patchOf(object, textIn(before, object), '')),
    ...added.map((object) => patchOf(object, '', textIn(after, object))),
    ...changed.map((object) => patchOf(object, yamlOf(object.before), yamlOf(object.after))),
  ].join('');
}

const isNamed = ({ apiVersion, kind, metadata }: KubeObject, wanted: ObjectName): boolean =>
  apiVersion === wanted.apiVersion &&
  kind === wanted.kind &&
  metadata.name === wanted.name &&
  (metadata.namespace ?? undefined) === wanted.namespace;

const yamlOf = (object: JsonObject): string =>
  stringify(object, { lineWidth: 0, aliasDuplicateObjects: false, sortMapEntries: true });

function patchOf(object: ObjectName, before: string, after: string): string {
  const file = printable(titleOf(object).replaceAll(' ', '/'));
  const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, '', '', { context: 3 });
  return patch.split('\n').slice(1).join('\n').replaceAll('\t\n', '\n');
}
