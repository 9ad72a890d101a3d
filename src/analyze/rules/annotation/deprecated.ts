import { defineRule } from '../../rule.ts';
import { annotationsOf, isInPlace, annotatedKinds, type Annotation } from './annotations.ts';

const inject = 'sidecar.istio.io/inject';

/** Annotations that Istio will drop. */
export const deprecatedAnnotation = defineRule<{ annotation: string; extra: string }>({
  slug: 'annotation/deprecated',
  code: 'IST0135',
  severity: 'info',
  summary: 'No annotation is used that Istio has deprecated.',
  kinds: annotatedKinds,
  message: ({ annotation }) => `the annotation ${annotation} is deprecated`,
  check(mesh, report) {
    for (const annotation of annotationsOf(mesh)) {
      const { object, path, name, known } = annotation;
      if (known?.deprecated !== true || (name === inject && inject in annotation.labels)) continue;
      if (!mesh.settings.compat && !isInPlace(annotation)) continue;
      const extra = name === inject ? `use the label ${inject}` : '';
      report(object, path, { annotation: name, extra }, { at: 'key', hint: hintFor(annotation) });
    }
  },
});

function hintFor({ name, value }: Annotation): string {
  if (name === inject) return `Write it as a label: \`${inject}: ${JSON.stringify(value)}\`.`;
  if (name.startsWith('sidecar.istio.io/stats') || name === 'sidecar.istio.io/extraStatTags')
    return 'Set it in `proxy.istio.io/config`, under `proxyStatsMatcher` or `extraStatTags`.';
  if (name === 'sidecar.istio.io/discoveryAddress')
    return 'Set `discoveryAddress` in `proxy.istio.io/config`.';
  if (name === 'traffic.sidecar.istio.io/kubevirtInterfaces')
    return 'Use `istio.io/reroute-virtual-interfaces`.';
  return 'Drop it before a release that no longer reads it.';
}
