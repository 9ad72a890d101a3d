import type { ClusterChange } from '../../../changes/index.ts';
import { predict } from '../../../changes/predict.ts';
import type { JsonObject } from '../../../json.ts';
import { applyTo } from '../../../server-side-apply/index.ts';
import type { ModelMesh } from './model-mesh.ts';

/** Does what was planned to an object, as a server does. */
export function applyChange(mesh: ModelMesh, { action, desired, object }: ClusterChange): void {
  if (action === 'delete') mesh.delete(object);
  if (action === 'delete' || action === 'unchanged' || desired === undefined) return;
  mesh.put(applied(mesh.get(object), desired));
}

const nothing: JsonObject = {};
/** Objects do not change: what becomes of one and the same text is found out once. */
const known = new WeakMap<JsonObject, Map<string, JsonObject>>();

function applied(live: JsonObject | undefined, desired: JsonObject): JsonObject {
  const ofLive = known.get(live ?? nothing) ?? new Map<string, JsonObject>();
  known.set(live ?? nothing, ofLive);
  const text = JSON.stringify(desired);
  const before = ofLive.get(text);
  if (before !== undefined) return before;
  const as = { manager: 'meshctl' };
  const after = live === undefined ? applyTo(undefined, desired, as) : predict(live, desired, as);
  ofLive.set(text, after.object);
  return after.object;
}
