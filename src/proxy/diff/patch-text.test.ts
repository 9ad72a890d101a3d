import { expect, test } from 'vitest';
import { patchText } from './patch-text.ts';

const nothing = {
  ...{ added: [], removed: [], changed: [], unchanged: 0 },
  ...{ rejectedBefore: [], rejectedAfter: [] },
};

test('what only one dump has is a line of the patch', () => {
  const removed = [{ kind: 'cluster', name: 'old\u001b' }] as const;
  const added = [{ kind: 'route', name: 'new' }] as const;
  expect(patchText({ ...nothing, removed, added })).toBe(
    'Only in a: cluster/old\\x1b\nOnly in b: route/new\n',
  );
});

test('what would steer a terminal stands as an escape in a patch', () => {
  const [before, after] = [{ name: 'a\u009b' }, { name: 'b\u202e' }];
  const text = patchText({
    ...nothing,
    changed: [{ kind: 'cluster', name: 'x\u009b', changes: [], before, after }],
  });
  expect(text).not.toMatch(/[\u009b\u202e]/);
  expect(text).toContain('-  "name": "a\\u009b"\n+  "name": "b\\u202e"\n');
});
