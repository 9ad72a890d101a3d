import { MeshctlError } from '../errors.ts';
import type { ClusterClient } from '../kube/index.ts';
import { readDump, type ProxyDump } from '../proxy/index.ts';
import { eachIstiod, type MissingIstiod } from './each-istiod.ts';
import type { IstiodOptions } from './find-istiods.ts';

/**
 * The config dump that istiod makes for a proxy, `pod.namespace`: what it should run. All istiods are asked, as it is
 * connected to one of them only.
 *
 * @throws {MeshctlError} `environment` when no istiod runs, or none of them knows the proxy.
 */
export async function expectedDump(
  client: ClusterClient,
  proxy: string,
  options: IstiodOptions = {},
): Promise<ProxyDump> {
  const path = `/debug/config_dump?proxyID=${encodeURIComponent(proxy)}`;
  const { answers, missing } = await eachIstiod(client, path, options, (text, { name }) =>
    readDump(text, { name: `what istiod ${name} says of ${proxy}` }),
  );
  const [dump] = answers;
  if (dump === undefined) throw unknownProxy(proxy, missing);
  return dump;
}

function unknownProxy(proxy: string, missing: readonly MissingIstiod[]): MeshctlError {
  const [first] = missing;
  if (first === undefined) {
    return new MeshctlError('environment', `no istiod has a connection of ${proxy}`, {
      hint: 'check the name, and that its proxy runs; `meshctl proxy-status` lists those that are connected',
    });
  }
  const { message, reason, hint } = first.error;
  return new MeshctlError('environment', `no istiod that answers has a connection of ${proxy}`, {
    reason: reason === undefined ? message : `${message}: ${reason}`,
    ...(hint !== undefined && { hint }),
    cause: first.error,
  });
}
