import { anyObject, bool, int64, list, map, message, string } from './schema/fields.ts';

const OwnerReference = message('An object that this one belongs to.', {
  apiVersion: string('The API group and version of the owner.'),
  kind: string('The kind of the owner.'),
  name: string('How the owner is called.'),
  uid: string('Identifies the owner over its whole life.'),
  controller: bool('Whether the owner manages this object.'),
  blockOwnerDeletion: bool('Whether the owner stays until this object is gone.'),
});

/** What every Kubernetes object carries besides its content; strict field validation refuses anything else. */
export const ObjectMeta = message('Names and labels of the object.', {
  name: string('The name, unique among objects of the kind in the namespace.'),
  generateName: string('A prefix from which the server makes up a name.'),
  namespace: string('The namespace the object lives in. Default: that of the request.'),
  labels: map(string(), 'Short values that selectors can ask for.'),
  annotations: map(string(), 'Values for tools and controllers; nothing selects by them.'),
  finalizers: list(string(), 'Who must agree before the object is removed.'),
  ownerReferences: list(OwnerReference, 'Objects with which this one is removed.'),
  uid: string('Set by the server: identifies the object over its whole life.'),
  resourceVersion: string('Set by the server: changes with every write.'),
  generation: int64('Set by the server: counts changes of the spec.'),
  creationTimestamp: string('Set by the server: when the object came to be.'),
  deletionTimestamp: string('Set by the server: when the object is to be gone.'),
  deletionGracePeriodSeconds: int64('Set by the server: seconds left for an orderly end.'),
  managedFields: list(anyObject(), 'Set by the server: who wrote which field.'),
  selfLink: string('Not filled in any more.', { deprecated: 'drop it' }),
});
