import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../json.ts';
import { builtInDatabase } from './advisory-database.ts';
import { databaseAge } from './database-age.ts';
import { readDatabase } from './read-database.ts';
import { readOsv } from './read-osv.ts';
import { updateDatabase } from './update-database.ts';

const record: JsonObject = {
  id: 'GHSA-aaaa-bbbb-cccc',
  aliases: ['CVE-2027-1'],
  published: '2027-01-02T00:00:00Z',
  summary: 'Something',
  affected: [
    {
      package: { purl: 'pkg:docker/istio/pilot' },
      ranges: [
        {
          type: 'SEMVER',
          events: [
            { introduced: '0' },
            { fixed: '1.30.9' },
            { introduced: '1.31.0' },
            { last_affected: '1.31.4' },
          ],
        },
      ],
    },
  ],
  database_specific: { severity: 'MODERATE' },
};

describe('a record of OSV', () => {
  test('is read with its ranges, names and source', () => {
    expect(readOsv(record, 'osv.json').advisories[0]).toMatchObject({
      ...{
        id: 'GHSA-aaaa-bbbb-cccc',
        cves: ['CVE-2027-1'],
        aliases: [],
        severity: 'medium',
        date: '2027-01-02',
      },
      ...{ components: ['istiod'], provenance: { sources: ['osv.json'] } },
      ranges: [
        { introduced: '0.0.0', fixed: '1.30.9' },
        { introduced: '1.31.0', lastAffected: '1.31.4' },
      ],
    });
  });

  test.each<[string, Json, number]>([
    ['alone', record, 1],
    ['in a list', [record, record], 2],
    ['in an answer', { vulns: [record] }, 1],
    ['is left out when it was withdrawn', { ...record, withdrawn: '2027-02-01T00:00:00Z' }, 0],
  ])('%s', (_, json, count) => {
    const { advisories, problems } = readOsv(json, 'f');
    expect([advisories.length, problems]).toEqual([count, []]);
  });

  test.each<[string, JsonObject]>([
    ['of another package', { package: { purl: 'pkg:docker/acme/pilot' } }],
    [
      'of the Go module',
      { package: { ecosystem: 'Go', name: 'istio.io/istio', purl: 'pkg:golang/istio.io/istio' } },
    ],
    [
      'with a broken range',
      { package: { purl: 'pkg:github/istio/istio' }, ranges: [{ events: [{ introduced: '>= 1.25.0' }] }] },
    ],
  ])('%s is a problem', (_, affected) => {
    const { advisories, problems } = readOsv({ ...record, affected: [affected] }, 'f');
    expect([advisories.length, problems.length]).toEqual([0, 1]);
  });
});

describe('a database', () => {
  test('is read as it is written', () => {
    const text = JSON.stringify(builtInDatabase);
    expect(JSON.stringify(readDatabase(JSON.parse(text) as Json, 'db.json'))).toBe(text);
  });

  test.each<[string, Json, string]>([
    ['of another kind', { kind: 'List' }, 'no database'],
    ['without a day', { apiVersion: 'meshctl.dev/v1', kind: 'AdvisoryDatabase' }, 'asOf'],
    [
      'with a record that lacks something',
      {
        apiVersion: 'meshctl.dev/v1',
        kind: 'AdvisoryDatabase',
        asOf: '2026-11-21',
        advisories: [{ id: 'A' }],
      },
      'A: cves must be a list',
    ],
  ])('%s is refused', (_, json, message) => {
    expect(() => readDatabase(json, 'db.json')).toThrow(message);
  });

  test('takes what is new, once, and leaves what it knows better', () => {
    const { advisories } = readOsv([record, { ...record, id: 'GHSA-x', aliases: ['CVE-2026-31837'] }], 'f');
    const first = updateDatabase(builtInDatabase, advisories, '2027-02-01');
    expect(first).toMatchObject({ added: ['GHSA-aaaa-bbbb-cccc'], changed: [], known: ['GHSA-x'] });
    expect(first.database.asOf).toBe('2027-02-01');
    expect(updateDatabase(first.database, advisories)).toMatchObject({
      added: [],
      changed: ['GHSA-aaaa-bbbb-cccc'],
    });
  });

  test.each([
    ['2026-11-21', 0, false],
    ['2027-01-05', 45, false],
    ['2027-01-06', 46, true],
  ])('on %s is %i days old', (day, days, isOld) => {
    expect(databaseAge(builtInDatabase, new Date(`${day}T00:00:00Z`))).toEqual({ days, isOld });
  });
});
