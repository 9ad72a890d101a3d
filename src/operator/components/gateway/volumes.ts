import { isObject, plainText, type Json, type JsonObject } from '../../../json.ts';
import type { GatewayParts } from './gateway-parts.ts';

/** What a gateway finds in files. */
export function volumesOf(gateway: GatewayParts): Json[] {
  const { type, values, revision } = gateway;
  const suffix = revision === '' ? '' : `-${revision}`;
  const field = (path: string) => ({ path, fieldRef: { fieldPath: `metadata.${path}` } });
  return [
    ...['workload-socket', 'credential-socket', 'workload-certs'].map(emptyFolder),
    ...(hasRoots(gateway)
      ? [
          {
            name: 'istiod-ca-cert',
            configMap: { name: values.text('global.trustBundleName') || 'istio-ca-root-cert' },
          },
        ]
      : []),
    { name: 'podinfo', downwardAPI: { items: [field('labels'), field('annotations')] } },
    ...['istio-envoy', 'istio-data'].map(emptyFolder),
    {
      name: 'istio-token',
      projected: {
        sources: [
          {
            serviceAccountToken: {
              path: 'istio-token',
              expirationSeconds: 43_200,
              audience: values.text('global.sds.token.aud'),
            },
          },
        ],
      },
    },
    ...(values.is('global.mountMtlsCerts')
      ? [
          {
            name: 'istio-certs',
            secret: { secretName: `istio.istio-${type}gateway-service-account`, optional: true },
          },
        ]
      : []),
    { name: 'config-volume', configMap: { name: `istio${suffix}`, optional: true } },
    ...secretVolumes(gateway),
  ];
}

/** The roots of the mesh are published where istiod signs for itself. */
const hasRoots = ({ values }: GatewayParts): boolean => values.text('global.pilotCertProvider') === 'istiod';

const emptyFolder = (name: string): JsonObject => ({ name, emptyDir: {} });

/** Certificates and settings that the user mounts. */
export function secretVolumes({ own }: GatewayParts): Json[] {
  return [
    ...objects(own.list('secretVolumes')).map(({ name, secretName }) => ({
      name: plainText(name),
      secret: { secretName: plainText(secretName), optional: true },
    })),
    ...objects(own.list('configVolumes')).map(({ name, configMapName }) => ({
      name: plainText(name),
      configMap: { name: plainText(configMapName), optional: true },
    })),
  ];
}

/** Where a gateway looks for them. */
export function mountsOf(gateway: GatewayParts): Json[] {
  const { values } = gateway;
  return [
    mount('workload-socket', '/var/run/secrets/workload-spiffe-uds'),
    mount('credential-socket', '/var/run/secrets/credential-uds'),
    mount('workload-certs', '/var/run/secrets/workload-spiffe-credentials'),
    mount('istio-envoy', '/etc/istio/proxy'),
    mount('config-volume', '/etc/istio/config'),
    ...(hasRoots(gateway) ? [mount('istiod-ca-cert', '/var/run/secrets/istio')] : []),
    { ...mount('istio-token', '/var/run/secrets/tokens'), readOnly: true },
    ...(values.is('global.mountMtlsCerts')
      ? [{ ...mount('istio-certs', '/etc/certs'), readOnly: true }]
      : []),
    mount('istio-data', '/var/lib/istio/data'),
    mount('podinfo', '/etc/istio/pod'),
    ...secretMounts(gateway),
  ];
}

/** Where the user's certificates and settings are. */
export function secretMounts({ own }: GatewayParts): Json[] {
  const settings = objects(own.list('configVolumes')).filter(({ mountPath }) => Boolean(mountPath));
  return [...objects(own.list('secretVolumes')), ...settings].map(({ name, mountPath }) => ({
    ...mount(plainText(name), plainText(mountPath)),
    readOnly: true,
  }));
}

const mount = (name: string, mountPath: string): JsonObject => ({ name, mountPath });

const objects = (list: readonly Json[]): readonly JsonObject[] => list.filter(isObject);
