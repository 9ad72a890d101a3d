import type { ClusterChange } from '../../../changes/index.ts';
import { predict } from '../../../changes/predict.ts';
import { applyTo } from '../../../server-side-apply/index.ts';
import type { ModelMesh } from './model-mesh.ts';

/** Does what was planned to an object, as a server does. */
export function applyChange(mesh: ModelMesh, { action, desired, object }: ClusterChange): void {
  if (action === 'delete') mesh.delete(object);
  if (action === 'delete' || action === 'unchanged' || desired === undefined) return;
  const live = mesh.get(object);
  const as = { manager: 'meshctl' };
  mesh.put(live === undefined ? applyTo(undefined, desired, as).object : predict(live, desired, as).object);
}
