import { compareText } from '../../../compare-text.ts';
import type { SetTag } from '../../upgrade-plan.ts';
import type { Way } from '../mesh/control-planes.ts';
import type { UpgradeMesh } from '../mesh/upgrade-mesh.ts';

/** Moves the tags of the old control plane, each by itself, the default last. */
export function tagSteps({ report }: UpgradeMesh, { from, to }: Way): readonly SetTag[] {
  const names = new Set(
    report.tags.filter(({ revision }) => revision === from.revision).map(({ name }) => name),
  );
  const there = names.delete('default');
  const tags = [...names].sort(compareText).map((tag) => setTag(tag, from.revision, to.revision));
  const hasDefault = [report.defaultRevision, report.validatingRevision].includes(from.revision);
  if (!there && !hasDefault) return tags;
  return [...tags, setTag('default', there ? from.revision : undefined, to.revision)];
}

const setTag = (tag: string, from: string | undefined, to: string): SetTag => ({
  ...{ kind: 'set-tag', id: `tag-${tag}`, tag, to },
  ...(from !== undefined && { from }),
  title: from === undefined ? `make the tag ${tag} for ${to}` : `move the tag ${tag} from ${from} to ${to}`,
  before: [
    from === undefined ? `there is no tag ${tag}` : `the tag ${tag} stands for ${from}`,
    `a pod of istiod ${to} is ready, and its webhook has a certificate`,
  ],
  check: [
    'every namespace has one injector',
    ...(tag === 'default' ? [`${to} validates configuration, too`] : []),
  ],
  undo: from === undefined ? `remove the tag ${tag}` : `move the tag ${tag} back to ${from}`,
});
