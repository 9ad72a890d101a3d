import { expect, it } from 'vitest';
import { formatFault } from './format-fault.ts';

it.each([
  ['plain text', 'books', undefined],
  ['an escaped percent sign', '100%% cotton', undefined],
  ['a command', '%PROTOCOL%', undefined],
  ['commands side by side', '%DOWNSTREAM_REMOTE_ADDRESS%%UPSTREAM_HOST%', undefined],
  ['a percent sign right after a command', '%PROTOCOL%%%', undefined],
  ['percent signs in an argument', '[%START_TIME(%Y/%m/%dT%H:%M:%S%z)%]', undefined],
  ['an argument with an alternative and a length', '%REQ(X-ENVOY-ORIGINAL-PATH?:PATH):40%', undefined],
  ['brackets in an argument', "%CEL(request.headers['x'] || f('y'))%", undefined],
  ['the old form of metadata', '%DYNAMIC_METADATA(["jwt", "sub"])%', undefined],
  ['a command that does not exist', 'a %CLIENT_IP% b', { fault: 'unknown', command: 'CLIENT_IP' }],
  ['one that does not exist, with an argument', '%HEADER(x)%', { fault: 'unknown', command: 'HEADER' }],
  ['the second of two commands', '%PROTOCOL% %PROTO%', { fault: 'unknown', command: 'PROTO' }],
  ['a command without the argument it needs', '%REQ%', { fault: 'argument', command: 'REQ' }],
  ['an empty argument', '%REQ()%', { fault: 'argument', command: 'REQ' }],
  ['a name in lower case', '%protocol%', { fault: 'incomplete', command: '%protocol%' }],
  ['a lone percent sign', '100% wool', { fault: 'incomplete', command: '% wool' }],
  ['a command without its end', '%REQ(x)', { fault: 'incomplete', command: '%REQ(x)' }],
])('reads %s', (_, text, expected) => {
  expect(formatFault(text)).toEqual(expected);
});
