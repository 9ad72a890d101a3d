export { calledWebhooks, isCalledFor, type ReadWebhook } from './called-webhook.ts';
export { overlapsOf } from './overlaps.ts';
