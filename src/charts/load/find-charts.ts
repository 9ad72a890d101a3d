import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { MeshctlError, messageOf } from '../../errors.ts';
import { plainText } from '../../json.ts';
import type { Chart } from '../chart.ts';
import { limits } from '../source/limits.ts';
import { readArchive } from '../source/read-archive.ts';
import { readFolder } from '../source/read-folder.ts';
import type { SourceFile } from '../source/source-file.ts';
import { chartOfFiles } from './chart-of-files.ts';
import { ignoreRules } from './ignore-rules.ts';
import { readDocument } from './read-document.ts';

/** A chart that has been found, of which only Chart.yaml has been read. */
export interface FoundChart {
  readonly name: string;
  readonly version: string;
  readonly place: string;
  /** @throws {MeshctlError} `input` for files that cannot be read. */
  readonly load: () => Chart;
}

/**
 * The charts at a path: of a folder, or a `.tgz` as `helm pull` makes it, that is a chart or holds charts at any depth, such
 * as a release of Istio; of a folder also the archives directly in it.
 *
 * @throws {MeshctlError} `input` for a path that does not exist, has no charts, or cannot be read.
 */
export function findCharts(path: string, cwd: string): readonly FoundChart[] {
  const absolute = resolve(cwd, path);
  const found = statSync(absolute, { throwIfNoEntry: false });
  if (found === undefined) throw new MeshctlError('input', `there is no file or folder ${path}`);
  const charts = found.isDirectory() ? chartsOfFolder(absolute, path) : chartsOfArchive(absolute, path);
  if (charts.length > 0) return charts;
  throw new MeshctlError('input', `there is no chart in ${path}: nothing in it has a Chart.yaml`, {
    hint: 'give the folder of a chart or of a release of Istio, or an archive as `helm pull` makes it',
  });
}

function chartsOfFolder(absolute: string, path: string): FoundChart[] {
  const files = readFolder(absolute);
  const charts = chartsAmong(files, path);
  const archives = files.filter(({ name }) => /^[^/]+\.(?:tgz|tar\.gz)$/.test(name));
  if (charts.some(({ place }) => place === path)) return charts;
  return [
    ...charts,
    ...archives.flatMap(({ name }) => chartsOfArchive(resolve(absolute, name), `${path}/${name}`)),
  ];
}

function chartsOfArchive(absolute: string, path: string): FoundChart[] {
  return chartsAmong(readArchive(readPacked(absolute, path), path), path);
}

function readPacked(absolute: string, path: string): Uint8Array {
  try {
    const { size } = statSync(absolute);
    if (size > limits.archive) throw new MeshctlError('input', `${path} has more than 256 MiB`);
    return readFileSync(absolute);
  } catch (cause) {
    if (cause instanceof MeshctlError) throw cause;
    throw new MeshctlError('input', `cannot read ${path}`, { reason: messageOf(cause), cause });
  }
}

const nameOfMetadata = 'Chart.yaml';

/** The charts that lie in no other one. */
function chartsAmong(files: readonly SourceFile[], path: string): FoundChart[] {
  const metadata = files.filter(({ name }) => name.split('/').at(-1) === nameOfMetadata);
  const folders = metadata.map(({ name }) => name.slice(0, -nameOfMetadata.length));
  const all = new Set(folders);
  return metadata.flatMap(({ read }, i) => {
    const folder = folders[i] ?? '';
    if (foldersAbove(folder).some((above) => all.has(above))) return [];
    const place = folder === '' ? path : `${path}/${folder.slice(0, -1)}`;
    const { name, version } = readDocument(read(), `${place}/${nameOfMetadata}`);
    const load = (): Chart => loadChart(files, folder, place);
    return [{ name: plainText(name), version: plainText(version), place, load }];
  });
}

/** Of `a/b/`: the whole, and `a/`. */
function foldersAbove(folder: string): string[] {
  const steps = folder.split('/').slice(0, -1);
  return steps.map((_, i) =>
    steps
      .slice(0, i)
      .map((step) => `${step}/`)
      .join(''),
  );
}

function loadChart(all: readonly SourceFile[], folder: string, place: string): Chart {
  const inner = all
    .filter(({ name }) => name.startsWith(folder))
    .map(({ name, read }) => ({ name: name.slice(folder.length), read }));
  const rules = inner.find(({ name }) => name === '.helmignore')?.read();
  const text = rules === undefined ? '' : new TextDecoder().decode(rules);
  const isIgnored = ignoreRules(text, `${place}/.helmignore`);
  const files = inner
    .filter(({ name }) => !isIgnored(name))
    .map(({ name, read }) => ({ name, bytes: read() }));
  return chartOfFiles(files, place);
}
