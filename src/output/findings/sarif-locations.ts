import type { Finding } from '../../finding.ts';
import { printable } from '../printable.ts';
import { pathFrom } from './file-path.ts';
import { resourceName } from './resource-name.ts';

/** The `locations` and `relatedLocations` of a SARIF result; related ones are numbered from 1. */
export function sarifLocations(finding: Finding, root: string | undefined): object {
  const { file, range, related } = finding;
  return {
    locations: [{ physicalLocation: physicalLocation(file, range, root), ...logicalLocations(finding) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, index) => ({
        id: index + 1,
        physicalLocation: physicalLocation(other.file, other.range, root),
        ...(other.path !== '' && {
          logicalLocations: [{ fullyQualifiedName: printable(other.path), kind: 'property' }],
        }),
        message: { text: printable(other.message) },
      })),
    }),
  };
}

function physicalLocation(file: string, range: Finding['range'], root: string | undefined): object {
  return { artifactLocation: artifactLocation(file, root), region: regionOf(range) };
}

/** Relative to the source root where that is possible, as an address of its own otherwise. */
export function artifactLocation(file: string, root: string | undefined): object {
  const path = pathFrom(root, file);
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${encodePath(path)}` };
  if (path.startsWith('/')) return { uri: `file://${encodePath(path)}` };
  return { uri: encodePath(path), uriBaseId: '%SRCROOT%' };
}

function encodePath(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

/** A range in SARIF's words: its end, too, is the first column after it. */
export function regionOf({ start, end }: Finding['range']): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function logicalLocations({ resource, path }: Finding): object {
  const qualified = printable(resourceName(resource));
  const places = [
    ...(qualified === ''
      ? []
      : [{ name: printable(resource.name), fullyQualifiedName: qualified, kind: 'resource' }]),
    ...(path === '' ? [] : [{ fullyQualifiedName: printable(path), kind: 'property' }]),
  ];
  return places.length === 0 ? {} : { logicalLocations: places };
}
