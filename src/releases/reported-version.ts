import { parseVersion, type IstioVersion } from './istio-version.ts';
import { parseTag } from './parse-tag.ts';

/**
 * The release that a proxy or a control plane says it is of, such as `1.31.1-distroless`. One that says no more than its
 * minor release, such as `1.31-dev`, counts as the first of it; undefined for one that says nothing of the kind.
 */
export function reportedVersion(text: string): IstioVersion | undefined {
  const { version, line } = parseTag(text.replace(/^v/, ''));
  return parseVersion(version ?? (line === undefined ? '' : `${line}.0`));
}
