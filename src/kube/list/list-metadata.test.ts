import { expect, test } from 'vitest';
import { connectTo } from '../testing/connect-to.ts';
import { fakeApi } from '../testing/fake-api.ts';
import { listMetadata } from './list-metadata.ts';

const path = '/api/v1/namespaces/istio-system/secrets';

test('only metadata are asked for, page by page, and nothing else is kept', async () => {
  const secret = (name: string) => ({
    metadata: { name, managedFields: [{}] },
    data: { token: 'c2VjcmV0' },
  });
  const api = await fakeApi({ lists: { [path]: [secret('a'), secret('b')] }, pageSize: 1 });
  const found = await listMetadata(await connectTo(api), path, { labelSelector: 'istio/multiCluster=true' });
  expect(found).toEqual([{ metadata: { name: 'a' } }, { metadata: { name: 'b' } }]);
  expect(api.requests).toHaveLength(2);
  for (const { headers, query } of api.requests) {
    expect(headers.accept).toContain('as=PartialObjectMetadataList');
    expect(query.get('labelSelector')).toBe('istio/multiCluster=true');
  }
});
