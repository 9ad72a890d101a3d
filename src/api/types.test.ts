import { expectTypeOf, test } from 'vitest';
import type { HTTPRoute, KubernetesGateway, MeshConfig, VirtualService } from './types.ts';

test('the types of kinds know fields, enums and their limits', () => {
  const service: VirtualService = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name: 'reviews' },
    spec: { hosts: ['reviews'], http: [{ timeout: '5s', retries: { attempts: 3 } }] },
  };
  expectTypeOf(service.spec?.http?.[0]?.retries?.attempts).toEqualTypeOf<number | undefined>();
  expectTypeOf<NonNullable<HTTPRoute['spec']>['hostnames']>().toEqualTypeOf<string[] | undefined>();
  expectTypeOf<KubernetesGateway['kind']>().toEqualTypeOf<'Gateway'>();
  expectTypeOf<MeshConfig['accessLogEncoding']>().toEqualTypeOf<'TEXT' | 'JSON' | undefined>();
  // @ts-expect-error -- the field is spelt `http`
  service.spec = { htp: [] };
});
