import { gatewayApiVersion } from './gateway-api-version.ts';

export const crdRules = [gatewayApiVersion];
