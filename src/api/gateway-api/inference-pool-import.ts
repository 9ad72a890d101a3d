import { as, list, message, string } from '../schema/fields.ts';
import { Condition } from './conditions.ts';
import { gatewayApiKind } from './gateway-api-kind.ts';
import { InferencePoolImportRouteParentStatus } from './routes.ts';

export const ExportingCluster = message(
  'A cluster that exports the pool.',
  {
    name: string('Name of the exporting cluster, unique within the set of connected clusters.', {
      maxLength: 253,
      minLength: 1,
    }),
  },
  { required: ['name'] },
);

export const ImportController = message(
  'What one controller knows about an imported pool.',
  {
    conditions: list(Condition, 'Verdicts of this controller on the import as a whole; at most 8.', {
      maxItems: 8,
      'x-kubernetes-list-map-keys': ['type'],
      'x-kubernetes-list-type': 'map',
    }),
    exportingClusters: list(
      ExportingCluster,
      'Clusters that offer the pool, as far as this controller has found.',
    ),
    name: string('Identity of the managing controller, as `domain/path`.', {
      maxLength: 253,
      minLength: 1,
      pattern:
        "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\/[A-Za-z0-9\\/\\-._~%!$&'()*+,;=:]+$",
    }),
    parents: list(
      InferencePoolImportRouteParentStatus,
      "Gateways that use the imported pool, with this controller's verdict for each.",
      { 'x-kubernetes-list-type': 'atomic' },
    ),
  },
  { required: ['name'] },
);

export const InferencePoolImportStatus = message(
  'State of an imported pool per controller.',
  {
    controllers: list(
      ImportController,
      'One entry for each controller that manages this import, told apart by name; at most 8.',
      { maxItems: 8, 'x-kubernetes-list-map-keys': ['name'], 'x-kubernetes-list-type': 'map' },
    ),
  },
  { required: ['controllers'] },
);

const root = message('A InferencePoolImport of Gateway API.', {
  status: as(InferencePoolImportStatus, 'What controllers report about the imported pool.'),
});

export const InferencePoolImport = gatewayApiKind({
  group: 'inference.networking.x-k8s.io',
  kind: 'InferencePoolImport',
  plural: 'inferencepoolimports',
  shortNames: ['infpimp'],
  scope: 'Namespaced',
  annotations: { 'inference.networking.k8s.io/bundle-version': 'v1.5.0' },
  channels: ['standard', 'experimental'],
  versions: [{ name: 'v1alpha1', schema: root, storage: true }],
});
