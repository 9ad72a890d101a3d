import type { VmBundle } from '../bundle/vm-bundle.ts';

/** What of a bundle is delivered. `istio-token` is a secret. */
export type DeliveredBundle = Pick<VmBundle, 'files'>;
