import { describe, expect, test } from 'vitest';
import { parseImage } from './parse-image.ts';

const digest = `sha256:${'b'.repeat(64)}`;

describe('an image of Istio', () => {
  test.each([
    ['has a component and a version', 'docker.io/istio/proxyv2:1.30.4', 'proxy 1.30.4 upstream'],
    ['needs no registry', 'istio/ztunnel:1.31.1', 'ztunnel 1.31.1 upstream'],
    [
      'may come from a registry with a port',
      'localhost:5000/mirror/pilot:1.28.10',
      'istiod 1.28.10 upstream',
    ],
    ['has a variant that changes nothing', 'x/install-cni:1.27.5-debug', 'cni 1.27.5 debug upstream'],
    ['may be a prerelease', 'x/proxyv2:1.31.0-beta.1-distroless', 'proxy 1.31.0-beta.1 distroless upstream'],
    ['keeps its tag beside a digest', `x/pilot:1.30.4@${digest}`, 'istiod 1.30.4 upstream @'],
    ['says nothing by its digest alone', `x/pilot@${digest}`, 'istiod unknown @'],
    ['without a tag is unknown', 'x/proxyv2', 'proxy unknown'],
    ['of a moving tag is unknown', 'x/pilot:latest', 'istiod unknown'],
    ['of a minor release has its line alone', 'x/pilot:1.29', 'istiod line 1.29 unknown'],
    ['of a development build has its line alone', 'x/pilot:1.29-alpha.0f1e2d', 'istiod line 1.29 unknown'],
    ['of a commit is unknown', 'x/pilot:0f1e2d3c4b5a', 'istiod unknown'],
    ['has no v in its tag', 'x/proxyv2:v1.29.2', 'proxy unknown'],
    ['of a patch that never was is unreleased', 'x/pilot:1.27.10', 'istiod 1.27.10 unreleased'],
    ['of a number that was passed over is unreleased', 'x/pilot:1.18.4', 'istiod 1.18.4 unreleased'],
    ['of an old release is one', 'x/pilot:1.18.5', 'istiod 1.18.5 upstream'],
    ['of a minor release to come is unreleased', 'x/pilot:1.40.0', 'istiod 1.40.0 unreleased'],
    [
      'of an operator counts where Istio is named',
      'docker.io/istio/operator:1.22.8',
      'operator 1.22.8 upstream',
    ],
  ])('%s', (_, reference, expected) => {
    expect(words(reference)).toBe(expected);
  });
});

describe('an image that somebody else built', () => {
  test.each([
    ['has a suffix', 'gcr.io/gke-release/asm/proxyv2:1.20.3-asm.4', 'proxy 1.20.3 +asm.4 vendor'],
    [
      'has a suffix before its variant',
      'x/pilot:1.29.1-tetrate-v3-distroless',
      'istiod 1.29.1 distroless +tetrate-v3 vendor',
    ],
    ['has a number of its packager', 'cgr.dev/c/istio-proxy:1.29.1-r2', 'proxy 1.29.1 +r2 vendor'],
    ['has a name of its packager', 'cgr.dev/c/istio-pilot-fips:1.29.1', 'istiod 1.29.1 +fips vendor'],
    ['has numbers of its own', 'registry.redhat.io/x/istio-proxyv2-rhel9:3.0.1', 'proxy +rhel9 vendor'],
  ])('%s', (_, reference, expected) => {
    expect(words(reference)).toBe(expected);
  });
});

describe('an image of something else', () => {
  test.each([
    ['lies in the same place', 'docker.io/istio/app:1.29.2'],
    ['is an example', 'docker.io/istio/examples-helloworld-v1:1.0'],
    ['is the operator of something else', 'quay.io/acme/operator:1.22.8'],
    ['is another proxy', 'acme/proxy:1.29.1'],
    ['is chosen by the injector', 'auto'],
    ['is called like a key that all objects have', 'x/constructor:1.29.1'],
  ])('%s', (_, reference) => {
    expect(words(reference)).toBe('none not-istio');
  });
});

function words(reference: string): string {
  const { component, version, line, variant, vendorSuffix, origin, digest } = parseImage(reference);
  const suffix = vendorSuffix && `+${vendorSuffix}`;
  return [component, version, line && `line ${line}`, variant, suffix, origin, digest && '@']
    .filter((word) => word !== undefined)
    .join(' ');
}
