import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packed } from '../../src/charts/testing/write-tar.ts';
import { plainText, type JsonObject } from '../../src/json.ts';
import { run, type Result } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const cwd = `${process.cwd()}/testdata/charts`;
const generate = (...argv: readonly string[]): Promise<Result> =>
  run(['manifest', 'generate', '-o', 'json', ...argv], { cwd });

async function objectsOf(...argv: readonly string[]): Promise<JsonObject[]> {
  const { code, out, err } = await generate('--charts', 'release', ...argv);
  if (code !== 0) throw new Error(err);
  return (JSON.parse(out) as { objects: JsonObject[] }).objects;
}

const named = (objects: readonly JsonObject[]): string[] =>
  objects.map(({ kind, metadata }) => `${plainText(kind)} ${plainText((metadata as JsonObject).name)}`);

test('renders each part of a spec from the chart of a release, in the order of applying', async () => {
  expect(named(await objectsOf('--profile', 'demo'))).toEqual([
    'CustomResourceDefinition widgets.example.com',
    'ServiceAccount istio-reader-service-account',
    'Deployment istio-egressgateway',
    'Deployment istio-ingressgateway',
    'Deployment istiod',
    'Service istio-egressgateway',
    'Service istio-ingressgateway',
  ]);
});

describe('settings reach the charts', () => {
  const deployment = (image: string, more: object = {}): object => ({
    spec: { template: { spec: { containers: [{ image, ...more }] } } },
  });
  const cases: readonly [string, string, readonly string[], object][] = [
    [
      'hub and tag',
      'pilot',
      ['--set', 'hub=my.example', '--set', 'tag=9.9.9'],
      deployment('my.example/pilot:9.9.9'),
    ],
    [
      'values',
      'pilot',
      ['--set', 'values.pilot.env.A=b'],
      deployment('docker.io/istio/pilot:1.31.1', { env: [{ name: 'A', value: 'b' }] }),
    ],
    [
      'a values profile',
      'pilot',
      ['--set', 'values.profile=demo'],
      deployment('docker.io/istio/pilot:1.31.1', { env: [{ name: 'FROM_PROFILE', value: 'yes' }] }),
    ],
    [
      'settings of Kubernetes',
      'pilot',
      ['--set', 'components.pilot.k8s.resources.limits.memory=1Gi'],
      deployment('docker.io/istio/pilot:1.31.1', { resources: { limits: { memory: '1Gi' } } }),
    ],
    ['the revision', 'pilot', ['--revision', 'canary'], { metadata: { name: 'istiod-canary' } }],
    [
      'the namespace',
      'pilot',
      ['--set', 'values.global.istioNamespace=mesh'],
      { metadata: { namespace: 'mesh' } },
    ],
    [
      'the version of Kubernetes',
      'cni',
      ['--set', 'components.cni.enabled=true', '--kube-version', 'v1.34.2'],
      deployment('cni:34'),
    ],
  ];
  test.each(cases)('%s', async (_, component, argv, expected) => {
    const objects = await objectsOf('--component', component, ...argv);
    expect(objects.filter(({ kind }) => kind !== 'HorizontalPodAutoscaler')).toMatchObject([expected]);
  });

  test('what a chart asks about is known when it is rendered', async () => {
    const objects = await objectsOf(
      '--component',
      'pilot',
      '--set',
      'values.pilot.autoscaleEnabled=false',
      '--set',
      'components.pilot.k8s.replicaCount=4',
    );
    expect(named(objects)).toEqual(['Deployment istiod']);
    expect(objects[0]).toMatchObject({ spec: { replicas: 4 } });
  });

  test('overlays come last, and those that match nothing are told', async () => {
    const folder = await temporaryFolder({
      'spec.yaml': `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
spec:
  components:
    pilot:
      k8s:
        overlays:
          - {kind: Deployment, name: istiod, patches: [{path: spec.paused, value: true}]}
          - {kind: Deployment, name: other, patches: [{path: spec.paused, value: true}]}
`,
    });
    const argv = ['--component', 'pilot', '-f', join(folder, 'spec.yaml')];
    expect((await objectsOf(...argv))[0]).toMatchObject({ spec: { paused: true } });
    expect((await generate('--charts', 'release', ...argv)).err).toContain('other');
  });

  test('definitions of a folder of their own can be left out', async () => {
    expect(
      named(
        await objectsOf('--component', 'base', '--set', 'unvalidatedValues.base.enableIstioConfigCRDs=false'),
      ),
    ).toEqual(['ServiceAccount istio-reader-service-account']);
  });
});

test('takes single charts, as folders and as archives', async () => {
  const folder = await temporaryFolder();
  const chart = [
    { name: 'ztunnel/Chart.yaml', text: 'name: ztunnel\nversion: 1.31.1\n' },
    {
      name: 'ztunnel/templates/a.yaml',
      text: 'apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: ztunnel}',
    },
  ];
  await writeFile(join(folder, 'ztunnel-1.31.1.tgz'), packed(chart));
  const argv = ['--component', 'ztunnel', '--component', 'base', '--profile', 'ambient'];
  const charts = [
    '--charts',
    'release/manifests/charts/base',
    '--charts',
    join(folder, 'ztunnel-1.31.1.tgz'),
  ];
  const { out, err } = await generate(...charts, ...argv);
  expect(named((JSON.parse(out) as { objects: JsonObject[] }).objects)).toContain('DaemonSet ztunnel');
  expect(err).toBe(
    'the charts are of 9.9.9, the images of 1.31.1: --set tag=9.9.9 takes those of the charts\n',
  );
});

describe('prints nothing but what is wrong', () => {
  test.each([
    ['without a chart', ['--charts', 'family'], 'there is no chart base in family, for Base'],
    [
      'without a chart for gateways',
      ['--charts', 'release/manifests/charts/base', '--component', 'ingressGateways'],
      'leave gateways out',
    ],
    [
      'two charts for a part',
      ['--charts', 'release', '--charts', 'release/manifests/charts/base'],
      'there are two charts base',
    ],
    [
      'a template that fails',
      ['--charts', 'release', '--set', 'values.profile=none'],
      'istiod/templates/zzz_profile.yaml:7:5: fail: unknown profile none',
    ],
    ['no charts at all', ['--charts', 'nowhere'], 'there is no file or folder nowhere'],
    [
      'a version that is none',
      ['--charts', 'release', '--kube-version', '2'],
      '--kube-version does not take "2"',
    ],
  ])('%s', async (_, argv, message) => {
    const { code, out, err } = await generate(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});
