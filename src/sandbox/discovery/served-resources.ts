import type { Catalogue } from '../kinds/catalogue.ts';
import type { Kind } from '../kinds/kind.ts';

/** A resource as discovery tells it, with what lies below it. */
export interface ServedResource extends Omit<Kind, 'status' | 'scale' | 'generation' | 'custom'> {
  readonly verbs: readonly string[];
  readonly below: readonly Subresource[];
}

interface Subresource {
  readonly name: string;
  readonly verbs: readonly string[];
  /** Where it differs from that of the resource. */
  readonly kind?: { readonly group: string; readonly version: string; readonly kind: string };
}

const allVerbs = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];
const change = ['get', 'patch', 'update'];

/** All that is served, questions to the server among it. */
export const servedResources = ({ all }: Catalogue): readonly ServedResource[] => [
  ...all.map((kind) => ({ ...kind, verbs: allVerbs, below: subresourcesOf(kind) })),
  ...questions,
];

function subresourcesOf(kind: Kind): readonly Subresource[] {
  return [
    ...(kind.status ? [{ name: 'status', verbs: change }] : []),
    ...(kind.scale
      ? [{ name: 'scale', verbs: change, kind: { group: 'autoscaling', version: 'v1', kind: 'Scale' } }]
      : []),
    ...(kind.group === '' ? (ofCore[kind.resource] ?? []) : []),
  ];
}

const ofCore: Readonly<Record<string, readonly Subresource[]>> = {
  pods: [
    { name: 'eviction', verbs: ['create'], kind: { group: 'policy', version: 'v1', kind: 'Eviction' } },
    {
      name: 'portforward',
      verbs: ['create', 'get'],
      kind: { group: '', version: 'v1', kind: 'PodPortForwardOptions' },
    },
  ],
  namespaces: [{ name: 'finalize', verbs: ['update'] }],
  serviceaccounts: [
    {
      name: 'token',
      verbs: ['create'],
      kind: { group: 'authentication.k8s.io', version: 'v1', kind: 'TokenRequest' },
    },
  ],
};

const question = (group: string, kind: string, namespaced = false): ServedResource => ({
  group,
  version: 'v1',
  kind,
  resource: `${kind.toLowerCase()}s`,
  singular: kind.toLowerCase(),
  namespaced,
  shortNames: [],
  categories: [],
  verbs: ['create'],
  below: [],
});

const questions = [
  question('authentication.k8s.io', 'TokenReview'),
  question('authentication.k8s.io', 'SelfSubjectReview'),
  question('authorization.k8s.io', 'SelfSubjectAccessReview'),
  question('authorization.k8s.io', 'SelfSubjectRulesReview'),
  question('authorization.k8s.io', 'SubjectAccessReview'),
  question('authorization.k8s.io', 'LocalSubjectAccessReview', true),
];
