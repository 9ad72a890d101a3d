import { MeshctlError } from '../../errors.ts';
import { isObject, objectIn, objectsIn, plainText, valueIn, type Json, type JsonObject } from '../../json.ts';
import { parseVersion } from '../../releases/index.ts';
import type { Advisory } from '../advisory.ts';
import type { AdvisoryDatabase } from './advisory-database.ts';

/**
 * Reads a database as `JSON.stringify` writes an `AdvisoryDatabase`.
 *
 * @throws {MeshctlError} `input` for anything else, with the first record that is wrong.
 */
export function readDatabase(json: Json, file: string): AdvisoryDatabase {
  if (!isObject(json) || json.apiVersion !== 'meshctl.dev/v1' || json.kind !== 'AdvisoryDatabase')
    throw new MeshctlError('input', `${file} is no database of advisories`, {
      hint: 'apiVersion must be meshctl.dev/v1, kind AdvisoryDatabase; records of OSV are read, too',
    });
  const asOf = plainText(json.asOf);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf))
    throw new MeshctlError('input', `${file}: asOf must be a day such as 2026-11-21`);
  const records = objectsIn(json, 'advisories');
  const wrong = records.flatMap((record, index) => faultIn(record, index) ?? [])[0];
  if (wrong !== undefined) throw new MeshctlError('input', `${file}: ${wrong}`);
  return {
    ...{ apiVersion: 'meshctl.dev/v1', kind: 'AdvisoryDatabase', asOf },
    // What decisions rely on was checked record by record.
    advisories: records as unknown as readonly Advisory[],
  };
}

const lists = ['cves', 'aliases', 'ranges', 'components', 'conditions', 'optOuts', 'notes'];
const words: Readonly<Record<string, readonly string[]>> = {
  kind: ['bulletin', 'release-notes', 'envoy', 'osv'],
  severity: ['critical', 'high', 'medium', 'low', 'unscored'],
  olderLines: ['affected', 'unknown', 'not-affected'],
  status: ['fixed', 'by-design', 'configuration-advice'],
};

function faultIn(record: JsonObject, index: number): string | undefined {
  const id = plainText(record.id);
  if (id === '') return `advisories[${index}] has no id`;
  const list = lists.find((key) => !Array.isArray(record[key]));
  if (list !== undefined) return `${id}: ${list} must be a list`;
  const word = Object.entries(words).find(([key, allowed]) => !allowed.includes(plainText(record[key])));
  if (word !== undefined) return `${id}: ${word[0]} must be one of ${word[1].join(', ')}`;
  const text = ['title', 'date'].find((key) => typeof record[key] !== 'string');
  if (text !== undefined) return `${id}: ${text} must be a text`;
  const object = ['rangesOf', 'cveScores', 'provenance'].find((key) => !isObject(record[key]));
  if (object !== undefined) return `${id}: ${object} must be an object`;
  if (!Array.isArray(valueIn(record, 'provenance', 'sources')))
    return `${id}: provenance.sources must be a list`;
  const bad = [
    objectsIn(record, 'ranges'),
    ...Object.keys(objectIn(record, 'rangesOf')).map((key) => objectsIn(record, 'rangesOf', key)),
  ]
    .flat()
    .find((range) => parseVersion(plainText(range.introduced)) === undefined);
  return bad === undefined ? undefined : `${id}: introduced must be a version`;
}
