import path from 'node:path';
import { writesOf, type InstallPlan } from '../../src/install/index.ts';
import { objectIn, withoutKey, type JsonObject } from '../../src/json.ts';
import type { CommandIo } from '../command-io.ts';
import { writeFileAtomically } from '../write-file.ts';
import { yamlText } from '../yaml-text.ts';

/**
 * Writes what a plan changes or deletes as manifests that `kubectl apply --server-side` takes, in one file. Values of
 * Secrets are among them when it changes some, so that only the user may read the file.
 */
export function writeBackup(io: CommandIo, folder: string, plan: InstallPlan): void {
  const before = writesOf(plan).flatMap(({ live }) => (live === undefined ? [] : [withoutRecords(live)]));
  const file = path.join(folder, `${plan.namespace}-${plan.revision}.yaml`);
  const text = before.map((object) => `---\n${yamlText(object)}`).join('');
  writeFileAtomically(io.cwd, file, text, { mode: 0o600 });
  io.note(`${file}: ${before.length} objects as they are now`);
}

const records = ['uid', 'resourceVersion', 'generation', 'creationTimestamp', 'managedFields', 'selfLink'];

function withoutRecords(object: JsonObject): JsonObject {
  const metadata = Object.entries(objectIn(object, 'metadata')).filter(([key]) => !records.includes(key));
  return { ...withoutKey(object, 'status'), metadata: Object.fromEntries(metadata) };
}
