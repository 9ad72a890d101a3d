import { isObject, objectIn, objectsIn, plainText, valueIn, type Json, type JsonObject } from '../../json.ts';
import { parseVersion } from '../../releases/index.ts';
import type { Advisory, AdvisoryComponent, VersionRange } from '../advisory.ts';
import { severityOf } from '../severity-of.ts';

/** What was read of records in the format of OSV. */
export interface ReadOsv {
  readonly advisories: readonly Advisory[];
  /** What could not be used, one sentence each. */
  readonly problems: readonly string[];
}

/**
 * Reads records in the format of OSV (https://ossf.github.io/osv-schema/): one, a list, or the `vulns` of an answer. Records
 * that were withdrawn, and packages that are not of Istio, are left out. The Go module of Istio has versions of its own that
 * are no releases: its ranges are not used.
 */
export function readOsv(json: Json, file: string): ReadOsv {
  const records = recordsIn(json).filter((record) => plainText(record.withdrawn) === '');
  const read = records.map((record) => readRecord(record, file));
  return {
    advisories: read.flatMap(({ advisory }) => advisory ?? []),
    problems: read.flatMap(({ problem }) => problem ?? []),
  };
}

function recordsIn(json: Json): readonly JsonObject[] {
  if (Array.isArray(json)) return json.filter(isObject);
  const answer = objectsIn(json, 'vulns');
  return answer.length > 0 || !isObject(json) ? answer : [json];
}

interface Read {
  readonly advisory?: Advisory;
  readonly problem?: string;
}

function readRecord(record: JsonObject, file: string): Read {
  const id = plainText(record.id);
  const packages = objectsIn(record, 'affected').flatMap((affected) => {
    const components = componentsOf(objectIn(affected, 'package'));
    return components.length > 0 ? [{ affected, components }] : [];
  });
  if (id === '' || packages.length === 0)
    return { problem: `${id || 'a record without an id'}: no package of Istio` };
  const ranges = packages.flatMap(({ affected }) => objectsIn(affected, 'ranges').flatMap(rangesOf));
  if (ranges.length === 0 || ranges.some(isBroken))
    return { problem: `${id}: no ranges of releases that can be read` };
  const names = [id, ...textsIn(record, 'aliases')];
  const score = Number(plainText(valueIn(record, 'database_specific', 'cvss_score')) || Number.NaN);
  const url = plainText(objectsIn(record, 'references')[0]?.url);
  return {
    advisory: {
      id,
      kind: 'osv',
      title: plainText(record.summary) || id,
      date: plainText(record.published).slice(0, 10),
      cves: names.filter((name) => name.startsWith('CVE-')),
      aliases: names.filter((name) => !name.startsWith('CVE-') && name !== id),
      ...severity(record, score),
      cveScores: {},
      ranges,
      rangesOf: {},
      olderLines: 'unknown',
      components: [...new Set(packages.flatMap(({ components }) => components))],
      conditions: [{ basis: 'runtime', what: 'what it tells of is used', whenUnseen: 'affected' }],
      optOuts: [],
      status: 'fixed',
      notes: [],
      provenance: { sources: [file], ...(url !== '' && { url }), certainty: 'medium' },
    },
  };
}

/** By the end of a package URL, or of a name. */
const components: Readonly<Record<string, readonly AdvisoryComponent[]>> = {
  'istio/pilot': ['istiod'],
  'istio/proxyv2': ['proxy', 'gateway'],
  'istio/ztunnel': ['ztunnel'],
  'istio/install-cni': ['cni'],
  'istio/istioctl': ['istioctl'],
  'istio/istio': ['istiod', 'proxy', 'gateway'],
};

function componentsOf({ ecosystem, name, purl }: JsonObject): readonly AdvisoryComponent[] {
  if (plainText(ecosystem) === 'Go') return [];
  const [, own = ''] = /^pkg:(?:docker|oci|github)\/(.+?)(?:[@?#].*)?$/.exec(plainText(purl)) ?? [];
  const key = own === '' ? plainText(name).replace(/^docker\.io\//, '') : own;
  return (Object.hasOwn(components, key) ? components[key] : undefined) ?? [];
}

function rangesOf(range: JsonObject): readonly VersionRange[] {
  const ranges: VersionRange[] = [];
  for (const event of objectsIn(range, 'events')) {
    const [introduced, fixed] = [plainText(event.introduced), plainText(event.fixed)];
    const lastAffected = plainText(event.last_affected);
    if (introduced !== '') ranges.push({ introduced: introduced === '0' ? '0.0.0' : introduced });
    const open = ranges.pop();
    if (open === undefined) continue;
    ranges.push({ ...open, ...(fixed !== '' && { fixed }), ...(lastAffected !== '' && { lastAffected }) });
  }
  return ranges;
}

const isBroken = ({ introduced, fixed = introduced, lastAffected = introduced }: VersionRange): boolean =>
  [introduced, fixed, lastAffected].some((text) => parseVersion(text) === undefined);

const textsIn = (record: JsonObject, key: string): readonly string[] => {
  const found = record[key];
  return Array.isArray(found) ? found.map(plainText) : [];
};

/** A vector is no score: without a number, the word of the record counts. */
function severity(record: JsonObject, score: number): Pick<Advisory, 'severity' | 'score' | 'vector'> {
  const vector = plainText(objectsIn(record, 'severity')[0]?.score);
  const word = plainText(valueIn(record, 'database_specific', 'severity')).toLowerCase();
  const known = (['critical', 'high', 'medium', 'low'] as const).find(
    (name) => name === (word === 'moderate' ? 'medium' : word),
  );
  const scored = Number.isNaN(score)
    ? { severity: known ?? ('unscored' as const) }
    : { score, severity: severityOf(score) };
  return { ...scored, ...(vector !== '' && { vector }) };
}
