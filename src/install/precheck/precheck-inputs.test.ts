import { describe, expect, test } from 'vitest';
import { planDeletion, type ClusterChange } from '../../changes/index.ts';
import { objectIn, plainText, type JsonObject } from '../../json.ts';
import { questionsAbout, usualQuestions, withoutRepeats } from './access-questions.ts';
import { amount } from './amount.ts';
import { installPrecheck } from './install-precheck.ts';
import { parseFromVersion } from './parse-from-version.ts';

test.each([
  ['500m', 0.5],
  ['2', 2],
  [4, 4],
  ['1.5', 1.5],
  ['1Ki', 1024],
  ['2Gi', 2 ** 31],
  ['1e3', 1000],
  ['1M', 1e6],
  ['', 0],
  ['lots', 0],
  [null, 0],
])('the quantity %j is %d', (text, value) => {
  expect(amount(text)).toBe(value);
});

describe('versions to upgrade from', () => {
  test.each([
    ['1.28', 28],
    ['v1.28.3', 28],
    ['1.31.0-rc.1', 31],
  ])('%s', (text, minor) => {
    expect(parseFromVersion(text)).toEqual({ minor, version: text });
  });

  test.each(['2.1', '1', '1.32', 'latest', '1.x', '1.28.3.4'])('%s is none', (text) => {
    expect(() => parseFromVersion(text)).toThrow('there is no upgrade from');
  });
});

const policy = (name: string, namespace: string): JsonObject => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name, namespace },
});

test('each kind is asked about once in each namespace', () => {
  const objects = [policy('a', 'one'), policy('b', 'one'), policy('a', 'two')];
  const asked = questionsAbout(objects, ['create']);
  expect(asked.map(({ resource, namespace }) => `${resource} ${namespace ?? ''}`)).toEqual([
    'networkpolicies one',
    'networkpolicies two',
  ]);
  expect(withoutRepeats([...asked, ...asked])).toEqual(asked);
  expect(usualQuestions('istio-system')).toHaveLength(11);
});

describe('before an installation', () => {
  const answering = (denied: string) => {
    const asked: string[] = [];
    const create = (review: JsonObject): Promise<JsonObject> => {
      const { verb, resource } = objectIn(review, 'spec', 'resourceAttributes');
      asked.push(`${plainText(verb)} ${plainText(resource)}`);
      return Promise.resolve({ ...review, status: { allowed: resource !== denied } });
    };
    return { asked, create };
  };
  const change = (action: 'create' | 'change' | 'unchanged', object: JsonObject): ClusterChange => ({
    ...planDeletion({ group: 'Base', live: object }),
    ...{ action, desired: object },
  });
  const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'r' } };
  const changes = [
    change('create', role),
    change('create', policy('a', 'one')),
    change('change', policy('b', 'one')),
    change('unchanged', policy('c', 'two')),
    planDeletion({ group: 'Base', live: role }),
  ];

  test('only what changes is asked about', async () => {
    const writer = answering('');
    expect(await installPrecheck(writer, { version: { gitVersion: 'v1.33.0' }, changes })).toEqual([]);
    expect(writer.asked).toEqual([
      'create clusterroles',
      'create networkpolicies',
      'patch networkpolicies',
      'delete clusterroles',
    ]);
  });

  test('what may not be done, and a version that is too old, are found', async () => {
    const findings = await installPrecheck(answering('networkpolicies'), {
      version: { gitVersion: 'v1.30.0' },
      changes,
    });
    expect(findings.map(({ code }) => code)).toEqual(['IST0142', 'IST0141', 'IST0141']);
  });
});
