import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isObject, objectIn, plainText, withoutKey, type Json, type JsonObject } from '../json.ts';
import { ApiError } from '../kube/index.ts';
import { connectWriterWith } from '../kube/apply/connect-writer.ts';
import { keyOf, type ClusterWriter } from '../kube/apply/index.ts';
import { instantClock } from '../kube/testing/connect-to.ts';
import { rigSources, startRig, type Rig } from '../kube/testing/rig.ts';
import { loadOperatorSpec, renderManifests } from '../operator/index.ts';
import { applyTo, managersOf, updateTo } from '../server-side-apply/index.ts';
import { carryOut, confirmChange, planChange, type ClusterChange } from './index.ts';
import { shownChanges } from './shown-changes.ts';
import { randomEdit } from './testing/random-edit.ts';

const sources = rigSources();

const spec = `kind: IstioOperator
spec:
  profile: PROFILE
  values:
    global: {networkPolicy: {enabled: true}}
    pilot: {autoscaleMin: 2}
`;

describe.skipIf(sources === undefined)('changes of a real cluster', () => {
  let rig: Rig;
  let writer: ClusterWriter;
  const rendered = new Map<string, JsonObject>();

  beforeAll(async () => {
    rig = await startRig(sources ?? '');
    writer = await connectWriterWith(instantClock(), { kubeconfig: rig.kubeconfig, timeout: 600_000 });
    for (const name of ['istio-system', 'kube-system'])
      await writer.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    for (const profile of ['default', 'ambient']) {
      const text = spec.replace('PROFILE', profile);
      const loaded = await loadOperatorSpec({ files: [{ name: 'spec.yaml', text }], sets: [] });
      for (const { object } of (await renderManifests(loaded)).objects)
        rendered.set(`${object.kind} ${object.metadata.name}`, object);
    }
  });

  afterAll(async () => {
    await rig.stop();
  });

  const plan = async (desired: JsonObject): Promise<ClusterChange> =>
    planChange({ group: 'test', desired, live: await writer.get(keyOf(desired)) });

  /** Carries the plan out; undefined for what the server refuses, as many random objects are wrong. */
  const tryOut = async (change: ClusterChange): Promise<JsonObject | undefined> => {
    try {
      return await carryOut(writer, change, { forceConflicts: true });
    } catch (error) {
      if (error instanceof ApiError && [400, 422, 500].includes(error.status)) return undefined;
      throw error;
    }
  };

  /** Somebody edits the object; gives it as it is then, with the managers checked. */
  const disturb = async (live: JsonObject, changed: JsonObject): Promise<void> => {
    const { metadata, ...rest } = withoutKey(changed, 'status');
    const { labels = {} } = objectIn(metadata);
    try {
      const how = { type: 'merge', fieldManager: 'kubectl-edit' } as const;
      const result = await writer.patch(keyOf(live), { ...rest, metadata: { labels } }, how);
      const { managedFields = [] } = objectIn(live, 'metadata');
      const next = { ...result, metadata: { ...objectIn(result, 'metadata'), managedFields } };
      expect(ownersOf(updateTo(live, next, { manager: 'kubectl-edit' }))).toEqual(ownersOf(result));
    } catch (error) {
      if (!(error instanceof ApiError && [400, 422, 500].includes(error.status))) throw error;
    }
  };

  const kinds = [
    ...[
      'Deployment',
      'DaemonSet',
      'Service',
      'ConfigMap',
      'ServiceAccount',
      'ClusterRole',
      'ClusterRoleBinding',
    ],
    ...['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration', 'HorizontalPodAutoscaler'],
    ...['PodDisruptionBudget', 'CustomResourceDefinition', 'NetworkPolicy', 'Role'],
  ];

  test.each(kinds)('of the kind %s come out as planned', async (kind) => {
    const objects = [...rendered.values()].filter((object) => object.kind === kind).slice(0, 2);
    expect(objects).not.toEqual([]);
    let checked = 0;
    for (const object of objects) {
      const edits = fc.sample(fc.array(randomEdit, { minLength: 1, maxLength: 3 }), { seed: 7, numRuns: 8 });
      for (const [round, steps] of edits.entries()) {
        const desired = steps.reduce((edited, edit) => edit(edited), object);
        const before = await writer.get(keyOf(object));
        if (before !== undefined && round % 3 === 1) {
          const [edit] = fc.sample(randomEdit, { seed: round, numRuns: 1 });
          if (edit !== undefined) await disturb(before, edit(before));
        }
        checked += (await comesOutAsPlanned(desired)) ? 1 : 0;
      }
    }
    expect(checked).toBeGreaterThan(objects.length * 3);
  });

  /** Whether the server takes the object at all; if so, all that was predicted of it must hold. */
  const comesOutAsPlanned = async (desired: JsonObject): Promise<boolean> => {
    if (hasNamelessPort(desired)) return false;
    const change = await plan(desired);
    const result = await tryOut(change);
    if (result === undefined || change.desired === undefined) return false;
    if (change.adopts.length === 0 && change.action !== 'unchanged') {
      const predicted = applyTo(change.live, change.desired, { manager: 'meshctl' });
      expect(ownersOf(predicted.object)).toEqual(ownersOf(result));
    }
    if (change.live !== undefined) {
      const real = shownChanges(change.live, result);
      const unexpected = real.filter(({ path }) => !change.changes.some((one) => isAbout(one.path, path)));
      const missing = change.changes.filter(
        ({ path }) => !real.some((one) => isBelow(one.path, path) || isBelow(path, one.path)),
      );
      expect({ desired, unexpected, missing }).toEqual({ desired, unexpected: [], missing: [] });
    }
    const again = await plan(desired);
    expect([again.action, again.changes, again.conflicts]).toEqual(['unchanged', [], []]);
    return true;
  };

  test('a profile that is installed is unchanged, and stays so without a request', async () => {
    for (const object of rendered.values()) {
      if (object.kind !== 'NetworkAttachmentDefinition')
        await carryOut(writer, await plan(object), { forceConflicts: true });
    }
    await rig.admin('DELETE', '/stats');
    for (const object of rendered.values()) {
      if (object.kind === 'NetworkAttachmentDefinition') continue;
      const change = await plan(object);
      expect([change.object, change.action, change.changes]).toEqual([change.object, 'unchanged', []]);
      await carryOut(writer, change);
    }
    const log = (await rig.admin('GET', '/stats')) as JsonObject;
    expect(Object.keys(objectIn(log, 'verbs'))).not.toContain('patch');
  });

  describe('adoption', () => {
    const inNamespace = (name: string) => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
    const installers: [string, (object: JsonObject) => Promise<unknown>][] = [
      ['istio-operator', (object) => writer.apply(object, { fieldManager: 'istio-operator', force: true })],
      ['helm', (object) => writer.create(object, { fieldManager: 'helm' })],
    ];

    test.each(installers)('of what %s installed', async (manager, install) => {
      await writer.apply(inNamespace(manager));
      const marked = (object: JsonObject, more: JsonObject): JsonObject => ({
        ...object,
        metadata: {
          ...objectIn(object, 'metadata'),
          ...{ name: `${plainText(objectIn(object, 'metadata').name)}-${manager}` },
          ...(objectIn(object, 'metadata').namespace !== undefined && { namespace: manager }),
          labels: { 'operator.istio.io/component': 'Pilot', ...more },
        },
      });
      const names = [
        ...['Deployment istiod', 'Service istiod', 'ConfigMap istio', 'ServiceAccount istiod'],
        ...['HorizontalPodAutoscaler istiod', 'PodDisruptionBudget istiod'],
        ...[
          'ClusterRole istiod-clusterrole-istio-system',
          'MutatingWebhookConfiguration istio-sidecar-injector',
        ],
      ];
      for (const name of names) {
        const object = rendered.get(name);
        if (object === undefined) throw new Error(`${name} is not rendered`);
        await install(withExtras(marked(object, { old: 'label' })));
        const change = await plan(marked(object, {}));
        expect([name, change.action, change.adopts, change.conflicts]).toEqual([
          name,
          'change',
          [manager],
          [],
        ]);
        const confirmed = await confirmChange(writer, change);
        expect([name, confirmed.changes]).toEqual([name, change.changes]);
        const result = await carryOut(writer, change);
        expect([name, objectIn(result, 'metadata').labels]).toEqual([
          name,
          { 'operator.istio.io/component': 'Pilot' },
        ]);
        expect(JSON.stringify(withoutKey(objectIn(result), 'metadata'))).not.toContain('extra');
        expect(managersOf(objectIn(result)).map((entry) => entry.manager)).toEqual(['meshctl']);
        expect([name, (await plan(marked(object, {}))).action]).toEqual([name, 'unchanged']);
      }
    });

    test('leaves what istiod wrote', async () => {
      for (const kind of ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration']) {
        const object = [...rendered.values()].find((one) => one.kind === kind) ?? {};
        const desired = {
          ...object,
          metadata: { name: 'kept', labels: { 'operator.istio.io/component': 'Pilot' } },
        };
        await writer.apply(desired, { fieldManager: 'istio-operator', force: true });
        const hooks = (object.webhooks as JsonObject[]).map((hook) => ({
          ...hook,
          clientConfig: { ...objectIn(hook, 'clientConfig'), caBundle: 'Y2E=' },
          failurePolicy: 'Fail',
        }));
        const how = { type: 'strategic', fieldManager: 'pilot-discovery' } as const;
        await writer.patch(keyOf(desired), { webhooks: hooks }, how);
        const change = await plan(desired);
        expect([kind, change.changes, change.conflicts]).toEqual([kind, [], []]);
        const result = await carryOut(writer, change);
        const [hook] = (result?.webhooks ?? []) as JsonObject[];
        expect(hook).toMatchObject({ clientConfig: { caBundle: 'Y2E=' }, failurePolicy: 'Fail' });
        expect(
          managersOf(result ?? {})
            .map((entry) => entry.manager)
            .sort(),
        ).toEqual(['meshctl', 'pilot-discovery']);
        expect((await plan(desired)).action).toBe('unchanged');
      }
    });
  });

  test('an object that changed in between is noticed', async () => {
    const object = (data: JsonObject): JsonObject => ({
      ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'race', namespace: 'istio-system' }, data },
    });
    await writer.apply(object({ a: '1' }));
    const change = await plan(object({ a: '2' }));
    const how = { type: 'merge', fieldManager: 'kubectl' } as const;
    await writer.patch(change.object, { metadata: { labels: { seen: 'yes' } } }, how);
    expect(await carryOut(writer, change)).toMatchObject({
      data: { a: '2' },
      metadata: { labels: { seen: 'yes' } },
    });
    const other = await plan(object({ a: '3' }));
    await writer.patch(other.object, { data: { a: null } }, how);
    await expect(carryOut(writer, other)).rejects.toThrow('changed since the plan was made');
    expect(await writer.get(other.object)).not.toHaveProperty('data');
  });
});

/** Who manages what, without times. */
function ownersOf(object: JsonObject): readonly JsonObject[] {
  const entries = objectIn(object, 'metadata').managedFields;
  return (Array.isArray(entries) ? entries : [])
    .filter(isObject)
    .filter(({ subresource }) => subresource === undefined)
    .map((entry) => withoutKey(entry, 'time'))
    .sort((a, b) =>
      `${plainText(a.operation)} ${plainText(a.manager)}` <
      `${plainText(b.operation)} ${plainText(b.manager)}`
        ? -1
        : 1,
    );
}

/** Whether one path is the other, lies below it, or beside it: what is written anew gets defaults of its own. */
const isAbout = (one: string, other: string): boolean =>
  isBelow(one, other) || isBelow(other, one) || isBelow(one.replace(/(\.\w+|\[[^\]]*\])$/, ''), other);

const isBelow = (one: string, other: string): boolean =>
  other.startsWith(one) && /^([.[]|$)/.test(other.slice(one.length));

/** A port without a number, which only this server takes: others check more. */
const hasNamelessPort = (value: Json): boolean =>
  isObject(value) || Array.isArray(value)
    ? Object.entries(value).some(
        ([name, inner]) => hasNamelessPort(inner) || (name === 'ports' && lacksNumber(inner)),
      )
    : false;

const lacksNumber = (ports: Json): boolean =>
  Array.isArray(ports) &&
  ports.some((port) => isObject(port) && !('containerPort' in port) && !('port' in port));

/** What an older installation may have set, and the new one does not. */
function withExtras(object: JsonObject): JsonObject {
  const extra = (value: Json | undefined, add: JsonObject): JsonObject => ({ ...objectIn(value), ...add });
  switch (object.kind) {
    case 'ConfigMap':
      return { ...object, data: extra(object.data, { extra: 'extra' }) };
    case 'Deployment': {
      const template = objectIn(object, 'spec', 'template');
      const pod = objectIn(template, 'spec');
      const [first, ...more] = pod.containers as JsonObject[];
      const env = [...((first?.env ?? []) as Json[]), { name: 'extra', value: 'extra' }];
      const volumes = [...((pod.volumes ?? []) as Json[]), { name: 'extra', emptyDir: {} }];
      const containers = [{ ...first, env }, ...more];
      return {
        ...object,
        spec: extra(object.spec, { template: { ...template, spec: { ...pod, containers, volumes } } }),
      };
    }
    case 'Service': {
      const ports = objectIn(object, 'spec').ports as Json[];
      return {
        ...object,
        spec: extra(object.spec, { ports: [...ports, { name: 'extra', port: 9999, protocol: 'TCP' }] }),
      };
    }
    default:
      return object;
  }
}
