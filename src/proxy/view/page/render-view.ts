import { dataBlock, pageText } from '../../../output/html/index.ts';
import type { ViewModel } from '../view.ts';
import { packDocuments } from './pack-documents.ts';
import { packModel } from './pack-model.ts';
import { pageBody } from './page-body.ts';
import { script } from './script/script.ts';
import { style } from './style.ts';

/** How the page is called. */
export interface RenderOptions {
  /** By default the name of the proxy, or that of the dump. */
  readonly title?: string;
}

/**
 * One HTML page that shows the graph and needs nothing from elsewhere: a policy in its head lets no other script run,
 * and nothing be loaded. The same model gives the same page. Of very large dumps the JSON is compressed inside of it, and
 * left out beyond 64 MB; the page says so. It holds what `viewModel` left in: secrets are taken out there.
 */
export function renderView(model: ViewModel, { title }: RenderOptions = {}): string {
  const heading = title ?? (model.proxy === '' ? model.dump : model.proxy);
  const packed = packModel(model);
  const { titles, pieces } = packDocuments(model.documents);
  const json = JSON.stringify({ ...packed, dump: model.dump, titles, pieces });
  return pageText({
    title: `${heading} – meshctl proxy-config view`,
    ...{ style, script },
    body: pageBody(model, heading, dataBlock('data', json)),
  });
}
