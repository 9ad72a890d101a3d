import type { Json, JsonObject } from '../../../json.ts';
import type { Plane } from './plane.ts';

/** What istiod may find in files: its token, certificates given from outside, access to remote clusters. */
export function volumesOf({ values, suffix }: Plane): Json[] {
  return [
    { name: 'local-certs', emptyDir: { medium: 'Memory' } },
    {
      name: 'istio-token',
      projected: {
        sources: [
          {
            serviceAccountToken: {
              audience: values.text('global.sds.token.aud'),
              expirationSeconds: 43_200,
              path: 'istio-token',
            },
          },
        ],
      },
    },
    optionalSecret('cacerts', 'cacerts'),
    optionalSecret('istio-kubeconfig', 'istio-kubeconfig'),
    optionalSecret('istio-csr-dns-cert', 'istiod-tls'),
    {
      name: 'istio-csr-ca-configmap',
      configMap: {
        name: values.text('global.trustBundleName') || 'istio-ca-root-cert',
        defaultMode: 420,
        optional: true,
      },
    },
    ...(hasExtraRoots(values.text('jwksResolverExtraRootCA'))
      ? [{ name: 'extracacerts', configMap: { name: `pilot-jwks-extra-cacerts${suffix}` } }]
      : []),
    ...values.list('volumes'),
  ];
}

/** Where istiod looks for them. */
export function mountsOf({ values }: Plane): Json[] {
  return [
    readOnly('istio-token', '/var/run/secrets/tokens'),
    { name: 'local-certs', mountPath: '/var/run/secrets/istio-dns' },
    readOnly('cacerts', '/etc/cacerts'),
    readOnly('istio-kubeconfig', '/var/run/secrets/remote'),
    readOnly('istio-csr-dns-cert', '/var/run/secrets/istiod/tls'),
    readOnly('istio-csr-ca-configmap', '/var/run/secrets/istiod/ca'),
    ...(hasExtraRoots(values.text('jwksResolverExtraRootCA'))
      ? [{ name: 'extracacerts', mountPath: '/cacerts' }]
      : []),
    ...values.list('volumeMounts'),
  ];
}

const hasExtraRoots = (text: string): boolean => text !== '';

const readOnly = (name: string, mountPath: string): JsonObject => ({ name, mountPath, readOnly: true });

const optionalSecret = (name: string, secretName: string): JsonObject => ({
  name,
  secret: { secretName, optional: true },
});
