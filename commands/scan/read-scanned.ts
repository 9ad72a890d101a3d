import { MeshctlError } from '../../src/errors.ts';
import { plainText } from '../../src/json.ts';
import type { MissingKind } from '../../src/kube/index.ts';
import { readResources, type ReadResult } from '../../src/resources/index.ts';
import {
  completeKinds,
  kindsToScan,
  readProxyReports,
  type ProxyReport,
  type ScanInput,
} from '../../src/scan/index.ts';
import type { CommandIo } from '../command-io.ts';
import { readDumpFile } from '../dump-file.ts';
import { earlierReports } from '../earlier-reports.ts';
import { connectOptions } from '../kube-options.ts';
import { warn } from '../warn.ts';
import type { ScanOptions } from './scan-options.ts';

/** What there is to scan. */
export interface Scanned {
  readonly read: ReadResult;
  readonly reports: readonly ProxyReport[];
  readonly complete: NonNullable<ScanInput['complete']>;
  readonly kubernetesVersion?: string;
  /** Whether something of a cluster could not be read. */
  readonly partial: boolean;
}

/** Reads what a command line names; a live cluster when it is asked for. */
export async function readScanned(
  io: CommandIo,
  paths: readonly string[],
  options: ScanOptions,
): Promise<Scanned> {
  const { dump, live = false, assume, istioVersion } = options;
  if (paths.length === 0 && dump.length === 0 && !live && istioVersion === undefined)
    throw new MeshctlError('usage', 'nothing to scan', {
      hint: 'name files or folders (`meshctl scan mesh/`), or scan a cluster: `meshctl scan --live`',
    });
  const reports: ProxyReport[] = [];
  for (const file of dump) {
    const { bytes, name } = await readDumpFile(io, file);
    reports.push(...readProxyReports(bytes.toString('utf8'), name));
  }
  const files = paths.length === 0 ? nothing : await readFiles(io, paths, options);
  if (!live) return { read: files, reports, complete: () => assume === 'complete', partial: false };
  return { ...(await readLive(io, files, paths.length > 0, options)), reports };
}

const nothing: ReadResult = { documents: [], resources: [], files: 0, notices: [] };

const readFiles = (io: CommandIo, paths: readonly string[], { output }: ScanOptions): Promise<ReadResult> =>
  readResources(paths, {
    cwd: io.cwd,
    except: earlierReports(io.cwd, paths, output),
    stdin: { [Symbol.asyncIterator]: () => io.stdin()[Symbol.asyncIterator]() },
  });

/** A cluster, and files as if they were applied to it. */
async function readLive(
  io: CommandIo,
  files: ReadResult,
  hasFiles: boolean,
  options: ScanOptions,
): Promise<Omit<Scanned, 'reports'>> {
  const { connect, overlay, readCluster } = await import('../../src/kube/index.ts');
  const client = await connect(connectOptions(io, options));
  const { everywhere, controlPlane } = kindsToScan();
  const [objects, settings, version] = await Promise.all([
    readCluster(client, everywhere),
    readCluster(client, controlPlane, { namespaces: [options.istioNamespace] }),
    client.get('/version'),
  ]);
  // Kinds that a cluster does not have are none to read.
  const unread = [...objects.missing, ...settings.missing].filter(({ outcome }) => outcome !== 'absent');
  for (const line of unread.flatMap(reasons)) warn(io, `not read: ${line}`);
  const live: ReadResult = {
    documents: [...objects.documents, ...settings.documents],
    resources: [...objects.resources, ...settings.resources],
    files: objects.files + settings.files,
    notices: [],
  };
  return {
    read: hasFiles ? overlay(live, files) : live,
    // Of Secrets only some are read.
    complete: completeKinds([...everywhere, ...controlPlane], [...unread, { group: '', kind: 'Secret' }]),
    kubernetesVersion: plainText(version.gitVersion),
    partial: unread.length > 0,
  };
}

const reasons = ({ kind, problems }: MissingKind): readonly string[] =>
  problems.map(({ message }) => `${kind}: ${message}`);
