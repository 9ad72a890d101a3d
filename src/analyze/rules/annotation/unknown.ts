import { closest } from '../../../closest.ts';
import { annotationRegistry } from '../../annotation-registry.ts';
import { defineRule } from '../../rule.ts';
import { annotationsOf, annotatedKinds } from './annotations.ts';

/** Istio passes over annotations that it does not know. */
export const unknownAnnotation = defineRule<{ annotation: string }>({
  slug: 'annotation/unknown',
  code: 'IST0108',
  severity: 'warning',
  summary: 'Annotations with a name of Istio are known to Istio.',
  kinds: annotatedKinds,
  message: ({ annotation }) => `Istio knows no annotation ${annotation}`,
  check(mesh, report) {
    for (const { object, path, name, known } of annotationsOf(mesh)) {
      if (known !== undefined || (!mesh.settings.compat && isUnlisted(name))) continue;
      report(object, path, { annotation: name }, { at: 'key', hint: hintFor(name) });
    }
  },
});

/** Honoured, or written by an installation, though the registry does not list it. */
const isUnlisted = (name: string): boolean =>
  name === 'sidecar.istio.io/capNetBindService' || installed.test(name);

const installed = /^(internal|(install\.)?operator|cni)\.istio\.io\//;

function hintFor(name: string): string {
  const removed = removals.get(name);
  if (removed !== undefined) return `Istio ${removed} has removed it; drop it.`;
  if (labels.has(name)) return 'It is a label: move it from `annotations` to `labels`.';
  const meant = closest(name, annotationRegistry.keys());
  return meant === undefined ? 'It has no effect: drop it, or mend its name.' : `Did you mean ${meant}?`;
}

/** Annotation to the release that has removed it. */
const removals: ReadonlyMap<string, string> = new Map([
  ['alpha.istio.io/identity', '1.24'],
  ['sidecar.istio.io/controlPlaneAuthPolicy', '1.24'],
  ['sidecar.istio.io/enableCoreDump', '1.25'],
]);

/** Names that Istio reads as labels only. */
const labels: ReadonlySet<string> = new Set([
  'istio.io/dataplane-mode',
  'istio.io/ingress-use-waypoint',
  'istio.io/tag',
  'istio.io/use-waypoint',
  'istio.io/use-waypoint-namespace',
  'istio.io/waypoint-for',
  'networking.istio.io/enable-autoallocate-ip',
  'networking.istio.io/gatewayPort',
  'networking.istio.io/tunnel',
  'security.istio.io/tlsMode',
  'service.istio.io/canonical-name',
  'service.istio.io/canonical-revision',
  'service.istio.io/workload-name',
  'topology.istio.io/cluster',
  'topology.istio.io/network',
  'topology.istio.io/subzone',
]);
