import { readStatus, type StatusAnswer } from '../proxy/status/index.ts';
import type { XdsTarget } from './xds/index.ts';

/**
 * Asks one istiod at an address, over xDS, how far its proxies are. Nothing is written anywhere, and nothing stays
 * subscribed. gRPC is loaded by the first call.
 *
 * @throws {MeshctlError} `environment` when it cannot be reached, does not answer in time, or refuses.
 */
export async function proxyStatusAt(target: XdsTarget): Promise<readonly StatusAnswer[]> {
  const { askOverXds } = await import('./xds/index.ts');
  return readStatus(JSON.stringify(await askOverXds(target)), target.address);
}
