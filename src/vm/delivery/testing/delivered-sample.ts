import type { BundleFiles } from '../../bundle/vm-bundle.ts';
import { renderVmBundle } from '../../bundle/render-bundle.ts';
import { sampleFacts, sampleGroup } from '../../testing/sample-vm.ts';
import type { DeliveredBundle } from '../delivered-bundle.ts';

/** A bundle as it is rendered, with some of its files changed. */
export function deliveredSample(files: Partial<BundleFiles> = {}): DeliveredBundle {
  const rendered = renderVmBundle(sampleGroup(), sampleFacts());
  return { files: { ...rendered.files, ...files } };
}
