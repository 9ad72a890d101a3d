import { isRoute, misusedOperation } from './misused-operation.ts';

/** Route configurations are made by istiod, and none can be removed. */
export const removeUnsupported = misusedOperation({
  slug: 'envoyfilter/remove-unsupported',
  code: 'IST0154',
  operation: 'REMOVE',
  works: (applyTo) => applyTo !== 'ROUTE_CONFIGURATION',
  worksForIstioctl: (applyTo) => !isRoute(applyTo),
  summary: 'REMOVE is not used for route configurations.',
  hint: 'Remove the virtual hosts or the routes in it.',
});
