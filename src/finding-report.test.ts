import { expect, test } from 'vitest';
import { findingFormats, findingReport, readText, ruleInfos, summaryLine, validate } from './index.ts';

const text = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: reviews}
spec: {host: reviews, trafficPolicy: {loadBalancer: {simple: LEAST}}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ratings}
spec: {host: ratings, trafficPolicy: {loadBalancer: {simple: LEAST_CONN}}}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: reviews}
`;

test('a validation becomes a report with counts, rules and source lines', async () => {
  const report = findingReport(await validate(readText(text, 'mesh.yaml')), await ruleInfos());
  expect(report).toMatchObject({
    files: ['mesh.yaml'],
    summary: {
      files: 1,
      documents: 3,
      resources: 3,
      skipped: { 'v1 ServiceAccount': 1 },
      errors: 1,
      warnings: 1,
      infos: 0,
    },
    rules: await ruleInfos(),
  });
  expect(report.lines('mesh.yaml', 4, 4)).toEqual([text.split('\n')[3]]);
});

test('a report can be printed in any format and summed up', async () => {
  const report = findingReport(await validate(readText(text, 'mesh.yaml')));
  const formatLog = await findingFormats.log();
  expect(formatLog(report)).toMatch(/^mesh\.yaml:4:62: error .+\nmesh\.yaml:9:62: warning .+\n$/);
  expect(summaryLine(report.summary)).toBe(
    '1 error, 1 warning in 1 file (2 resources checked, 1 skipped: 1 v1 ServiceAccount)',
  );
});
