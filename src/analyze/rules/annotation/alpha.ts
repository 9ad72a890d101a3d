import { defineRule } from '../../rule.ts';
import { isKind } from '../../workloads.ts';
import { annotationsOf, annotatedKinds, type Annotation } from './annotations.ts';

/** Annotations that Istio may change or drop in any release. */
export const alphaAnnotation = defineRule<{ annotation: string }>({
  slug: 'annotation/alpha',
  code: 'IST0136',
  severity: 'info',
  summary: 'No annotation is used that Istio may change in any release.',
  hint: 'Look for it in the notes of every release before an upgrade.',
  kinds: annotatedKinds,
  optIn: true,
  message: ({ annotation }) => `the annotation ${annotation} is in alpha`,
  check(mesh, report) {
    for (const annotation of annotationsOf(mesh)) {
      const { object, path, name, known } = annotation;
      if (known?.stage !== 'alpha' || isSetByCni(annotation)) continue;
      report(object, path, { annotation: name }, { at: 'key' });
    }
  },
});

/** The CNI plugin writes down what it redirects, and leaves a container of its own. */
const isSetByCni = ({ object, name }: Annotation): boolean =>
  redirections.has(name) &&
  isKind(object, 'Pod') &&
  (object.spec.initContainers ?? []).some((container) => container.name === 'istio-validation');

const redirections: ReadonlySet<string> = new Set([
  'sidecar.istio.io/interceptionMode',
  'traffic.sidecar.istio.io/excludeInboundPorts',
  'traffic.sidecar.istio.io/includeInboundPorts',
  'traffic.sidecar.istio.io/includeOutboundIPRanges',
]);
