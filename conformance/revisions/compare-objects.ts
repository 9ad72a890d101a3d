import { setTimeout as sleep } from 'node:timers/promises';
import { isObject, type Json } from '../../src/json.ts';
import { keyOf, type ClusterWriter } from '../../src/kube/apply/index.ts';
import { readRecordedObject, type RecordedName, type RevisionCase } from './revision-case.ts';

/** How the objects of a cluster differ from those that the reference leaves behind. */
export async function objectMismatches(
  folder: string,
  { expected: { changed, removed } }: RevisionCase,
  writer: ClusterWriter,
): Promise<string[]> {
  const there = changed.map(async (one) => {
    const recorded = readRecordedObject(folder, one);
    const object = await writer.get(keyOf(recorded));
    const name = `${one.kind} ${one.namespace ?? ''}/${one.name}`;
    if (object === undefined) return [`${name} is not there`];
    return missingParts(recorded, object).map((text) => `${name}: ${text}`);
  });
  const gone = removed.map(async (name) =>
    (await isGone(writer, name)) ? [] : [`${name.join(' ')} is there`],
  );
  return (await Promise.all([...there, ...gone])).flat();
}

/** What is recorded and is not part of what is given; what a server adds to maps does not count. */
export function missingParts(recorded: Json, given: Json | undefined, path = ''): string[] {
  if (recorded === given || isFilledIn(recorded, given, path)) return [];
  if (isObject(recorded) && (isObject(given) || given === undefined)) {
    const entries = Object.entries(recorded).filter(([, value]) => value !== null);
    return entries.flatMap(([key, value]) => missingParts(value, given?.[key], `${path}.${key}`));
  }
  if (Array.isArray(recorded) && Array.isArray(given) && given.length === recorded.length)
    return recorded.flatMap((item, index) => missingParts(item, given[index], `${path}[${index}]`));
  return [`${path} is ${JSON.stringify(given)}, not ${JSON.stringify(recorded)}`];
}

/** What others set: the server a target port; istiod, which the server plays while something is installed, the policy. */
function isFilledIn(recorded: Json, given: Json | undefined, path: string): boolean {
  if (path.endsWith('.targetPort')) return recorded === 0;
  return path.endsWith('.failurePolicy') && recorded === 'Ignore' && given === 'Fail';
}

/** Deleted in the foreground, an object goes after those that it owns. */
async function isGone(writer: ClusterWriter, [kind, namespace, name]: RecordedName): Promise<boolean> {
  const key = {
    apiVersion: versions[kind] ?? 'v1',
    kind,
    name,
    ...(namespace !== null && { namespace }),
  };
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if ((await writer.get(key)) === undefined) return true;
    await sleep(100);
  }
  return false;
}

const rbac = 'rbac.authorization.k8s.io/v1';
const admission = 'admissionregistration.k8s.io/v1';
/** Where kinds outside of the core group are served. */
const versions: Readonly<Record<string, string>> = {
  ...{ Deployment: 'apps/v1', DaemonSet: 'apps/v1' },
  ...{ HorizontalPodAutoscaler: 'autoscaling/v2', PodDisruptionBudget: 'policy/v1' },
  ...{ ClusterRole: rbac, ClusterRoleBinding: rbac, Role: rbac, RoleBinding: rbac },
  ...{ MutatingWebhookConfiguration: admission, ValidatingWebhookConfiguration: admission },
  CustomResourceDefinition: 'apiextensions.k8s.io/v1',
};
