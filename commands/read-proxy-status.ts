import type { LiveStatus } from '../src/istiod/index.ts';
import { readStatus, type StatusAnswer } from '../src/proxy/status/index.ts';
import type { CommandIo } from './command-io.ts';
import { istiodOptions, type ControlPlaneOptions } from './control-plane-options.ts';
import { readDumpFile } from './dump-file.ts';
import { connectOptions, type KubeOptions } from './kube-options.ts';
import { millisecondsOf } from './request-timeout.ts';
import { UsageError } from './usage-error.ts';
import { xdsTarget, type XdsOptions } from './xds-options.ts';

/** Who says how far proxies are: files, an istiod at an address, or else those of the cluster. */
export interface StatusSourceOptions extends KubeOptions, ControlPlaneOptions, XdsOptions {
  readonly statusFiles: readonly string[];
}

/** Reads the answers of all istiods that the options name; of those in a cluster, some may be missing. */
export async function readProxyStatus(
  io: CommandIo,
  options: StatusSourceOptions,
): Promise<Pick<LiveStatus, 'answers' | 'missing'>> {
  const { statusFiles, xdsAddress } = options;
  if (statusFiles.length > 0 && xdsAddress !== undefined) {
    throw new UsageError('--from and --xds-address each say how far proxies are', {
      hint: 'give one of them',
    });
  }
  if (statusFiles.length > 0) return { answers: await savedAnswers(io, statusFiles), missing: [] };
  const overXds = await xdsAnswers(io, options);
  if (overXds !== undefined) return { answers: overXds, missing: [] };
  const { connect } = await import('../src/kube/index.ts');
  const { proxyStatus } = await import('../src/istiod/index.ts');
  return proxyStatus(await connect(connectOptions(io, options)), istiodOptions(io, options));
}

async function savedAnswers(io: CommandIo, files: readonly string[]): Promise<readonly StatusAnswer[]> {
  const answers: StatusAnswer[] = [];
  for (const file of files) {
    const { bytes, name } = await readDumpFile(io, file);
    answers.push(...readStatus(bytes.toString('utf8'), name));
  }
  return answers;
}

/** Undefined when no istiod outside of the cluster is named. */
async function xdsAnswers(
  io: CommandIo,
  options: StatusSourceOptions,
): Promise<readonly StatusAnswer[] | undefined> {
  const target = await xdsTarget(io, options);
  if (target === undefined) return undefined;
  const { proxyStatusAt } = await import('../src/istiod/index.ts');
  const { istioNamespace, timeout } = options;
  return proxyStatusAt({ ...target, istioNamespace, timeout: millisecondsOf(timeout) });
}
