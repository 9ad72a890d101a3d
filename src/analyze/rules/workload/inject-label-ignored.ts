import type { Path } from '../../../path.ts';
import { isSystemNamespace, namespaceInjection } from '../../injection.ts';
import type { Mesh } from '../../mesh.ts';
import { defineRule } from '../../rule.ts';
import { podKinds, type Workload } from '../../workloads.ts';

type Reason =
  'label-wins' | 'annotation-unseen' | 'namespace-disabled' | 'namespace-revision' | 'namespace-label';

interface Ignored {
  readonly reason: Reason;
  readonly path: Path;
}

/** Istio heeds one of several wishes about injection, and the API server asks it only for some Pods. */
export const injectLabelIgnored = defineRule<{ reason: Reason }>({
  slug: 'workload/inject-label-ignored',
  code: 'MSH0145',
  severity: 'warning',
  summary: 'What Pods say about injection is heeded.',
  kinds: ['Namespace', ...podKinds],
  message: ({ reason }) => messages[reason],
  check(mesh, report) {
    for (const workload of mesh.workloads.all) {
      if (workload.pod === undefined || workload.pod.hostNetwork === true) continue;
      for (const { reason, path } of ignoredBy(mesh, workload)) {
        const home = mesh.find('Namespace', '', workload.namespace);
        report(
          workload.object,
          [...workload.metadataPath, ...path],
          { reason },
          {
            hint: hints[reason],
            ...(byNamespace.has(reason) &&
              home !== undefined && {
                related: [{ object: home, path: ['metadata'], message: 'the labels of the namespace' }],
              }),
          },
        );
      }
    }
  },
});

const inject = 'sidecar.istio.io/inject';
const revision = 'istio.io/rev';

function ignoredBy(mesh: Mesh, { namespace, labels, annotations }: Workload): readonly Ignored[] {
  const home = isSystemNamespace(namespace) ? 'disabled' : namespaceInjection(mesh, namespace);
  const [label, annotation] = [labels[inject], annotations[inject]];
  const found: Ignored[] = [];
  const add = (when: boolean, reason: Reason, ...path: readonly string[]): void => {
    if (when) found.push({ reason, path });
  };
  add(
    label !== undefined && annotation !== undefined && label !== annotation,
    ...(['label-wins', 'annotations', inject] as const),
  );
  const isUnseen = label === undefined && labels[revision] === undefined && home === 'unlabelled';
  add(annotation === 'true' && isUnseen, 'annotation-unseen', 'annotations', inject);
  add(label === 'true' && home === 'disabled', 'namespace-disabled', 'labels', inject);
  add(isOverruled(labels[revision], home), 'namespace-revision', 'labels', revision);
  add('istio-injection' in labels, 'namespace-label', 'labels', 'istio-injection');
  return found;
}

/** Without a label on the namespace the revision of the Pod counts. */
const isOverruled = (named: string | undefined, home: ReturnType<typeof namespaceInjection>): boolean =>
  named !== undefined && named !== '' && typeof home === 'object' && home.revision !== named;

const byNamespace: ReadonlySet<Reason> = new Set(['namespace-disabled', 'namespace-revision']);

const messages: Readonly<Record<Reason, string>> = {
  'label-wins': 'the annotation is ignored: the label of the same name says otherwise',
  'annotation-unseen': 'the annotation is ignored: the injector is called only for Pods with the label',
  'namespace-disabled': 'the label is ignored: injection is switched off for the namespace',
  'namespace-revision': 'the revision is ignored: the labels of the namespace name another one',
  'namespace-label': '`istio-injection` is ignored: it is a label of namespaces',
};

const hints: Readonly<Record<Reason, string>> = {
  'label-wins': 'Drop the annotation.',
  'annotation-unseen': `Write \`${inject}: "true"\` as a label.`,
  'namespace-disabled':
    'Take `istio-injection=disabled` from the namespace; Pods without the label stay outside anyway.',
  'namespace-revision': 'Move the namespace to the revision, or take the label from the Pods.',
  'namespace-label': `Write \`${inject}: "true"\` or \`"false"\` instead.`,
};
