import type { JsonObject } from '../../../json.ts';
import { annotationOf } from '../../../label-of.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import { groupBy } from '../../../group-by.ts';
import type { PrecheckFacts } from '../precheck-facts.ts';
import type { PrecheckFinding } from '../precheck-report.ts';

/** The groups whose kinds Istio defines. */
const groups = /\.(networking|security|telemetry|extensions)\.istio\.io$/;

/** Whose the definitions of Istio are that are there; undefined when they could not be read. */
export function definitionFindings({
  definitions,
  served,
}: PrecheckFacts): readonly PrecheckFinding[] | undefined {
  if (definitions === undefined) return undefined;
  const ours = definitions.filter((object) => groups.test(keyOf(object).name));
  const byRelease = groupBy(ours, helmRelease);
  byRelease.delete('');
  const owned = [...byRelease].map(([release, objects]): PrecheckFinding => ({
    ...{ code: 'MSH0303', severity: 'info', origin: 'Cluster' },
    message: `the Helm release ${release} owns ${objects.length} definitions of Istio`,
    hint: 'an installation takes them over: upgrade that release instead, or stop managing them with Helm',
  }));
  return [...owned, ...ours.flatMap((object) => unserved(object, served))];
}

const helmRelease = (object: JsonObject): string => annotationOf(object, 'meta.helm.sh/release-name');

/** What is defined and not served is not established, or is served in no version at all. */
function unserved(object: JsonObject, served: PrecheckFacts['served']): readonly PrecheckFinding[] {
  const { name } = keyOf(object);
  const [resource = '', ...group] = name.split('.');
  if (served.some((one) => one.resource === resource && one.group === group.join('.'))) return [];
  return [
    {
      ...{ code: 'MSH0304', severity: 'warning', origin: `CustomResourceDefinition ${name}` },
      message: 'the API server does not serve the kind that it defines',
      hint: `see its conditions: \`kubectl describe crd ${name}\``,
    },
  ];
}
