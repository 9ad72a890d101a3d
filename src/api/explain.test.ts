import { describe, expect, test } from 'vitest';
import { MeshctlError } from '../errors.ts';
import { explainField } from './explain.ts';
import { findDefinitions } from './find-definitions.ts';
import type { KindDefinition } from './schema/kind.ts';

async function definition(name: string): Promise<KindDefinition> {
  const [found] = await findDefinitions(name);
  if (found === undefined) throw new Error(`no kind ${name}`);
  return found;
}

const explain = async (path: string, channel: 'standard' | 'experimental' = 'standard') => {
  const [kind = '', ...steps] = path.split('.');
  const found = await definition(kind);
  return explainField(found, found.versions[0]?.name ?? '', steps, channel);
};

describe('explaining a field', () => {
  test.each<[string, string, boolean]>([
    ['VirtualService.spec.http', '<[]Object>', false],
    ['VirtualService.spec.http.timeout', '<duration>', false],
    ['VirtualService.spec.http.match.headers', '<map[string]Object>', false],
    ['VirtualService.spec.http.match.headers.exact', '<string>', false],
    ['VirtualService.metadata.labels', '<map[string]string>', false],
    ['DestinationRule.spec.host', '<string>', true],
    ['WorkloadGroup.status.observedGeneration', '<IntOrString>', false],
  ])('%s has type %s', async (path, type, required) => {
    const info = await explain(path);
    expect({ type: info.type, required: info.required }).toEqual({ type, required });
    expect(info.description).not.toBe('');
  });

  test('lists the values and the replacement of a field', async () => {
    expect((await explain('PeerAuthentication.spec.mtls.mode')).values).toEqual([
      'UNSET',
      'DISABLE',
      'PERMISSIVE',
      'STRICT',
    ]);
    expect((await explain('VirtualService.spec.http.mirrorPercent')).deprecated).toContain(
      'mirrorPercentage',
    );
  });

  test('shows experimental fields in their channel only', async () => {
    const names = async (channel: 'standard' | 'experimental') =>
      (await explain('HTTPRoute.spec.rules', channel)).fields.map(({ name }) => name);
    expect(await names('experimental')).toContain('retry');
    expect(await names('standard')).not.toContain('retry');
  });

  test.each([
    ['VirtualService.spec.htp', 'did you mean VirtualService.spec.http?'],
    ['VirtualService.spec.hosts.name', 'it has no fields'],
    ['VirtualService.constructor', 'its fields are metadata, spec, status'],
  ])('%s is refused with a hint', async (path, hint) => {
    await expect(explain(path)).rejects.toMatchObject({
      code: 'usage',
      hint,
    } satisfies Partial<MeshctlError>);
  });
});

describe('finding a kind', () => {
  test.each<[string, string[]]>([
    ['VirtualService', ['networking.istio.io']],
    ['virtualservices', ['networking.istio.io']],
    ['vs', ['networking.istio.io']],
    ['Gateway', ['networking.istio.io', 'gateway.networking.k8s.io']],
    ['gateways.gateway.networking.k8s.io', ['gateway.networking.k8s.io']],
    ['ConfigMap', []],
  ])('by %s', async (name, groups) => {
    expect((await findDefinitions(name)).map(({ group }) => group)).toEqual(groups);
  });
});
