import type { KindDefinition, KindVersion } from '../schema/kind.ts';

type Version = Pick<KindVersion, 'name' | 'schema'> & Partial<KindVersion>;

interface GatewayApiKind extends Pick<
  KindDefinition,
  'group' | 'kind' | 'plural' | 'scope' | 'channels' | 'annotations'
> {
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly unservedInStandard?: readonly string[];
  readonly versions: readonly Version[];
}

/** What most definitions of Gateway API have in common; the schema is that of the experimental channel. */
export const gatewayApiKind = (facts: GatewayApiKind): KindDefinition => ({
  shortNames: [],
  categories: [],
  labels: {},
  unservedInStandard: [],
  ...facts,
  singular: facts.kind.toLowerCase(),
  listKind: `${facts.kind}List`,
  protobuf: false,
  versions: facts.versions.map((version) => ({
    served: true,
    storage: false,
    deprecated: false,
    statusSubresource: true,
    columns: [],
    ...version,
  })),
});
