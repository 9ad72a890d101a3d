export { deactivated, isDeactivated } from './deactivated.ts';
export { defaultRevisionObjects, type DefaultRevisionInput } from './default-revision-objects.ts';
export { injectorsOf, readInjectors, type Injector } from './injectors-of.ts';
export type { Istiod } from './istiod-in.ts';
export { revisionsOf, type Revision } from './revisions-of.ts';
export { tagObjects, type TagInput, type TagObjects } from './tag-objects.ts';
export { tagsOf, type Tag } from './tags-of.ts';
export { takesDefault } from './takes-default.ts';
export { webhookOverlaps, type WebhookOverlap } from './webhook-overlaps.ts';
