import { serviceDiffers } from './service-differs.ts';

export const multiclusterRules = [serviceDiffers];
