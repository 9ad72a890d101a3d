import { MeshctlError } from '../errors.ts';

/** A waypoint is a Gateway: without the definition there can be none. */
export const noGatewayApi = (): MeshctlError =>
  new MeshctlError('environment', 'the cluster does not know Gateways of the Gateway API', {
    hint: 'install them: `meshctl schema --all -o crd | kubectl apply --server-side -f -`',
  });
