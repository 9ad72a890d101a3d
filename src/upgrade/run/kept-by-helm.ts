import { groupBy } from '../../group-by.ts';
import type { JsonObject } from '../../json.ts';
import { describeKey, keyOf } from '../../kube/apply/index.ts';
import { label } from '../../label.ts';
import { annotationOf, labelOf } from '../../label-of.ts';
import type { UpgradeStep } from '../upgrade-plan.ts';

/**
 * What of a control plane stays when it is removed, because a Helm release owns it, in words; empty for other steps.
 * Gateways and what all control planes share stay anyway.
 */
export function keptByHelm(step: UpgradeStep, objects: readonly JsonObject[]): readonly string[] {
  if (step.kind !== 'remove-revision') return [];
  const kept = objects.filter(
    (object) =>
      releaseOf(object) !== '' &&
      labelOf(object, label.revision) === step.revision &&
      !others.has(labelOf(object, label.component)),
  );
  return [...groupBy(kept, releaseOf)].map(([release, list]) => messageOf(release, list, step.revision));
}

const others: ReadonlySet<string> = new Set(['Base', 'IngressGateways', 'EgressGateways', 'Cni', 'Ztunnel']);

/** `namespace/name`, as Helm writes it on what it made or adopted; empty without it. */
function releaseOf(object: JsonObject): string {
  const name = annotationOf(object, 'meta.helm.sh/release-name');
  return name === '' ? '' : `${annotationOf(object, 'meta.helm.sh/release-namespace')}/${name}`;
}

function messageOf(release: string, [first, ...more]: readonly JsonObject[], revision: string): string {
  const [namespace = '', name = ''] = release.split('/');
  const objects = first === undefined ? '' : describeKey(keyOf(first));
  const count = more.length === 0 ? '' : ` and ${more.length} more`;
  return `the Helm release ${release} owns ${objects}${count} of ${revision}: they stay until \`helm uninstall ${name} -n ${namespace}\``;
}
