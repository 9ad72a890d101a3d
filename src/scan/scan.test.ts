import { describe, expect, test } from 'vitest';
import { builtInDatabase, type Advisory } from '../advisories/index.ts';
import type { JsonObject } from '../json.ts';
import { failsScan, isUndecided, type ScanThreshold } from './fails-scan.ts';
import { scan, type ScanInput } from './scan.ts';
import { istiodOf, podOf, resourcesOf } from './testing/mesh-objects.ts';

const advisory = (more: Partial<Advisory>): Advisory => ({
  ...{ id: 'A-1', kind: 'bulletin', title: 'Something', date: '2026-01-01', cves: ['CVE-1'], aliases: [] },
  ...{ severity: 'high', cveScores: {}, rangesOf: {}, olderLines: 'unknown', components: ['istiod'] },
  ranges: [{ introduced: '1.30.0', fixed: '1.30.2' }],
  conditions: [{ basis: 'always', what: 'its version is affected' }],
  ...{ optOuts: [], status: 'fixed', notes: [] },
  provenance: { sources: ['bulletin'], certainty: 'high' },
  ...more,
});

const configured: Partial<Advisory> = {
  components: ['proxy'],
  conditions: [
    {
      basis: 'config',
      what: 'a Gateway passes TLS on',
      query: {
        entries: [
          { kind: 'Gateway', path: 'spec.servers[].tls.mode', predicate: 'equals', value: 'PASSTHROUGH' },
        ],
      },
    },
  ],
};

const gateway: JsonObject = {
  apiVersion: 'networking.istio.io/v1',
  kind: 'Gateway',
  metadata: { name: 'in', namespace: 'shop' },
  spec: { servers: [{ tls: { mode: 'PASSTHROUGH' } }] },
};

const now = new Date('2026-09-25T00:00:00Z');

const scanned = (
  objects: readonly JsonObject[],
  advisories: readonly Advisory[],
  more: Partial<ScanInput> = {},
) =>
  scan({
    ...{ resources: resourcesOf(objects), now, complete: () => true },
    database: { ...builtInDatabase, advisories },
    ...more,
  });

const pilot = (version: string) => istiodOf(`docker.io/istio/pilot:${version}`);
const sidecar = (version: string) => podOf({ name: 'web' }, `docker.io/istio/proxyv2:${version}`);

describe('a scan decides for each build', () => {
  test.each<[string, readonly JsonObject[], Advisory, readonly string[]]>([
    ['one that is affected', [pilot('1.30.1')], advisory({}), ['istiod 1.30.1: affected']],
    ['one that has the fix', [pilot('1.30.2')], advisory({}), ['istiod 1.30.2: not-affected']],
    [
      'two of one component',
      [pilot('1.30.1'), istiodOf('istio/pilot:1.30.2', 'b')],
      advisory({}),
      ['istiod 1.30.2: not-affected', 'istiod 1.30.1: affected'],
    ],
    ['one of a vendor', [pilot('1.30.1-acme')], advisory({}), ['istiod 1.30.1-acme: unknown']],
    [
      'one without a version',
      [pilot('latest')],
      advisory({}),
      ['istiod docker.io/istio/pilot:latest: unknown'],
    ],
    ['not what it is not about', [sidecar('1.30.1')], advisory({}), []],
    [
      'one that a setting exposes',
      [sidecar('1.30.1'), gateway],
      advisory(configured),
      ['sidecar 1.30.1: affected'],
    ],
    [
      'one that no setting exposes',
      [sidecar('1.30.1')],
      advisory(configured),
      ['sidecar 1.30.1: not-affected'],
    ],
  ])('%s', (_, objects, known, expected) => {
    const { advisories } = scanned(objects, [known]);
    expect(
      advisories.flatMap(({ verdicts }) => verdicts.map((one) => `${one.group.id}: ${one.verdict.state}`)),
    ).toEqual(expected);
  });

  test('and names what exposes it, with its place', () => {
    const { advisories } = scanned([sidecar('1.30.1'), gateway], [advisory(configured)]);
    expect(advisories[0]?.verdicts[0]?.verdict.evidence).toMatchObject([
      {
        resource: { kind: 'Gateway', name: 'in' },
        file: 'mesh.json',
        path: 'spec.servers[0].tls.mode',
        range: {},
      },
    ]);
  });

  test('and may not say no when objects are missing', () => {
    const report = scanned([sidecar('1.30.1')], [advisory(configured)], { complete: () => false });
    expect(report.summary.affectedIf.high).toBe(1);
    expect(isUndecided(report)).toBe(true);
  });
});

describe('the state of a build', () => {
  test.each<[string, readonly JsonObject[], readonly (string | undefined)[]]>([
    ['is ended', [pilot('1.20.3')], ['ended, fits']],
    ['is supported', [pilot('1.31.1')], ['supported, fits']],
    [
      'tells a proxy that is newer than its control plane',
      [pilot('1.30.1'), sidecar('1.31.1')],
      ['supported, fits', 'supported, proxy-newer'],
    ],
    [
      'tells a proxy that is too old',
      [pilot('1.31.1'), sidecar('1.29.1')],
      ['supported, fits', 'supported, proxy-too-old'],
    ],
  ])('%s', (_, objects, expected) => {
    const { groups } = scanned(objects, []);
    expect(groups.map(({ support, skew }) => `${support?.state ?? '?'}, ${skew?.code ?? 'fits'}`)).toEqual(
      expected,
    );
  });
});

describe('advice', () => {
  test('names the version that mends all, and how to begin', () => {
    const { advice } = scanned([pilot('1.30.1')], [advisory({})]);
    expect(advice).toMatchObject([
      {
        from: '1.30.1',
        smallest: '1.30.2',
        left: [],
        command: expect.stringContaining('meshctl upgrade plan --to 1.30.') as string,
      },
    ]);
  });

  test.each<[string, readonly JsonObject[]]>([
    ['nothing affects a supported version', [pilot('1.30.2')]],
    ['nothing is known of what runs', [pilot('latest')]],
    ['somebody else built it', [pilot('1.30.1-acme')]],
  ])('is not given where %s', (_, objects) => {
    expect(scanned(objects, [advisory({})]).advice).toEqual([]);
  });
});

describe('a scan fails', () => {
  const presumed = advisory({
    conditions: [{ basis: 'exposure', what: 'it is open', whenUnseen: 'affected' }],
  });
  const possible = advisory({ conditions: [{ basis: 'runtime', what: 'it is used' }] });
  test.each<[string, readonly JsonObject[], readonly Advisory[], ScanThreshold, boolean]>([
    ['at its severity', [pilot('1.30.1')], [advisory({})], 'high', true],
    ['not above it', [pilot('1.30.1')], [advisory({})], 'critical', false],
    ['never when asked so', [pilot('1.30.1')], [advisory({})], 'never', false],
    ['by what is presumed', [pilot('1.30.1')], [presumed], 'high', true],
    ['not by what may be', [pilot('1.30.1')], [possible], 'low', false],
    ['not by advice', [pilot('1.30.1')], [advisory({ status: 'by-design' })], 'low', false],
    ['by the end of support', [pilot('1.20.1')], [], 'high', true],
    ['by a proxy that is too new', [pilot('1.30.1'), sidecar('1.31.1')], [], 'high', true],
    ['not so much by one that is too old', [pilot('1.31.1'), sidecar('1.29.1')], [], 'high', false],
    ['but by a lesser one', [pilot('1.31.1'), sidecar('1.29.1')], [], 'medium', true],
  ])('%s', (_, objects, known, threshold, expected) => {
    expect(failsScan(scanned(objects, known), threshold)).toBe(expected);
  });
});
