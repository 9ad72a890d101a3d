import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Path } from '../../path.ts';
import type { Report } from '../rule.ts';
import { reported } from '../testing.ts';
import { checkIpAddress, checkSubnet, checkUnixAddress } from './addresses.ts';
import { checkDuration } from './durations.ts';
import { checkHeaderName } from './header-names.ts';
import { checkFqdn, checkWildcardDomain, isDnsLabel, isFqdn } from './hosts.ts';
import { checkFractionalPercent, checkPercent } from './percents.ts';
import { checkPort, checkPortName, checkProtocol } from './ports.ts';
import { isHttp, isTcp, isTls } from './protocols.ts';
import { checkRegex } from './regex.ts';
import { valueRules } from './rules.ts';
import { checkSubsetName } from './subsets.ts';

type CheckOf<T> = (value: T, path: Path, report: Report) => void;

function cases<T>(name: string, check: CheckOf<T>, rows: readonly (readonly [string, T, string?])[]): void {
  describe(name, () => {
    test.each(rows.map(([title, value, slug]) => ({ title, value, slug })))('$title', ({ value, slug }) => {
      const found = reported((report) => {
        check(value, ['spec', 'x'], report);
      });
      expect(found).toEqual(slug === undefined ? [] : [`${slug} spec.x`]);
    });
  });
}

const label63 = 'a'.repeat(63);

cases('a fully qualified domain name', checkFqdn, [
  ['is what services have', 'reviews.default.svc.cluster.local'],
  ['may be a single label', 'reviews'],
  ['may have capital letters', 'Reviews.Default'],
  ['may end with a dot', 'example.com.'],
  ['may have labels of 63 characters', `${label63}.com`],
  ['is not empty', '', 'host/empty'],
  ['has at most 255 characters', `${`${label63}.`.repeat(4)}com`, 'host/too-long'],
  ['has labels of at most 63 characters', `a${label63}.com`, 'host/invalid'],
  ['has no underscore', 'a_b.com', 'host/invalid'],
  ['has no label that starts with a hyphen', '-a.com', 'host/invalid'],
  ['has no empty label', 'a..com', 'host/invalid'],
  ['has no wildcard', '*.example.com', 'host/invalid'],
  ['does not end with a number', '10.0.0.1', 'host/numeric-tld'],
  ['is not a number', '123', 'host/numeric-tld'],
  ['may end with a number and a dot', '10.0.0.1.'],
]);

cases('a wildcard domain', checkWildcardDomain, [
  ['may be a plain name', 'example.com'],
  ['may be a lone wildcard', '*'],
  ['may start with a wildcard label', '*.example.com'],
  ['may have a wildcard before its first label', '*foo.com'],
  ['may have a wildcard and a hyphen there', '*-foo.com'],
  ['may be a single number', '123'],
  ['has no wildcard in a later label', 'a.*.com', 'host/invalid'],
  ['has no wildcard after text', 'a*.com', 'host/invalid'],
  ['has one wildcard only', '**.com', 'host/invalid'],
  ['does not end with a number', '*.5', 'host/numeric-tld'],
  ['is not empty', '', 'host/empty'],
  ['has labels of at most 63 characters', `*${label63}.com`, 'host/invalid'],
]);

test('a name is fully qualified when its labels are labels and the last is no number', () => {
  const label = fc.oneof(
    fc.stringMatching(/^[aZ0-]{0,3}$/),
    fc.constantFrom('a'.repeat(63), 'a'.repeat(64), '7', 'com', '*'),
  );
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 6 }), (labels) => {
      const last = labels.at(-1) ?? '';
      const host = labels.join('.');
      const rooted = last === '' && labels.length > 1;
      const plain = (rooted ? labels.slice(0, -1) : labels).every(isDnsLabel);
      expect(isFqdn(host)).toBe(plain && host.length <= 255 && !/^\d+$/.test(last));
    }),
  );
});

cases('a port', checkPort, [
  ['may be 1', 1],
  ['may be 65535', 65535],
  ['is not 0', 0, 'port/range'],
  ['is not above 65535', 65536, 'port/range'],
]);

cases('a port name', checkPortName, [
  ['is a DNS label', 'http-web'],
  ['may have 63 characters', label63],
  ['has no dot', 'http.web', 'port/name'],
  ['is not empty', '', 'port/name'],
]);

cases('a protocol', checkProtocol, [
  ['is known', 'HTTP'],
  ['may be in small letters', 'grpc-web'],
  ['may be UDP', 'UDP'],
  ['is not made up', 'HTTP3', 'port/protocol'],
  ['is not empty', '', 'port/protocol'],
]);

test.each([
  ['HTTP_PROXY', true, false, false],
  ['https', false, true, true],
  ['TLS', false, true, true],
  ['mongo', false, false, true],
  ['UDP', false, false, false],
  ['', false, false, false],
])('classes of the protocol %j', (protocol, http, tls, tcp) => {
  expect([isHttp(protocol), isTls(protocol), isTcp(protocol)]).toEqual([http, tls, tcp]);
});

cases('a duration', checkDuration, [
  ['may be one millisecond', '1ms'],
  ['may have a fraction of whole milliseconds', '1.001s'],
  ['may be written in seconds', '5s'],
  ['may have several units', '1h30m'],
  ['is not 0', '0', 'duration/too-small'],
  ['is not 0 seconds', '0s', 'duration/too-small'],
  ['is not negative', '-5s', 'duration/too-small'],
  ['is not below one millisecond', '999us', 'duration/too-small'],
  ['is not finer than a millisecond', '1500us', 'duration/precision'],
  ['has been reported when it is none', 'soon'],
]);

cases('an IP address', checkIpAddress, [
  ['may be IPv4', '10.0.0.1'],
  ['may be IPv6', '2001:db8::1'],
  ['may have a zone', 'fe80::1%eth0'],
  ['has a zone with a name', 'fe80::1%', 'ip/invalid'],
  ['has no zone in IPv4', '10.0.0.1%eth0', 'ip/invalid'],
  ['has no leading zeros', '10.0.0.01', 'ip/invalid'],
  ['is not a range', '10.0.0.0/8', 'ip/invalid'],
  ['is not empty', '', 'ip/invalid'],
]);

cases('a subnet', checkSubnet, [
  ['may be an address', '10.0.0.1'],
  ['may be a range', '10.0.0.0/8'],
  ['may have host bits', '10.1.2.3/8'],
  ['may be of IPv6', '2001:db8::/128'],
  ['has bits in the range of its family', '10.0.0.0/33', 'ip/invalid'],
  ['has bits that are a number', '10.0.0.0/x', 'ip/invalid'],
  ['has bits without leading zeros', '10.0.0.0/08', 'ip/invalid'],
  ['has one slash', '10.0.0.0/8/8', 'ip/invalid'],
  ['has no zone', 'fe80::%eth0/64', 'ip/invalid'],
]);

cases('a unix socket', checkUnixAddress, [
  ['may be a path', 'unix:///run/app.sock'],
  ['may be abstract', 'unix://@app'],
  ['is not a relative path', 'unix://run/app.sock', 'unix/path'],
  ['is not a folder', 'unix:///run/', 'unix/path'],
  ['is not empty', 'unix://', 'unix/path'],
]);

cases('a regular expression', checkRegex, [
  ['may be simple', '^/v[0-9]+$'],
  ['may be empty', ''],
  ['may have 1024 characters', 'a'.repeat(1024)],
  ['has no more', 'a'.repeat(1025), 'regex/too-long'],
  ['is counted in bytes', 'ä'.repeat(513), 'regex/too-long'],
  ['is not a bare star', '*', 'regex/invalid'],
  ['has no lookahead', '(?!a)b', 'regex/invalid'],
  ['has no back reference', '(a)\\1', 'regex/invalid'],
]);

cases('a percentage', checkPercent, [
  ['may be 0', 0],
  ['may be 100', 100],
  ['is not negative', -1, 'percent/range'],
  ['is not above 100', 101, 'percent/range'],
]);

cases('a fractional percentage', checkFractionalPercent, [
  ['may be 0', 0],
  ['may be small', 0.0001],
  ['is not smaller', 0.00009, 'percent/fraction-range'],
  ['is not above 100', 100.1, 'percent/fraction-range'],
  ['is not negative', -0.1, 'percent/fraction-range'],
]);

cases('a subset', checkSubsetName, [
  ['has a DNS label as its name', 'v1'],
  ['is not without a name', '', 'subset/name-empty'],
  ['has no dot in its name', 'v1.2', 'subset/name-invalid'],
]);

cases('a header', checkHeaderName, [
  ['has a token as its name', 'x-user_id'],
  ['is not without a name', '', 'header/name-empty'],
  ['has no blank in its name', 'x user', 'header/name-invalid'],
  ['has no colon in its name', ':path', 'header/name-invalid'],
]);

test('every rule has a slug of its own', () => {
  expect(new Set(valueRules.map(({ slug }) => slug)).size).toBe(valueRules.length);
});
