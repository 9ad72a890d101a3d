import { describe, expect, test } from 'vitest';
import { builtInDatabase } from '../../advisories/index.ts';
import { isObject, objectIn, objectsIn, plainText, type Json, type JsonObject } from '../../json.ts';
import { scan, type ScanInput } from '../scan.ts';
import { istiodOf, podOf, resourcesOf } from '../testing/mesh-objects.ts';
import { cycloneDx } from './cyclonedx.ts';
import { scanBody } from './scan-body.ts';
import { scanFindings } from './scan-findings.ts';
import { scanMarkdown } from './scan-markdown.ts';
import { scanRules } from './scan-rules.ts';

const policy: JsonObject = {
  apiVersion: 'security.istio.io/v1',
  kind: 'RequestAuthentication',
  metadata: { name: 'jwt', namespace: 'shop' },
  spec: { jwtRules: [{ issuer: 'https://example.com', jwksUri: 'https://example.com/keys' }] },
};

const report = (more: Partial<ScanInput> = {}) =>
  scan({
    resources: resourcesOf([
      istiodOf('docker.io/istio/pilot:1.27.0'),
      podOf({ name: 'web' }, 'docker.io/istio/proxyv2:1.27.4'),
      podOf({ name: 'old' }, 'example.com/proxyv2:1.20.3-acme.1'),
      policy,
    ]),
    complete: () => true,
    now: new Date('2026-11-22T00:00:00Z'),
    ...more,
  });

describe('findings', () => {
  const findings = scanFindings(report());

  test('are at what exposes a build', () => {
    const exposed = findings.find(({ code }) => code === 'ISTIO-SECURITY-2026-001');
    expect(exposed).toMatchObject({
      resource: { kind: 'RequestAuthentication', name: 'jwt' },
      file: 'mesh.json',
      path: 'spec.jwtRules[0].jwksUri',
      severity: 'error',
    });
  });

  test('tell of the end of support at the image of the workload', () => {
    const ended = findings.filter(({ rule }) => rule === 'scan/end-of-life');
    expect(ended.map(({ path }) => path)).toEqual([
      'spec.template.spec.containers[0].image',
      'spec.containers[1].image',
    ]);
  });

  test('have rules that describe them', () => {
    const known = new Set(scanRules(report()).map(({ slug }) => slug));
    expect(findings.filter(({ rule }) => !known.has(rule))).toEqual([]);
  });

  test('have rules with the score of the record, or one that goes with its word', () => {
    const given = report();
    const scores = new Map(scanRules(given).map(({ code, score }) => [code, score]));
    const least = { critical: 9, high: 7, medium: 4, unscored: 4, low: 0.1 };
    for (const { advisory } of given.advisories) {
      const told = scores.get(advisory.id) ?? -1;
      expect(told).toBeGreaterThanOrEqual(least[advisory.severity]);
      expect(told).toBe(advisory.score ?? told);
    }
    expect(given.advisories.some(({ advisory }) => advisory.score === undefined)).toBe(true);
    expect(scores.get('scan/skew')).toBeUndefined();
  });

  test('have a place for what no object shows', () => {
    const given = scanFindings(report({ resources: [], istioVersion: '1.27.0' }));
    expect(given.length).toBeGreaterThan(0);
    expect(given.filter(({ file }) => file === '')).toEqual([]);
  });
});

describe('a bill of materials', () => {
  const bom = JSON.parse(cycloneDx(report())) as JsonObject;
  const list = (key: string): readonly JsonObject[] => objectsIn(bom, key);

  test('lists builds as packages, those of vendors without an address', () => {
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    expect(list('components').map(({ name, version, purl }) => [name, version, purl])).toEqual([
      ['pilot', '1.27.0', 'pkg:docker/istio/pilot@1.27.0'],
      ['proxyv2', '1.20.3-acme.1', undefined],
      ['proxyv2', '1.27.4', 'pkg:docker/istio/proxyv2@1.27.4'],
    ]);
  });

  test('has references that are there, each once', () => {
    const refs = [...list('components'), ...list('vulnerabilities')].map((one) => plainText(one['bom-ref']));
    expect(refs).toEqual([...new Set(refs)]);
    const affected = list('vulnerabilities').flatMap((one) =>
      objectsIn(one, 'affects').map(({ ref }) => ref),
    );
    expect(affected.filter((ref) => !refs.includes(plainText(ref)))).toEqual([]);
  });

  test('justifies what it calls not affected, and nothing else', () => {
    const analyses = list('vulnerabilities').map((one) => objectIn(one, 'analysis'));
    const states = new Set(analyses.map(({ state }) => state));
    expect(states).toEqual(new Set(['exploitable', 'in_triage', 'not_affected', 'resolved']));
    for (const { state, justification } of analyses)
      expect(justification === undefined).toBe(state !== 'not_affected');
  });

  test('is the same each time', () => {
    expect(cycloneDx(report())).toBe(cycloneDx(report()));
  });
});

describe('the document', () => {
  const body = JSON.parse(JSON.stringify(scanBody(report()))) as JsonObject;

  test('names the build of each verdict and workload', () => {
    const builds = objectsIn(body, 'builds').map(({ id }) => id);
    const named = [
      ...objectsIn(body, 'inventory'),
      ...objectsIn(body, 'advisories').flatMap((one) => objectsIn(one, 'verdicts')),
    ].map(({ build }) => build);
    expect(named.filter((build) => build === undefined || !builds.includes(build))).toEqual([]);
  });

  test('holds no object whole', () => {
    expect(JSON.stringify(body)).not.toContain('"issuer"');
  });

  test('keeps the numbers of the summary', () => {
    const { affected, affectedIf, unknown, advice, notAffected } = objectIn(body, 'summary');
    const sum = [affected, affectedIf].flatMap((one) => Object.values(isObject(one) ? one : {}));
    const all = [...sum, unknown, advice, notAffected].reduce<number>(
      (total, one: Json | undefined) => total + Number(one),
      0,
    );
    expect(all).toBe(objectsIn(body, 'advisories').length);
  });
});

test('a page tells what to do first, and every build', () => {
  const text = scanMarkdown(report());
  expect(text.indexOf('## What to do')).toBeLessThan(text.indexOf('## Affected'));
  expect(text).toContain('sidecar 1.27.4 (1 workload)');
  expect(text).toContain('upgrade 1.27.0 to 1.31.1');
});

test('all that is known is judged or about no component that runs', () => {
  const judged = new Set(report().advisories.map(({ advisory }) => advisory.id));
  const left = builtInDatabase.advisories.filter(({ id }) => !judged.has(id));
  const runs = ['istiod', 'pilot', 'proxy'];
  expect(left.filter(({ components }) => components.some((name) => runs.includes(name)))).toEqual([]);
});
