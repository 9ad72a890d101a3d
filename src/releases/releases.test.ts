import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MeshctlError } from '../errors.ts';
import { istioVersion } from '../version.ts';
import {
  compareVersions,
  hubEnd,
  hubsOf,
  minorRelease,
  minorReleases,
  parseTag,
  parseVersion,
  reportedVersion,
  skewOf,
  supportOf,
  upgradeStops,
  type IstioVersion,
} from './index.ts';

describe('versions', () => {
  test.each(['latest', '1.31', '1.31.1-fips', '1.31.0-rc', '01.2.3', '1.31.1.2', ' 1.31.1', ''])(
    '%j is none',
    (text) => {
      expect(parseVersion(text)).toBeUndefined();
    },
  );

  test('are read with their prerelease, and without a v', () => {
    expect(parseVersion('v1.31.0-rc.2')).toEqual({
      major: 1,
      minor: 31,
      patch: 0,
      prerelease: 'rc.2',
      text: '1.31.0-rc.2',
    });
  });

  test('are ordered by their numbers, prereleases before their release', () => {
    const ordered = '1.9.9 1.10.0-alpha.1 1.10.0-beta.0 1.10.0-rc.2 1.10.0-rc.10 1.10.0 1.10.1 2.0.0'.split(
      ' ',
    );
    const sorted = [...ordered].reverse().map(version).sort(compareVersions);
    expect(sorted.map(({ text }) => text)).toEqual(ordered);
  });

  test('have one order', () => {
    const some = fc
      .tuple(fc.nat(2), fc.nat(12), fc.nat(12), fc.constantFrom('', '-rc.0', '-rc.11', '-beta.3'))
      .map(([major, minor, patch, end]) => version(`${major}.${minor}.${patch}${end}`));
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(0 - Math.sign(compareVersions(b, a)));
        expect(compareVersions(a, b) === 0).toBe(a.text === b.text);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('what a proxy says of itself', () => {
  test.each([
    ['1.31.1', '1.31.1'],
    ['v1.31.1-distroless', '1.31.1'],
    ['1.20.3-asm.4', '1.20.3'],
    ['1.31-dev', '1.31.0'],
    ['1.31-alpha.0123abc', '1.31.0'],
    ['latest', undefined],
    ['', undefined],
  ])('%j is of %s', (text, expected) => {
    expect(reportedVersion(text)?.text).toBe(expected);
  });
});

describe('minor releases', () => {
  test('are in order, and their days, too', () => {
    const names = minorReleases.map(({ minor }) => minor);
    expect(names).toEqual(Array.from({ length: 12 }, (_, index) => `1.${index + 20}`));
    const days = minorReleases.map(({ released }) => released);
    expect(days).toEqual([...days].sort());
  });

  test.each(minorReleases)(
    '$minor has patches in order, each read as released',
    ({ minor, patches, latest }) => {
      expect(patches.map(({ date }) => date)).toEqual(patches.map(({ date }) => date).sort());
      expect(patches.map(({ version }) => parseTag(version).origin)).toEqual(patches.map(() => 'upstream'));
      expect(patches.at(-1)?.version).toBe(latest);
      expect(parseTag(`${minor}.${patches.length}`).origin).toBe('unreleased');
    },
  );

  test('hold the one that meshctl knows', () => {
    expect(minorRelease('1.31')).toMatchObject({
      latest: istioVersion,
      state: 'supported',
      envoyLine: '1.39',
    });
    expect(minorRelease('1.19')).toBeUndefined();
    expect(minorRelease('constructor')).toBeUndefined();
  });
});

describe('the hubs of a version', () => {
  test.each([
    ['1.29.8', ['docker.io/istio', 'gcr.io/istio-release']],
    ['1.30.5', ['docker.io/istio', 'registry.istio.io/release', 'gcr.io/istio-release']],
    ['1.31.0', ['docker.io/istio']],
    ['2.0.0', ['docker.io/istio']],
  ])('%s', (text, hubs) => {
    expect(hubsOf(version(text))).toEqual(hubs);
  });

  test('close, but for Docker Hub', () => {
    expect(['registry.istio.io/release', 'gcr.io/istio-release', 'docker.io/istio'].map(hubEnd)).toEqual([
      '2026-12',
      '2026-12',
      undefined,
    ]);
  });
});

describe('support', () => {
  test.each([
    ['1.31.1', '2026-11-21', 'supported', undefined],
    ['1.29.8', '2026-10-11', 'supported', '2026-10-12'],
    ['1.29.8', '2026-10-12', 'ended', '2026-10-12'],
    ['1.19.0', '2020-01-01', 'ended', undefined],
    ['1.32.0', '2026-11-21', 'unknown', undefined],
    ['2.0.0', '2026-11-21', 'unknown', undefined],
  ])('of %s on %s is %s', (text, day, state, endOfLife) => {
    const support = supportOf(version(text), new Date(`${day}T12:00:00Z`));
    expect(support.state).toBe(state);
    expect(support.endOfLife).toBe(endOfLife);
    expect(support.reason).toContain(text.split('.').slice(0, 2).join('.'));
  });
});

describe('a proxy', () => {
  test.each([
    ['of the same version fits', '1.31.1', '1.31.1', undefined],
    ['one minor version behind fits', '1.31.1', '1.30.0', undefined],
    ['two minor versions behind is too old', '1.31.1', '1.29.8', 'proxy-too-old'],
    ['of the patch after is newer', '1.31.0', '1.31.1', 'proxy-newer'],
    ['of the release is newer than its candidate', '1.31.0-rc.0', '1.31.0', 'proxy-newer'],
    ['of another major version is too old', '2.0.0', '1.31.1', 'proxy-too-old'],
  ])('%s', (_, controlPlane, proxy, code) => {
    expect(skewOf({ controlPlane: version(controlPlane), proxy: version(proxy) })?.code).toBe(code);
  });
});

describe('the stops of an upgrade', () => {
  test.each([
    ['in-place', '1.28.3', '1.31.1', ['1.29.8', '1.30.5', '1.31.1']],
    ['canary', '1.28.3', '1.31.1', ['1.30.5', '1.31.1']],
    ['canary', '1.29.0', '1.31.0', ['1.31.0']],
    ['in-place', '1.31.0', '1.31.1', ['1.31.1']],
    ['in-place', '1.31.1', '1.31.1', []],
    ['in-place', '1.30.5', '1.31.2', ['1.31.2']],
  ] as const)('%s from %s to %s', (way, from, to, versions) => {
    expect(upgradeStops({ from, to, way }).map((stop) => stop.version)).toEqual(versions);
  });

  test('say where images are and which Kubernetes they need', () => {
    expect(upgradeStops({ from: '1.30.5', to: '1.31.1', way: 'canary' })).toEqual([
      {
        version: '1.31.1',
        minor: '1.31',
        hubs: ['docker.io/istio'],
        kubernetes: { supportedMin: '1.32', supportedMax: '1.36', refusedBelow: '1.32' },
      },
    ]);
  });

  test.each([
    ['back', '1.31.1', '1.30.5'],
    ['from what is too old to be known', '1.19.0', '1.31.1'],
    ['to what is not known yet', '1.31.1', '1.32.0'],
    ['to what is no version', '1.31.1', 'latest'],
  ])('refuse to go %s', (_, from, to) => {
    expect(() => upgradeStops({ from, to, way: 'canary' })).toThrow(MeshctlError);
  });

  test('never go further than allowed at once', () => {
    const some = fc.constantFrom(
      ...minorReleases.flatMap(({ patches }) => patches.map((patch) => patch.version)),
    );
    const ways = fc.constantFrom('in-place' as const, 'canary' as const);
    fc.assert(
      fc.property(some, some, ways, (one, other, way) => {
        const [from = one, to = other] = [one, other].sort((a, b) => compareVersions(version(a), version(b)));
        const passed = [from, ...upgradeStops({ from, to, way }).map((stop) => stop.version)].map(version);
        passed.slice(1).forEach((next, index) => {
          const step = next.minor - (passed[index]?.minor ?? 0);
          expect(step).toBeLessThanOrEqual(way === 'canary' ? 2 : 1);
        });
        expect(passed.at(-1)?.text).toBe(to);
      }),
    );
  });
});

function version(text: string): IstioVersion {
  const read = parseVersion(text);
  if (read === undefined) throw new Error(text);
  return read;
}
