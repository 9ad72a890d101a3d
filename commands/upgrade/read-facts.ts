import type { JsonObject } from '../../src/json.ts';
import { gatherUpgradeFacts, upgradeFactsFrom, type UpgradeFacts } from '../../src/upgrade/facts/index.ts';
import { connectWriter } from '../../src/kube/apply/index.ts';
import type { CommandIo } from '../command-io.ts';
import { connectOptions } from '../kube-options.ts';
import { manifestSource } from '../manifest/manifest-source.ts';
import { millisecondsOf } from '../request-timeout.ts';
import { warn } from '../warn.ts';
import type { PlanOptions } from './plan-options.ts';

/** Reads what an upgrade is planned from, of saved objects or of the cluster; says what could not be read. */
export async function readFacts(io: CommandIo, options: PlanOptions): Promise<UpgradeFacts> {
  const { objectFiles, istioNamespace, proxies, timeout } = options;
  if (objectFiles.length > 0) {
    const files = await Promise.all(objectFiles.map((file) => manifestSource(io, file)));
    const objects: readonly JsonObject[] = files.flat();
    return upgradeFactsFrom(objects, { istioNamespace });
  }
  const writer = await connectWriter(connectOptions(io, options));
  const facts = await gatherUpgradeFacts(writer.client, {
    ...{ writer, istioNamespace, proxies, timeout: millisecondsOf(timeout) },
    signal: io.interrupt(),
  });
  for (const line of facts.missing) warn(io, `not read: ${line}`);
  return facts;
}
