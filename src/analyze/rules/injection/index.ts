import { imageAutoPod } from './image-auto-pod.ts';
import { imageAutoTemplate } from './image-auto-template.ts';
import { namespaceLabels } from './namespace-labels.ts';
import { namespaceNotInjected } from './namespace-not-injected.ts';
import { onByDefault } from './on-by-default.ts';
import { podWithoutProxy } from './pod-without-proxy.ts';
import { proxyImage } from './proxy-image.ts';

export const injectionRules = [
  ...[namespaceLabels, namespaceNotInjected, onByDefault],
  ...[podWithoutProxy, proxyImage, imageAutoPod, imageAutoTemplate],
];
