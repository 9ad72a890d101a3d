import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { expect, test } from 'vitest';
import type { ClusterChange } from '../../src/changes/index.ts';
import type { InstallPlan } from '../../src/install/index.ts';
import type { VerifyReport } from '../../src/install/verify/index.ts';
import { planDocument, resultDocument } from './install-documents.ts';

/** Every object of the schema closed, so that a field without a description fails. */
function closed(name: string): ValidateFunction {
  const text = readFileSync(new URL(`../../docs/schemas/${name}.json`, import.meta.url), 'utf8');
  const strict = text.replaceAll('"properties": {', '"additionalProperties": false, "properties": {');
  return new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(strict) as object);
}

function expectToFit(schema: string, document: unknown): void {
  const validate = closed(schema);
  validate(document);
  expect(validate.errors).toBeNull();
  expect(validate({ ...(document as object), extra: 1 })).toBe(false);
}

const bare = { group: 'Pilot', changes: [], conflicts: [], adopts: [] };
const object = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'istio-system', name: 'istiod' };
const changed: ClusterChange = {
  ...{ action: 'change', group: 'Pilot', object, adopts: ['istio-operator'], desired: {}, live: {} },
  changes: [
    { path: 'spec.replicas', what: 'changed', before: 1, after: 2 },
    { path: 'spec.paused', what: 'removed', before: true },
  ],
  conflicts: [{ field: 'spec.replicas', manager: 'hpa', subresource: 'scale' }],
};
const plan: InstallPlan = {
  ...{ revision: 'default', version: '1.31.1', namespace: 'istio-system', notices: ['a notice'] },
  stages: [
    {
      name: 'Namespace',
      changes: [
        {
          ...bare,
          action: 'create',
          object: { apiVersion: 'v1', kind: 'Namespace', name: 'istio-system' },
          desired: {},
        },
      ],
      after: [],
    },
    { name: 'Pilot', changes: [changed], after: ['Namespace'] },
  ],
  prune: [{ ...bare, action: 'delete', object, reason: 'no longer rendered', live: {} }],
};
const nothing = { done: [], failed: [], open: [] };
const report: VerifyReport = {
  ok: false,
  complete: true,
  sections: [
    {
      name: 'objects',
      checks: [{ outcome: 'failed', message: 'it is gone', object, details: ['a'], hint: 'b' }],
    },
  ],
};

const plans = ['client', 'server'] as const;
test.each(plans)('a plan of the %s', (where) => {
  const document = { apiVersion: 'meshctl.dev/v1', kind: 'InstallPlan', ...planDocument(plan, where) };
  expectToFit('install-plan', document);
  expect(document).toMatchObject({
    summary: { create: 1, change: 1, unchanged: 0, delete: 1 },
    prune: [{ reason: 'no longer rendered' }],
  });
});

const results: readonly (readonly [string, object])[] = [
  ['nothing to do', resultDocument(plan, 'unchanged', nothing)],
  [
    'a failure half-way',
    resultDocument(plan, 'failed', {
      ...{ done: ['Namespace'], open: ['IngressGateways'] },
      failed: [{ stage: 'Pilot', error: new Error('no') }],
    }),
  ],
  ['a result with what verify found', { ...resultDocument(plan, 'installed', nothing), verify: report }],
];
test.each(results)('%s', (_, body) => {
  expectToFit('install-result', { apiVersion: 'meshctl.dev/v1', kind: 'InstallResult', ...body });
});

test('what verify found has the schema of its own report', () => {
  const { definitions: own } = schema('verify-report');
  const { definitions: embedded } = schema('install-result');
  expect(embedded).toMatchObject(own);
});

const schema = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../docs/schemas/${name}.json`, import.meta.url), 'utf8')) as {
    readonly definitions: object;
  };
