import type { Path } from '../../../path.ts';
import { matchesSelector } from '../../gateway-api/index.ts';
import { membershipOf } from '../../injection.ts';
import type { Webhook } from '../../kubernetes-shapes.ts';
import type { Mesh } from '../../mesh.ts';
import { workloadOf, type Labels, type Workload } from '../../workloads.ts';
import { isRunning } from './proxy-container.ts';

/** The place of the image `auto` of a proxy, for which the injector puts in the real one; undefined for others. */
export function autoImageOf({ pod, podPath }: Workload): Path | undefined {
  const index = (pod?.containers ?? []).findIndex(
    ({ name, image }) => name === 'istio-proxy' && image === 'auto',
  );
  return index < 0 ? undefined : [...podPath, 'containers', index, 'image'];
}

/** The Pods of a kind, or what makes them, whose image `auto` nobody replaces. */
export const leftAuto = (mesh: Mesh, isWanted: (workload: Workload) => boolean): readonly Workload[] =>
  candidates(mesh).filter(
    (workload) => autoImageOf(workload) !== undefined && isWanted(workload) && isLeft(mesh, workload),
  );

/** istioctl reads templates for this, though they are no workloads to it. */
const candidates = (mesh: Mesh): readonly Workload[] =>
  mesh.settings.compat ? mesh.objects.flatMap((object) => workloadOf(object) ?? []) : mesh.workloads.all;

function isLeft(mesh: Mesh, workload: Workload): boolean {
  if (!mesh.settings.compat) return isRunning(workload.object) || membershipOf(mesh, workload) === 'outside';
  return workload.object.kind === 'Pod' || !isCalledFor(mesh, workload);
}

/** As istioctl: whether a webhook of Istio is called for the Pods of a template. */
function isCalledFor(mesh: Mesh, { namespace, labels }: Workload): boolean {
  const home = mesh.find('Namespace', '', namespace)?.labels ?? {};
  return mesh
    .of('MutatingWebhookConfiguration')
    .flatMap(({ spec }) => spec.webhooks ?? [])
    .some(
      ({ name = '', namespaceSelector, objectSelector }) =>
        name.endsWith('istio.io') && selects(namespaceSelector, home) && selects(objectSelector, labels),
    );
}

/** An absent selector selects everything. */
const selects = (selector: Webhook['namespaceSelector'], labels: Labels): boolean =>
  matchesSelector(selector ?? {}, (name) => labels[name] ?? null) === true;
