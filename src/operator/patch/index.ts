import type { Problem } from '../../finding.ts';
import type { KubeObject } from '../component-context.ts';
import type { Part } from '../part.ts';
import { applyOverlays } from './apply-overlays.ts';
import { withKubernetesSettings } from './kubernetes-settings.ts';

/** What a part renders, with its `k8s` settings and then its overlays laid over it. */
export function applySettings(
  objects: readonly KubeObject[],
  part: Part,
): { readonly objects: readonly KubeObject[]; readonly problems: readonly Problem[] } {
  return applyOverlays(withKubernetesSettings(objects, part), part);
}
