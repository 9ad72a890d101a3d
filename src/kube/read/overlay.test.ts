import { describe, expect, test } from 'vitest';
import { readText } from '../../resources/index.ts';
import { overlay } from './overlay.ts';

/** Objects as `apiVersion kind namespace/name`, each in a document of its own. */
function read(file: string, ...objects: readonly string[]) {
  const documents = objects.map((object) => {
    const [apiVersion = '', kind = '', path = ''] = object.split(' ');
    const [namespace, name] = path.includes('/') ? path.split('/') : [undefined, path];
    return JSON.stringify({ apiVersion, kind, metadata: { name, ...(namespace && { namespace }) } });
  });
  return readText(documents.join('\n---\n'), file);
}

const service = 'v1 Service shop/cart';
const gateway = 'networking.istio.io/v1 Gateway shop/front';

/** Where each object comes from after files were laid over a cluster with a service and a gateway. */
function laid(file: string, namespace?: string) {
  const files = file === '' ? readText('', 'file') : read('file', file);
  const live = read('live', service, gateway, 'v1 Namespace shop');
  const { resources, documents } = overlay(live, files, namespace === undefined ? {} : { namespace });
  expect(documents).toEqual(resources.map(({ document }) => document));
  return resources.map(({ kind, document }) => `${kind} ${document.file}`);
}

describe('an object of a file', () => {
  test.each([
    ['is added', 'v1 Service shop/stock', ['Service live', 'Gateway live', 'Namespace live', 'Service file']],
    ['takes the place of the same object', service, ['Gateway live', 'Namespace live', 'Service file']],
    [
      'of another version, too',
      gateway.replace('v1', 'v1beta1'),
      ['Service live', 'Namespace live', 'Gateway file'],
    ],
    [
      'but not of another group',
      gateway.replace('networking.istio.io', 'gateway.networking.k8s.io'),
      ['Service live', 'Gateway live', 'Namespace live', 'Gateway file'],
    ],
    [
      'nor of another namespace',
      service.replace('shop', 'bank'),
      ['Service live', 'Gateway live', 'Namespace live', 'Service file'],
    ],
    ['may be of the whole cluster', 'v1 Namespace shop', ['Service live', 'Gateway live', 'Namespace file']],
    ['need not be there', '', ['Service live', 'Gateway live', 'Namespace live']],
  ])('%s', (_, file, expected) => {
    expect(laid(file)).toEqual(expected);
  });

  test('without a namespace belongs to the one that is given', () => {
    expect(laid('v1 Service cart')).toContain('Service live');
    expect(laid('v1 Service cart', 'shop')).not.toContain('Service live');
  });
});

test('files and notices add up', () => {
  const live = { ...read('live', service), notices: ['a'] };
  const files = { ...read('file', service), notices: ['b'] };
  expect(overlay(live, files)).toMatchObject({ files: 1, notices: ['a', 'b'] });
});
