import { as, int32, map, message, string } from './schema/fields.ts';
import { PolicySelector } from './policy-target.ts';
import { istioKind } from './schema/istio-kind.ts';

export const ProxyImage = message('', {
  imageType: string(),
});

export const ProxyConfigSpec = message('', {
  selector: as(PolicySelector, ''),
  concurrency: int32('', { minimum: 0, nullable: true }),
  environmentVariables: map(string('', { maxLength: 2048 }), ''),
  image: as(ProxyImage, ''),
});

export const ProxyConfig = istioKind({
  group: 'networking.istio.io',
  kind: 'ProxyConfig',
  plural: 'proxyconfigs',
  versions: ['v1beta1'],
  storage: 'v1beta1',
  age: 'none',
  spec: ProxyConfigSpec,
});
