import { MeshctlError } from '../../errors.ts';
import { plainText, type JsonObject } from '../../json.ts';
import type { Chart, ChartFile } from '../chart.ts';
import { limits } from '../source/limits.ts';
import { readArchive } from '../source/read-archive.ts';
import { readDependencies } from './read-dependencies.ts';
import { readDocument } from './read-document.ts';

/**
 * The chart that files make up, with the charts in its `charts/`, folders or archives.
 *
 * @throws {MeshctlError} `input` for files that are no chart.
 */
export function chartOfFiles(files: readonly ChartFile[], place: string, archives = 0): Chart {
  const byName = new Map(files.map((file) => [file.name, file]));
  const read = (name: string): JsonObject | undefined => {
    const file = byName.get(name);
    return file && readDocument(file.bytes, `${place}/${name}`);
  };
  const metadata = read('Chart.yaml');
  if (metadata === undefined) throw new MeshctlError('input', `${place} is no chart: it has no Chart.yaml`);
  const [name, version] = [textOf(metadata, 'name', place), textOf(metadata, 'version', place)];
  return {
    ...{ name, version, metadata, place },
    dependencies: readDependencies(read('requirements.yaml') ?? metadata),
    values: read('values.yaml') ?? {},
    templates: files.filter(({ name: file }) => file.startsWith('templates/')),
    files: files.filter(({ name: file }) => !/^(?:templates|charts)\//.test(file) && !known.has(file)),
    subcharts: subchartsOf(files, place, archives),
  };
}

/** Files that templates cannot read. */
const known = new Set(['Chart.yaml', 'Chart.lock', 'values.yaml', 'values.schema.json']);

function textOf(metadata: JsonObject, key: string, place: string): string {
  const text = plainText(metadata[key]);
  if (text !== '' && !(key === 'name' && (text.includes('/') || text === '.' || text === '..'))) return text;
  const reason = text === '' ? `it has no ${key}` : `${JSON.stringify(text)} is no ${key} of a chart`;
  throw new MeshctlError('input', `${place}/Chart.yaml is not that of a chart: ${reason}`);
}

function subchartsOf(files: readonly ChartFile[], place: string, archives: number): Chart[] {
  const groups = new Map<string, ChartFile[]>();
  for (const { name, bytes } of files) {
    const [, folder = '', rest = ''] = /^charts\/([^/]+)(?:\/(.*))?$/s.exec(name) ?? [];
    if (folder === '' || /^[_.]/.test(folder) || (rest === '' && !folder.endsWith('.tgz'))) continue;
    groups.set(folder, [...(groups.get(folder) ?? []), { name: rest, bytes }]);
  }
  return [...groups].map(([folder, inner]) => {
    const where = `${place}/charts/${folder}`;
    const [archive] = folder.endsWith('.tgz') ? inner : [];
    return archive === undefined
      ? chartOfFiles(inner, where, archives)
      : chartOfArchive(archive.bytes, where, archives + 1);
  });
}

/** The chart in the one folder of an archive. */
function chartOfArchive(packed: Uint8Array, place: string, archives: number): Chart {
  if (archives > limits.nestedArchives) {
    throw new MeshctlError(
      'input',
      `${place}: archives lie in each other more than ${limits.nestedArchives} deep`,
    );
  }
  const files = readArchive(packed, place).map(({ name, read }) => ({
    name: name.slice(name.indexOf('/') + 1),
    bytes: read(),
  }));
  return chartOfFiles(files, place, archives);
}
