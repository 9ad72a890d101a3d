export { deactivated, isDeactivated } from './deactivated.ts';
export { defaultRevisionObjects, type DefaultRevisionInput } from './default-revision-objects.ts';
export { isLost, isMoved, type InjectedBy, type InjectionShift } from './injection-shifts.ts';
export { injectorsOf, readInjectors, type Injector } from './injectors-of.ts';
export type { Istiod } from './istiod-in.ts';
export { planTagRemove, type TagRemoveInput } from './plan-tag-remove.ts';
export { desiredTag, planTagSet, type TagSetInput } from './plan-tag-set.ts';
export { readTagState } from './read-tag-state.ts';
export { revisionsOf, type Revision } from './revisions-of.ts';
export { tagObjects, type TagInput, type TagObjects } from './tag-objects.ts';
export type { TagPlan } from './tag-plan.ts';
export { namespacesNaming, tagRows, type TagRow } from './tag-rows.ts';
export { tagsOf, type Tag } from './tags-of.ts';
export { takesDefault } from './takes-default.ts';
export { webhookOverlaps, type WebhookOverlap } from './webhook-overlaps.ts';
export { describeRevisions, type RevisionSources } from './describe-revisions.ts';
export { gatherRevisions, type GatherOptions } from './gather-revisions.ts';
export type {
  FollowingGateway,
  FollowingNamespace,
  MeshRevisions,
  PodCounts,
  ProxyCounts,
  RevisionProblem,
  RevisionReport,
  TagReport,
  WebhookReport,
} from './mesh-revisions.ts';
export { revisionGraph, type GraphFormat } from './revision-graph.ts';
