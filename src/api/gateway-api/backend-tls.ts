import { list, message, oneOf, string } from '../schema/fields.ts';
import {
  caRefsOrWellKnown,
  hostnameNeedsHostnameType,
  hostnameTypeNeedsHostname,
  someCa,
  uriNeedsUriType,
  uriTypeNeedsUri,
} from './cel-rules.ts';

export const LocalCACertificateReference = message(
  'Points at an object of the same namespace that holds CA certificates.',
  {
    group: string('API group of the CA holder; empty for a core ConfigMap.', {
      maxLength: 253,
      pattern: '^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    }),
    kind: string('Type of the CA holder, normally `ConfigMap`, with the PEM data under `ca.crt`.', {
      maxLength: 63,
      minLength: 1,
      pattern: '^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$',
    }),
    name: string('Name of the ConfigMap holding the CA bundle, in the same namespace.', {
      maxLength: 253,
      minLength: 1,
    }),
  },
  { required: ['group', 'kind', 'name'] },
);

export const SubjectAltName = message(
  'One identity that a backend certificate may carry as a subject alternative name.',
  {
    hostname: string(
      'DNS name to find in the certificate, a leading `*.` wildcard being allowed; only with type `Hostname`.',
      {
        maxLength: 253,
        minLength: 1,
        pattern: '^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
      },
    ),
    type: oneOf(
      ['Hostname', 'URI'],
      'Kind of alternative name to compare: `Hostname` for DNS names, `URI` for identifiers such as SPIFFE IDs. Required.',
    ),
    uri: string(
      'Full URI with scheme to find in the certificate, for example a SPIFFE ID; only with type `URI`.',
      { maxLength: 253, minLength: 1, pattern: '^(([^:/?#]+):)(//([^/?#]*))([^?#]*)(\\?([^#]*))?(#(.*))?' },
    ),
  },
  {
    required: ['type'],
    cel: [hostnameTypeNeedsHostname, hostnameNeedsHostnameType, uriTypeNeedsUri, uriNeedsUriType],
  },
);

export const BackendTLSPolicyValidation = message(
  "Rules for trusting a backend's certificate; exactly one CA source must be given.",
  {
    caCertificateRefs: list(
      LocalCACertificateReference,
      'Objects with the PEM CA certificates to trust, up to 8; excludes `wellKnownCACertificates`. Istio uses the first ConfigMap only.',
      { maxItems: 8, 'x-kubernetes-list-type': 'atomic' },
    ),
    hostname: string(
      'Name sent as SNI to the backend and, unless `subjectAltNames` is set, required in its certificate.',
      {
        maxLength: 253,
        minLength: 1,
        pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
      },
    ),
    subjectAltNames: list(
      SubjectAltName,
      'Accepted certificate identities, up to 5; one must match, and the SNI name alone then no longer suffices.',
      { maxItems: 5, 'x-kubernetes-list-type': 'atomic' },
    ),
    wellKnownCACertificates: string(
      "Trusts a predefined CA set instead of own certificates; `System` means the proxy's system roots. Excludes `caCertificateRefs`.",
      {
        maxLength: 253,
        minLength: 1,
        pattern:
          '^(System|([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]))$',
      },
    ),
  },
  { required: ['hostname'], cel: [caRefsOrWellKnown, someCa] },
);
