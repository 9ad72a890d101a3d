import { isRoute, misusedOperation } from './misused-operation.ts';

/** Route configurations are made by istiod, and none can be added. */
export const addUnsupported = misusedOperation({
  slug: 'envoyfilter/add-unsupported',
  code: 'IST0153',
  operation: 'ADD',
  works: (applyTo) => applyTo !== 'ROUTE_CONFIGURATION',
  worksForIstioctl: (applyTo) => !isRoute(applyTo),
  summary: 'ADD is not used for route configurations.',
  hint: 'MERGE into a route configuration that istiod makes, or add a VIRTUAL_HOST to it.',
});
