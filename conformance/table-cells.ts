/**
 * How the tables of two outputs differ in their cells: spacing does not count, nor does the order of routes, which
 * istioctl leaves to chance. Both are cut into parts at blank lines; a part is a table when its first line is headers.
 */
export function tableMismatches(there: string, here: string): string[] {
  const [wanted, given] = [partsOf(there), partsOf(here)];
  if (wanted.length !== given.length) return [`${given.length} parts, wanted ${wanted.length}`];
  return wanted.flatMap((part, i) => partMismatches(part, given[i] ?? []));
}

function partsOf(text: string): string[][] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0);
}

function partMismatches(wanted: readonly string[], given: readonly string[]): string[] {
  const [headers = ''] = wanted;
  if (!isHeaders(headers))
    return isNotice(wanted, given) ? [] : lineMismatches(wanted.map(words), given.map(words));
  const [there, here] = [cellsOf(wanted), cellsOf(given)];
  if (!/^NAME +VHOST NAME|^NAME +VIRTUAL HOSTS/.test(headers)) return lineMismatches(there, here);
  const rank = ([name = '']: readonly string[]): string => name.replace(/^route\//, '');
  const numeric = (rows: string[][]): string[] => rows.map(rank).filter((name) => /^\d+$/.test(name));
  return [
    ...lineMismatches(sorted(there), sorted(here)),
    ...lineMismatches([numeric(there)], [numeric(here)]),
  ];
}

/** Single lines of prose have other words. */
function isNotice(wanted: readonly string[], given: readonly string[]): boolean {
  return [wanted, given].every((lines) => lines.length === 1 && /^[A-Z][a-z]+ .*\.$/.test(lines[0] ?? ''));
}

const isHeaders = (line: string): boolean => /^[A-Z][A-Z ]+$/.test(line.trimEnd());

const words = (line: string): string[] => line.trim().split(/\s+/);

/** The cells of each row, cut where the titles begin. */
function cellsOf(lines: readonly string[]): string[][] {
  const [headers = ''] = lines;
  const starts = [...headers.matchAll(title)].map(({ index }) => index);
  return lines.map((line) => starts.map((start, i) => line.slice(start, starts[i + 1]).trim()));
}

/** Those of several words first: istioctl puts one blank between some columns. */
const title =
  /SERVICE FQDN|DESTINATION RULE|VHOST NAME|VIRTUAL (?:SERVICE|HOSTS)|OUTLIER CHECK|(?:RESOURCE|ECDS) NAME|VALID CERT|SERIAL NUMBER|NOT (?:AFTER|BEFORE)|TRUST DOMAIN|[A-Z]+/g;

function sorted(rows: readonly string[][]): string[][] {
  return [...rows].sort((a, b) => (a.join('|') < b.join('|') ? -1 : 1));
}

function lineMismatches(wanted: readonly string[][], given: readonly string[][]): string[] {
  const at = Array.from({ length: Math.max(wanted.length, given.length) }, (_, i) => i).find(
    (i) => wanted[i]?.join('|') !== given[i]?.join('|'),
  );
  if (at === undefined) return [];
  const show = (rows: readonly string[][]): string => rows[at]?.join(' | ') ?? 'nothing';
  return [`row ${at}: ${show(given)}`, `  wanted: ${show(wanted)}`];
}
