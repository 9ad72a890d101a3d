import type { Json } from '../../json.ts';
import type { Path } from '../../path.ts';
import { errorRule, warningRule, type Report, type RuleInfo } from '../rule.ts';

const image = errorRule({
  slug: 'operator/image',
  summary: 'Hub and tag form the address of an image.',
  message: ({ field, value }: { field: string; value: string }) =>
    `${field} ${JSON.stringify(value)} cannot be part of the address of an image`,
  hint: 'A hub is lower case, such as `docker.io/istio`; a tag holds letters, digits, `_`, `.` and `-`.',
});

const hubScheme = warningRule({
  slug: 'operator/hub-scheme',
  code: 'MSH0015',
  summary: 'A hub is the address of a registry, without a scheme.',
  message: ({ hub }: { hub: string }) => `${JSON.stringify(hub)} has a scheme, which no image address has`,
  hint: 'Drop what stands before `://`, and the `://` as well.',
});

const closingRegistry = warningRule({
  slug: 'operator/closing-registry',
  code: 'MSH0015',
  summary: 'The images come from a registry that has them.',
  message: ({ hub }: { hub: string }) => `${hub} holds no images of Istio 1.31 and closes`,
  hint: 'Use `hub: docker.io/istio`.',
});

export const imageRules: readonly RuleInfo[] = [image, hubScheme, closingRegistry];

const scheme = /^[a-z]+:\/\//;
const closing = /^(?:gcr\.io\/istio-release|registry\.istio\.io\/)/;

/** Checks where the images come from. */
export function checkHub(hub: string, path: Path, report: Report): void {
  if (hub !== '' && !isHub(hub)) report(image, path, { field: 'hub', value: hub });
  else if (scheme.test(hub)) report(hubScheme, path, { hub });
  else if (closing.test(hub)) report(closingRegistry, path, { hub });
}

const imageTag = /^[A-Za-z0-9_.-]{1,128}$/;

/** Checks which version of the images is taken; a number stands for its text. */
export function checkTag(tag: Json, path: Path, report: Report): void {
  const text = typeof tag === 'object' ? JSON.stringify(tag) : String(tag);
  if (!imageTag.test(text)) report(image, path, { field: 'tag', value: text });
}

const registry = /^(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._~-]*)(?::\d*)?$/;
const repository = /^[a-z0-9_./-]{2,255}$/;

/** Whether `<hub>/<image>` is an image: what stands before the first slash is a registry if it has a dot or a colon. */
function isHub(hub: string): boolean {
  const address = `${hub}/pilot`;
  const slash = address.indexOf('/');
  const host = address.slice(0, slash);
  if (!/[.:]/.test(host)) return repository.test(address);
  return registry.test(host) && repository.test(address.slice(slash + 1));
}
