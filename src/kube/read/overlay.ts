import type { ReadResult, Resource, SourceDocument } from '../../resources/index.ts';
import { apiGroup } from '../../api-group.ts';

/** How objects of files are laid over those of a cluster. */
export interface OverlayOptions {
  /** The namespace that objects of files belong to when they name none. Default: `default`. */
  readonly namespace?: string;
}

/**
 * What a cluster would hold if files were applied to it: an object of a file takes the place of the one with the same
 * group, kind, namespace and name, whatever its version. Nothing is removed otherwise.
 */
export function overlay(live: ReadResult, files: ReadResult, options: OverlayOptions = {}): ReadResult {
  const { namespace = 'default' } = options;
  const replaced = new Set(files.resources.flatMap((resource) => identities(resource, namespace)));
  const gone = new Set<SourceDocument>();
  const resources = live.resources.filter((resource) => {
    const stays = !replaced.has(identity(resource, resource.namespace));
    if (!stays) gone.add(resource.document);
    return stays;
  });
  return {
    documents: [...live.documents.filter((document) => !gone.has(document)), ...files.documents],
    resources: [...resources, ...files.resources],
    files: live.files - gone.size + files.files,
    notices: [...live.notices, ...files.notices],
  };
}

/** Whether a kind has namespaces is not known here; without one an object may be of the whole cluster, too. */
function identities(resource: Resource, namespace: string): readonly string[] {
  if (resource.namespace !== undefined) return [identity(resource, resource.namespace)];
  return [identity(resource, undefined), identity(resource, namespace)];
}

function identity({ apiVersion, kind, name }: Resource, namespace: string | undefined): string {
  const group = apiGroup(apiVersion);
  return [group, kind, namespace ?? '', name].join('/');
}
