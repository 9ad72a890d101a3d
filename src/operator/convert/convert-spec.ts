import { LineCounter, isMap, parseDocument, type Document } from 'yaml';
import { MeshctlError } from '../../errors.ts';
import { dropEmptyMaps } from './drop-empty-maps.ts';
import { renameMetrics } from './metric-targets.ts';
import { moves, removals, type Move, type Removal } from './moves.ts';
import type { SpecChange } from './spec-change.ts';
import { deleteAt, moveAt, placesOf, type Steps } from './yaml-places.ts';

/** An older spec made fit for this release. */
export interface Conversion {
  readonly text: string;
  /** By line. */
  readonly changes: readonly SpecChange[];
}

/**
 * Rewrites an IstioOperator that was written for an older release: settings that moved go to their new field, settings
 * that are gone are taken out, and each change is told. Comments, order and layout of everything else stay.
 *
 * @throws {MeshctlError} `input` when the text is no IstioOperator in YAML.
 */
export function convertSpec(text: string, file: string): Conversion {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' });
  checkOperator(document, file);
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const changes: SpecChange[] = [
    ...settleVersion(document, lineAt),
    ...renameMetrics(document, lineAt),
    ...moves.flatMap((move) => applyMove(document, move, lineAt)),
  ];
  for (const removal of removals) changes.push(...applyRemoval(document, removal, lineAt, changes));
  dropEmptyMaps(document, changes);
  return {
    text: changes.length === 0 ? text : document.toString({ lineWidth: 0 }),
    changes: changes.sort((a, b) => a.line - b.line),
  };
}

type LineAt = (offset: number) => number;

function checkOperator(document: Document, file: string): void {
  const [error] = document.errors;
  if (error !== undefined)
    throw new MeshctlError('input', `cannot read ${file}`, { reason: error.message.split('\n')[0] ?? '' });
  if (isMap(document.contents) && ['IstioOperator', 'IstioControlPlane'].includes(kindOf(document))) return;
  throw new MeshctlError('input', `${file} is no IstioOperator`, {
    hint: 'give a file with `kind: IstioOperator`',
  });
}

const kindOf = (document: Document): string => {
  const kind = document.get('kind');
  return typeof kind === 'string' ? kind : '';
};

/** The first installers had another name and version for what is an IstioOperator now. */
function settleVersion(document: Document, lineAt: LineAt): SpecChange[] {
  const wanted = { apiVersion: 'install.istio.io/v1alpha1', kind: 'IstioOperator' };
  return Object.entries(wanted).flatMap(([key, value]): SpecChange[] => {
    const [place] = placesOf(document, [key]);
    if (place === undefined || document.get(key) === value) return [];
    document.set(key, value);
    return [{ what: 'moved', line: lineAt(place.offset), path: key, note: `now \`${value}\`` }];
  });
}

function applyMove(document: Document, { from, to, why }: Move, lineAt: LineAt): SpecChange[] {
  return placesOf(document, ['spec', ...from]).map(({ path, offset }): SpecChange => {
    const target: Steps = ['spec', ...to];
    const line = lineAt(offset);
    if (document.hasIn(target) && !isMap(document.getIn(target, true))) {
      deleteAt(document, path);
      const note = `\`${target.join('.')}\` is there already, and stays as it is`;
      return { what: 'removed', line, path: path.join('.'), note };
    }
    moveAt(document, path, target);
    return {
      what: 'moved',
      line,
      path: path.join('.'),
      to: target.join('.'),
      ...(why !== undefined && { note: why }),
    };
  });
}

/** A map that other changes have left empty goes without a word. */
function applyRemoval(
  document: Document,
  { from, why }: Removal,
  lineAt: LineAt,
  before: readonly SpecChange[],
): SpecChange[] {
  return placesOf(document, ['spec', ...from]).flatMap(({ path, offset }): SpecChange[] => {
    const value = document.getIn(path, true);
    deleteAt(document, path);
    const name = path.join('.');
    const isEmptied = isMap(value) && value.items.length === 0;
    return isEmptied && before.some((change) => change.path.startsWith(`${name}.`))
      ? []
      : [{ what: 'removed', line: lineAt(offset), path: name, note: why }];
  });
}
