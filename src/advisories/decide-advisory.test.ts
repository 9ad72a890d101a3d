import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asResources, type DetectInput } from '../detect/index.ts';
import { wholeMesh } from '../detect/testing/example-of.ts';
import type { JsonObject } from '../json.ts';
import { advisories } from './advisories.ts';
import type { Advisory, AdvisoryComponent, Condition } from './advisory.ts';
import { decideAdvisory, type JudgedComponent } from './decide-advisory.ts';
import { exposedMesh, merged, unexposedMesh } from './testing/exposed-mesh.ts';
import type { CveVerdict, Verdict } from './verdict.ts';
import { weaknessesOf, type Weakness } from './weaknesses-of.ts';

const isConfig = ({ basis }: Condition): boolean => basis === 'config';

/** Weaknesses with a condition about objects, and none but those that also ask who may write objects. */
const configured = advisories.flatMap((advisory) =>
  weaknessesOf(advisory)
    .filter(({ conditions }) => conditions.some(isConfig))
    .map((weakness) => ({ id: `${advisory.id} (${weakness.id})`, advisory, weakness })),
);

describe('each weakness that depends on configuration', () => {
  const ways = configured.flatMap(({ weakness, ...row }) =>
    weakness.conditions
      .filter(isConfig)
      .flatMap((condition, index) =>
        waysOf(condition).map((way) => ({ ...row, weakness, condition, way, index })),
      ),
  );

  test.each(ways)(
    '$id is exposed by condition $index, way $way',
    ({ advisory, weakness, condition, way }) => {
      fc.assert(
        fc.property(noise, (others) => {
          const input = merged([query(condition, (asked) => exposedMesh(asked, way)), others]);
          const verdict = judged(advisory, weakness, weakness.ranges.at(-1)?.introduced ?? '', input);
          expect(verdict.state).toBe(exposedState(advisory, weakness));
          if (condition.query?.entries[way]?.kind !== 'IstioVersion')
            expect(verdict.state === 'unknown' || verdict.evidence.length > 0).toBe(true);
        }),
        { numRuns: 5 },
      );
    },
  );

  test.each(configured)('$id is not exposed by a mesh that just misses it', ({ advisory, weakness }) => {
    fc.assert(
      fc.property(noise, (others) => {
        const queries = weakness.conditions.flatMap((one) => (isConfig(one) && one.query ? [one.query] : []));
        const input = merged([unexposedMesh(queries), others]);
        const { state, why } = judged(advisory, weakness, weakness.ranges[0]?.introduced ?? '', input);
        expect([state, why.code]).toEqual(['not-affected', 'not-configured']);
      }),
      { numRuns: 5 },
    );
  });

  const isSeen = ({ query: asked }: Condition): boolean =>
    asked?.entries.every(({ kind }) => kind === 'IstioVersion') === true;
  test.each(
    configured.filter(
      ({ advisory, weakness }) => advisory.status === 'fixed' && !weakness.conditions.every(isSeen),
    ),
  )('$id is affected on a condition where nothing of the mesh is known', ({ advisory, weakness }) => {
    const input: DetectInput = { resources: [], complete: () => false };
    const { state, missing } = judged(advisory, weakness, weakness.ranges[0]?.introduced ?? '', input);
    if (!isUncertain(weakness, weakness.ranges[0]?.introduced)) {
      expect(state).toBe('affected-if');
      expect(missing).not.toEqual([]);
    } else expect(state).toBe('unknown');
  });

  const excused = configured.flatMap(({ weakness, ...row }) =>
    weakness.conditions.flatMap((one) => (one.unless && one.query ? [{ ...row, weakness, one }] : [])),
  );
  test.each(excused)('$id is harmless with the setting that helps', ({ advisory, weakness, one }) => {
    const input = merged([
      query(one, (asked) => exposedMesh(asked)),
      one.unless ? exposedMesh(one.unless) : wholeMesh([]),
    ]);
    const { why } = judged(advisory, weakness, weakness.ranges[0]?.introduced ?? '', input);
    expect(why.code).toBe('mitigated');
  });
});

describe('a setting that switches a fix off', () => {
  const rows = advisories.flatMap((advisory) =>
    advisory.optOuts.map((optOut) => ({ ...advisory, advisory, optOut })),
  );

  test.each(rows)('$optOut.setting makes fixed versions affected by $id again', ({ advisory, optOut }) => {
    const conditions = advisory.conditions.flatMap((one) => (one.query ? [exposedMesh(one.query)] : []));
    const input = merged([exposedMesh(optOut.query), ...conditions]);
    const verdict = decide(advisory, '1.31.1', input);
    expect(verdict).toMatchObject({ state: 'affected', optOut: optOut.setting });
    expect(verdict.fixedIn).toBeUndefined();
    const healthy = decide(advisory, '1.31.1', merged(conditions));
    expect(healthy.optOut).toBeUndefined();
    expect(healthy.state).toBe('not-affected');
  });
});

describe('a verdict', () => {
  const open = { type: 'LoadBalancer', selector: { istio: 'ingressgateway' } };
  const closed = { type: 'ClusterIP', selector: { istio: 'ingressgateway' } };
  const latest = 'ISTIO-SECURITY-2026-006';
  const [public_, private_] = [mesh(service(open)), mesh(service(closed))];
  const http2 = 'ISTIO-SECURITY-2026-004';

  test.each<[string, string, Partial<JudgedComponent>, string, string]>([
    ['on a gateway that is open', http2, { version: '1.30.0', detectInput: public_ }, 'affected', 'exposed'],
    [
      'on one that seems closed',
      http2,
      { version: '1.30.0', detectInput: private_ },
      'affected-if',
      'exposure-unseen',
    ],
    ['on the fix', http2, { version: '1.30.1' }, 'not-affected', 'fixed'],
    ['on a candidate of the fix', http2, { version: '1.30.1-rc.0' }, 'affected-if', 'exposure-unseen'],
    ['on a later minor release', http2, { version: '1.31.0' }, 'not-affected', 'newer-line'],
    ['on an older one without a fix', http2, { version: '1.20.0' }, 'affected-if', 'exposure-unseen'],
    [
      'on an older one nobody tells of',
      'ISTIO-SECURITY-2025-002',
      { version: '1.20.0' },
      'unknown',
      'line-unknown',
    ],
    [
      'on an older one that had it not',
      'ISTIO-SECURITY-2022-002',
      { component: 'istiod', version: '1.11.0' },
      'not-affected',
      'older-line',
    ],
    [
      'on a regression that is to come',
      'ISTIO-SECURITY-2022-006',
      { version: '1.13.5' },
      'not-affected',
      'before-introduced',
    ],
    [
      'on another component',
      http2,
      { component: 'istiod', version: '1.30.0' },
      'not-affected',
      'other-component',
    ],
    ['without a version', http2, {}, 'unknown', 'no-version'],
    [
      'on a build of somebody else',
      http2,
      { version: '1.30.0', origin: 'vendor' },
      'unknown',
      'vendor-build',
    ],
    [
      'on rights to write objects',
      latest,
      { component: 'istiod', version: '1.30.0' },
      'affected-if',
      'rights-unseen',
    ],
    [
      'on a release nobody knew',
      latest,
      { component: 'istiod', version: '1.28.11', origin: 'unreleased' },
      'unknown',
      'unreleased',
    ],
    [
      'on one nobody knew after the fix',
      latest,
      { component: 'istiod', version: '1.30.9', origin: 'unreleased' },
      'not-affected',
      'fixed',
    ],
    ['on a version alone', 'ISTIO-SECURITY-2019-005', { version: '1.3.1' }, 'affected', 'version'],
  ])('%s', (_, id, given, state, code) => {
    const verdict = decideAdvisory(named(id), { component: 'gateway', detectInput: mesh(), ...given });
    expect([verdict.state, verdict.why.code]).toEqual([state, code]);
  });

  test('names the fix of the same minor release, or else the first later one', () => {
    const fixes = ['1.28.10', '1.29.3', '1.30.0', '1.31.1'].map(
      (version) => decide(named(latest), version, mesh()).fixedIn,
    );
    expect(fixes).toEqual(['1.29.7', '1.29.7', '1.30.4', undefined]);
  });

  test('tells what upstream says of the version that somebody else built upon', () => {
    const bases = ['1.30.0', '1.30.1', '1.20.0'].map((version) => {
      const judged = { component: 'gateway', version, origin: 'vendor', detectInput: mesh() } as const;
      return decideAdvisory(named(http2), judged).perCve[0]?.base;
    });
    expect(bases).toEqual(['affected', 'not-affected', 'affected']);
  });

  test('is to be counted as affected where exposure is not seen', () => {
    expect(decide(named(http2), '1.30.0', mesh()).perCve[0]?.presumed).toBe(true);
    expect(decide(named(latest), '1.30.0', mesh()).perCve[0]?.presumed).toBeUndefined();
  });

  test('has the severity of the CVE that counts', () => {
    const envoyFilter = (value: string): JsonObject => ({
      ...{
        apiVersion: 'networking.istio.io/v1alpha3',
        kind: 'EnvoyFilter',
        metadata: { name: 'a', namespace: 'b' },
      },
      spec: { configPatches: [{ patch: { value: { name: value } } }] },
    });
    const batch = named('ISTIO-SECURITY-2024-007');
    expect(decide(batch, '1.24.1', mesh(envoyFilter('http1_server_abort_dispatch'))).severity).toBe('high');
    const oauth = decide(named('ISTIO-SECURITY-2026-005'), '1.30.0', mesh(envoyFilter('dns_filter')));
    expect(oauth.perCve.find(({ id }) => id === 'CVE-2026-48497')).toMatchObject({
      state: 'affected',
      severity: 'medium',
    });
  });

  test('of Envoy fixes that no release is known to have is unknown, unless nothing uses them', () => {
    expect(decide(named('CVE-2026-35189'), '1.31.1', public_).state).toBe('unknown');
    expect(decide(named('ENVOY-1.39.3-CONNECT'), '1.31.1', public_).state).toBe('not-affected');
  });
});

function waysOf({ query: asked }: Condition): readonly number[] {
  if (asked === undefined) return [0];
  const { match = 'any', entries } = asked;
  const free = match === 'any' ? entries : entries.filter(({ required }) => required !== true);
  return match === 'all' ? [0] : free.map((_, index) => index);
}

function query(
  condition: Condition,
  mesh: (asked: NonNullable<Condition['query']>) => DetectInput,
): DetectInput {
  if (condition.query === undefined) throw new Error(condition.what);
  return mesh(condition.query);
}

function exposedState({ status }: Advisory, weakness: Weakness): string {
  if (status !== 'fixed') return 'advice';
  if (isUncertain(weakness, weakness.ranges.at(-1)?.introduced)) return 'unknown';
  return weakness.conditions.some(({ basis }) => basis === 'rbac') ? 'affected-if' : 'affected';
}

const isUncertain = ({ ranges }: Weakness, introduced: string | undefined): boolean =>
  ranges.some((range) => range.introduced === introduced && range.uncertain === true);

function judged(advisory: Advisory, weakness: Weakness, version: string, input: DetectInput): CveVerdict {
  const found = decide(advisory, version === '0.0.0' ? '1.20.0' : version, input).perCve.find(
    ({ id }) => id === weakness.id,
  );
  if (found === undefined) throw new Error(weakness.id);
  return found;
}

function decide(advisory: Advisory, version: string, detectInput: DetectInput): Verdict {
  const [first = 'proxy'] = advisory.components;
  return decideAdvisory(advisory, { component: running[first], version, detectInput });
}

const running: Readonly<Record<AdvisoryComponent, JudgedComponent['component']>> = {
  ...{ istiod: 'istiod', pilot: 'istiod', proxy: 'sidecar', gateway: 'gateway', ztunnel: 'ztunnel' },
  ...{ cni: 'cni', istioctl: 'istioctl', mixer: 'mixer', kiali: 'kiali' },
};

function named(id: string): Advisory {
  const found = advisories.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

function mesh(...objects: readonly JsonObject[]): DetectInput {
  return wholeMesh(objects);
}

function service(spec: JsonObject): JsonObject {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name: 'edge', namespace: 'edge' }, spec };
}

/** Objects that expose nothing. */
const noise = fc
  .array(
    fc.constantFrom<JsonObject>(
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'quiet' } },
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'quiet', namespace: 'quiet' }, data: {} },
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'quiet', namespace: 'quiet' },
        spec: { ports: [{ port: 80 }] },
      },
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'quiet', namespace: 'quiet' },
        spec: { containers: [] },
      },
    ),
    { maxLength: 5 },
  )
  .map((objects): DetectInput => ({ ...wholeMesh([]), resources: asResources(objects) }));
