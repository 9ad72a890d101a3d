import { objectIn, type JsonObject } from '../json.ts';
import type { FieldConflict } from '../kube/apply/index.ts';
import { applyTo, type WriteAs } from '../server-side-apply/index.ts';
import { installersOf, withoutInstallers } from './installers.ts';
import { settledObject } from './settled-object.ts';

/** What becomes of an object that something is applied to. */
export interface Prediction {
  /** The object as it will be, as far as its fields go. */
  readonly object: JsonObject;
  readonly conflicts: readonly FieldConflict[];
  /** The managers whose fields are taken over. */
  readonly adopts: readonly string[];
}

export function predict(live: JsonObject, sent: JsonObject, options: WriteAs): Prediction {
  const adopts = installersOf(live, options.manager);
  const from = adopts.length === 0 ? live : adopted(live, options.manager);
  const { object, conflicts } = applyTo(from, sent, options);
  return { object: settledObject(object, live), conflicts, adopts };
}

function adopted(live: JsonObject, manager: string): JsonObject {
  const managedFields = withoutInstallers(live, manager);
  return { ...live, metadata: { ...objectIn(live, 'metadata'), managedFields } };
}
