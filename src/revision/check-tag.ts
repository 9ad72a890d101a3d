import { MeshctlError } from '../errors.ts';
import { objectIn, plainText, type JsonObject } from '../json.ts';
import { label } from '../label.ts';
import { readInjectors, type Injector } from './injectors-of.ts';
import { labelsOf } from './object-labels.ts';
import { revisionsOf } from './revisions-of.ts';
import { tagsOf } from './tags-of.ts';

/** What is asked of a tag. */
export interface TagRequest {
  readonly tag: string;
  readonly revision: string;
  /** A tag that is there may be changed, and one may have the name of a revision. */
  readonly overwrite: boolean;
}

/**
 * The injector of the revision that a tag is to stand for.
 *
 * @throws {MeshctlError} `input` when the revision is unknown or has several injectors, and when the tag may not be
 * made: it is there already, or a revision has its name.
 */
export function targetOfTag(
  request: TagRequest,
  objects: readonly JsonObject[],
  { mayCollide = false } = {},
): JsonObject {
  requireName(request.tag);
  if (!mayCollide) refuseCollision(request, objects);
  const target = onlyInjector(request.revision, objects);
  refuseSeveralServices(request.revision, objects);
  refuseExisting(request, objects);
  return target;
}

/** It becomes part of names of objects, and the value of a label. */
function requireName(tag: string): void {
  if (/^[a-z0-9]([-a-z0-9]{0,41}[a-z0-9])?$/.test(tag)) return;
  throw new MeshctlError('input', `"${tag}" is no name for a tag`, {
    hint: 'use up to 43 lower-case letters, digits and dashes, such as prod or 1-31',
  });
}

function refuseCollision({ tag, overwrite }: TagRequest, objects: readonly JsonObject[]): void {
  if (overwrite || tag === 'default') return;
  const collides = revisionsOf(objects).some(
    ({ name, objects: own }) =>
      name === tag && own.some(({ kind }) => kind !== 'ValidatingWebhookConfiguration'),
  );
  if (!collides) return;
  throw new MeshctlError('input', `there is a revision ${tag}, so a tag of that name would be ambiguous`, {
    hint: 'choose another name for the tag, or add --overwrite',
  });
}

function onlyInjector(revision: string, objects: readonly JsonObject[]): JsonObject {
  const own = readInjectors(objects).filter((one) => one.tag === undefined);
  const [first, ...others] = own.filter((one) => one.revision === revision);
  if (first === undefined) throw unknownRevision(revision, own, objects);
  if (others.length === 0) return first.object;
  throw new MeshctlError('input', `revision ${revision} has several injectors`, {
    reason: `MutatingWebhookConfigurations ${[first, ...others].map(({ name }) => name).join(', ')}`,
    hint: 'delete what is left of an old installation',
  });
}

function unknownRevision(
  revision: string,
  known: readonly Injector[],
  objects: readonly JsonObject[],
): MeshctlError {
  const names = [...new Set(known.map((one) => one.revision))].sort();
  const tag = tagsOf(objects).find(({ name }) => name === revision);
  const isTag = tag === undefined ? '' : `${revision} is a tag of revision ${tag.revision}; `;
  return new MeshctlError('input', `there is no revision ${revision}`, {
    hint: `${isTag}${names.length === 0 ? 'install a control plane first' : `known are ${names.join(', ')}`}`,
  });
}

function refuseSeveralServices(revision: string, objects: readonly JsonObject[]): void {
  const names = objects
    .filter((object) => {
      const { app, [label.revision]: own, [label.tag]: tag } = labelsOf(object);
      return object.kind === 'Service' && app === 'istiod' && own === revision && tag === undefined;
    })
    .map((object) => plainText(objectIn(object, 'metadata').name));
  if (names.length < 2) return;
  throw new MeshctlError('input', `revision ${revision} has several Services: ${names.join(', ')}`, {
    hint: 'delete what is left of an old installation',
  });
}

function refuseExisting({ tag, overwrite }: TagRequest, objects: readonly JsonObject[]): void {
  const existing = tagsOf(objects).find(({ name }) => name === tag);
  if (existing === undefined || overwrite) return;
  throw new MeshctlError('input', `there is a tag ${tag} already, for revision ${existing.revision}`, {
    hint: 'add --overwrite to move it',
  });
}
