import { as, int32, map, message, string } from './schema/fields.ts';
import { PolicySelector } from './policy-target.ts';
import { istioKind } from './schema/istio-kind.ts';

export const ProxyImage = message('Choice of the proxy image flavour.', {
  imageType: string(
    'Flavour of the image: `default`, `debug` or `distroless`; others work only if such an image was published.',
  ),
});

export const ProxyConfigSpec = message(
  'Proxy settings for a namespace or for selected workloads; pods must restart to pick them up.',
  {
    selector: as(
      PolicySelector,
      'Pods of this namespace it applies to. Without one, the whole namespace; in the root namespace, the whole mesh.',
    ),
    concurrency: int32(
      "Worker threads of the proxy; 0 uses one per CPU core. Default: derived from the proxy's CPU limit.",
      { minimum: 0, nullable: true },
    ),
    environmentVariables: map(
      string('', { maxLength: 2048 }),
      'Environment variables for the proxy container; keys starting with `ISTIO_META_` become node metadata.',
    ),
    image: as(ProxyImage, 'Which flavour of the proxy image to inject.'),
  },
);

export const ProxyConfig = istioKind({
  group: 'networking.istio.io',
  kind: 'ProxyConfig',
  plural: 'proxyconfigs',
  versions: ['v1beta1'],
  storage: 'v1beta1',
  age: 'none',
  spec: ProxyConfigSpec,
});
