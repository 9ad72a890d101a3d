export { calledWebhooks, isCalledFor, type ReadWebhook } from './called-webhook.ts';
export { overlapsOf, type Overlap } from './overlaps.ts';
