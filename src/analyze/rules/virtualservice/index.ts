import { gatewayNotFound } from './gateway-not-found.ts';

export const virtualServiceRules = [gatewayNotFound];
