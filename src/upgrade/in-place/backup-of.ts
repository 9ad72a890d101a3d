import { writesOf, type InstallPlan } from '../../install/index.ts';
import type { JsonObject } from '../../json.ts';
import type { ObjectKey } from '../../kube/apply/index.ts';
import { inPlaceVersions } from './check-in-place.ts';

/** What an installation replaces, as it was before. */
export interface InPlaceBackup {
  /** Such as `default-1-30-3`: revision and version of before. */
  readonly name: string;
  /** In the order in which it is written. */
  readonly objects: readonly SavedObject[];
}

export interface SavedObject {
  readonly object: ObjectKey;
  /** Null for one that was not there. */
  readonly before: JsonObject | null;
}

/** The backup for what a plan writes. */
export function backupOf(plan: InstallPlan): InPlaceBackup {
  const version = inPlaceVersions(plan)?.from ?? 'unknown';
  return {
    name: `${plan.revision}-${version}`.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    objects: writesOf(plan).map(({ object, live }) => ({ object, before: live ?? null })),
  };
}
