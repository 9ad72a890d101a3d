import { describe, expect, test } from 'vitest';
import { run } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const mesh = `apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: web, namespace: shop}
spec:
  metadata: {labels: {app: web}}
  template: {serviceAccount: web, network: vms, ports: {http: 8080}, labels: {tier: front}}
  probe: {httpGet: {port: 8080}}
---
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: api, namespace: shop}
spec: {template: {}}
---
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: api, namespace: other}
spec: {template: {}}
---
apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata:
  name: web-10.0.0.1
  namespace: shop
  annotations: {istio.io/autoRegistrationGroup: web, istio.io/connectedAt: "2030-05-01T12:00:00Z"}
spec: {address: 10.0.0.1}
status: {conditions: [{type: Healthy, status: "True"}]}
---
apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata:
  name: web-10.0.0.2
  namespace: shop
  annotations: {istio.io/autoRegistrationGroup: web, istio.io/disconnectedAt: "2030-05-01T13:00:00Z"}
spec: {address: 10.0.0.2}
status: {conditions: [{type: Healthy, status: "False"}]}
---
apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata: {name: owned, namespace: shop, ownerReferences: [{kind: WorkloadGroup, name: api}]}
spec: {address: 10.0.0.3}
---
apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata: {name: stranger, namespace: other, annotations: {istio.io/autoRegistrationGroup: web}}
spec: {address: 10.0.0.4}
`;

const ask = async (...argv: readonly string[]) =>
  run(['vm', 'group', ...argv], { cwd: await temporaryFolder({ 'mesh.yaml': mesh }) });

describe('vm group list', () => {
  test('counts the VMs of each group, in order', async () => {
    const { code, out } = await ask('list', 'mesh.yaml');
    const rows = out.split('\n').map((line) => line.split(/ {2,}/).map((cell) => cell.trim()));
    expect([code, rows.slice(0, 4)]).toEqual([
      0,
      [
        ['NAMESPACE', 'NAME', 'SERVICE ACCOUNT', 'NETWORK', 'VMS', 'HEALTHY'],
        ['other', 'api', 'default', '-', '0', '0'],
        ['shop', 'api', 'default', '-', '1', '0'],
        ['shop', 'web', 'web', 'vms', '2', '1'],
      ],
    ]);
  });

  test('narrows to a namespace, and gives names alone', async () => {
    const { out } = await ask('list', 'mesh.yaml', '-n', 'shop', '-o', 'name');
    expect(out).toBe('shop/api\nshop/web\n');
  });
});

describe('vm group describe', () => {
  test('shows a group with its VMs', async () => {
    const { code, out } = await ask('describe', 'web', 'mesh.yaml', '-o', 'json');
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      {
        kind: 'VmGroup',
        labels: { app: 'web', tier: 'front' },
        ports: { http: 8080 },
        probe: 'httpGet',
        entries: [
          { name: 'web-10.0.0.1', health: 'healthy', connected: true },
          { name: 'web-10.0.0.2', health: 'unhealthy', connected: false },
        ],
      },
    ]);
  });

  test('says so when no VM is there', async () => {
    const { out } = await ask('describe', 'api', 'mesh.yaml', '-n', 'other');
    expect(out).toMatch(/Group: +other\/api[\s\S]*No VMs are registered/);
  });

  test.each<[string, readonly string[], RegExp]>([
    ['a name of two groups', ['api'], /say which with -n/],
    ['a name of none', ['ghost'], /there is no WorkloadGroup ghost/],
  ])('refuses %s', async (_, argv, message) => {
    const { code, err } = await ask('describe', ...argv, 'mesh.yaml');
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });
});
