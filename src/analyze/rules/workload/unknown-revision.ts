import type { Path } from '../../../path.ts';
import { injectorsOf } from '../../injector-settings.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule, type FindingDetails } from '../../rule.ts';

const label = 'istio.io/rev';

/** Pods of a revision that nobody serves run without a sidecar. */
export const unknownRevision = defineRule<{ revision: string; known: readonly string[] }>({
  slug: 'workload/unknown-revision',
  code: 'MSH0146',
  severity: 'warning',
  summary: 'Revisions that namespaces and Pods ask for exist.',
  hint: 'Name a revision or a tag of a control plane.',
  kinds: [
    'Namespace',
    'Pod',
    'Deployment',
    'StatefulSet',
    'DaemonSet',
    'MutatingWebhookConfiguration',
    'ConfigMap',
    'IstioOperator',
  ],
  message: ({ revision, known }) =>
    `no control plane has the revision or tag ${revision}; known are ${known.join(', ')}`,
  check(mesh, report) {
    const known = revisionsIn(mesh);
    if (known.size === 0) return;
    for (const { object, revision, path } of wishesOf(mesh)) {
      if (revision === '' || known.has(revision)) continue;
      report(object, path, { revision, known: [...known].sort() }, detailsOf(mesh, revision));
    }
  },
});

/** Other control planes may live in the cluster. */
const detailsOf = (mesh: Mesh, revision: string): FindingDetails =>
  mesh.settings.assume === 'complete' ? {} : { severity: 'info', group: revision };

/** The revisions and tags of the control planes in the input; none when it holds no control plane. */
function revisionsIn(mesh: Mesh): ReadonlySet<string> {
  const control = mesh.workloads.all.filter(({ labels }) => labels.app === 'istiod');
  const webhooks = mesh.of('MutatingWebhookConfiguration').filter(isInjector);
  const named = [
    ...control.map(({ labels }) => labels[label] ?? 'default'),
    ...webhooks.flatMap(({ labels }) => [labels[label] ?? 'default', labels['istio.io/tag'] ?? 'default']),
    ...injectorsOf(mesh).keys(),
    ...mesh.of('IstioOperator').map(({ spec }) => spec.revision ?? 'default'),
  ];
  // The default is served by one of them, whichever it is.
  return new Set(named.length === 0 ? [] : [...named.filter((name) => name !== ''), 'default']);
}

const isInjector = ({ labels, spec }: MeshObject<'MutatingWebhookConfiguration'>): boolean =>
  label in labels ||
  (spec.webhooks ?? []).some(({ name = '' }) => name.endsWith('sidecar-injector.istio.io'));

interface Wish {
  readonly object: MeshObject;
  readonly revision: string;
  readonly path: Path;
}

function wishesOf(mesh: Mesh): readonly Wish[] {
  return [
    ...mesh.of('Namespace').map((object) => ({
      ...{ object, revision: revisionOfNamespace(object), path: ['metadata', 'labels', label] },
    })),
    ...mesh.workloads.all
      .filter(({ labels }) => labels.app !== 'istiod')
      .map(({ object, labels, metadataPath }) => ({
        ...{ object, revision: labels[label] ?? '', path: [...metadataPath, 'labels', label] },
      })),
  ];
}

/** With `istio-injection` the revision does not count. */
const revisionOfNamespace = ({ labels }: MeshObject): string =>
  (labels['istio-injection'] ?? '') === '' ? (labels[label] ?? '') : '';
