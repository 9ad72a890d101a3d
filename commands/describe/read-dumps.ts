import type { Dumps, Exposure, ObjectRef } from '../../src/describe/index.ts';
import { MeshctlError } from '../../src/errors.ts';
import type { ClusterClient, Pod } from '../../src/kube/index.ts';
import { readDump, type ProxyDump, type SectionKind } from '../../src/proxy/index.ts';
import { adminSource } from '../../src/proxy/source/index.ts';
import type { CommandIo } from '../command-io.ts';
import { readDumpFile } from '../dump-file.ts';
import { podTarget } from '../pod-options.ts';
import type { DescribeCommandOptions } from './describe-options.ts';

/** Dumps of proxies, and whether some proxy did not answer. */
export interface DumpsRead {
  readonly dumps: Dumps;
  readonly partial: boolean;
}

/** The saved dumps that the command line names. */
async function savedDumps(io: CommandIo, { dump, gatewayDump }: DescribeCommandOptions): Promise<Dumps> {
  const read = async (file: string): Promise<ProxyDump> => {
    const { bytes, name } = await readDumpFile(io, file);
    return readDump(bytes, { name });
  };
  const gateways: ProxyDump[] = [];
  for (const file of gatewayDump) gateways.push(await read(file));
  return { ...(dump !== undefined && { proxy: await read(dump) }), gateways };
}

/** Proxies that a description is about. */
export interface Asked {
  /** A Pod with a proxy of its own. */
  readonly pod: ObjectRef | undefined;
  readonly exposure: readonly Exposure[];
}

/**
 * The dumps that the command line names; of a cluster, those of other proxies that matter, too. Proxies that do not
 * answer are named on stderr.
 */
export async function readDumps(
  io: CommandIo,
  client: ClusterClient | undefined,
  { pod, exposure }: Asked,
  options: DescribeCommandOptions,
): Promise<DumpsRead> {
  const saved = await savedDumps(io, options);
  if (client === undefined || !options.proxies) return { dumps: saved, partial: false };
  const ofPod = saved.proxy === undefined && pod !== undefined ? [pod] : [];
  const ofGateways = options.gatewayDump.length > 0 ? [] : gatewayPods(exposure);
  const fetch = (one: PodName): Promise<ProxyDump | undefined> => proxyOf(io, client, one, options);
  const [[proxy], gateways] = await Promise.all([
    Promise.all(ofPod.map(fetch)),
    Promise.all(ofGateways.map(fetch)),
  ]);
  const answered = gateways.filter((dump) => dump !== undefined);
  return {
    dumps: {
      ...saved,
      ...(proxy !== undefined && { proxy }),
      ...(answered.length > 0 && { gateways: answered }),
    },
    partial: answered.length < ofGateways.length || (proxy === undefined && ofPod.length > 0),
  };
}

type PodName = Pick<Pod, 'namespace' | 'name'>;

/** One Pod of each gateway: all have the same configuration. */
function gatewayPods(exposure: readonly Exposure[]): readonly PodName[] {
  const first = new Set(exposure.flatMap(({ workloads }) => workloads.slice(0, 1)));
  return [...first].map((text) => {
    const [namespace = '', name = ''] = text.split('/');
    return { namespace, name };
  });
}

const sections: readonly SectionKind[] = ['bootstrap', 'clusters', 'listeners', 'routes'];

async function proxyOf(
  io: CommandIo,
  client: ClusterClient,
  pod: PodName,
  options: DescribeCommandOptions,
): Promise<ProxyDump | undefined> {
  const source = adminSource(podTarget(io, options, client, { ...pod, object: {} }, options.proxyAdminPort));
  try {
    return joined(await Promise.all(sections.map((section) => source.read(section))));
  } catch (error) {
    if (!(error instanceof MeshctlError)) throw error;
    const reason = error.reason === undefined ? '' : `: ${error.reason}`;
    io.note(`warning: the proxy of ${pod.namespace}/${pod.name} is not compared: ${error.message}${reason}`);
    return undefined;
  }
}

/** Dumps of single sections as one. */
function joined(dumps: readonly ProxyDump[]): ProxyDump | undefined {
  const [first] = dumps;
  if (first === undefined) return undefined;
  return {
    ...first,
    sections: dumps.flatMap((dump) => dump.sections),
    section: (kind) => dumps.map((dump) => dump.section(kind)).find((section) => section !== undefined),
  };
}
