import { expect, test } from 'vitest';
import { finding, reportOf } from '../../../testdata/output/sample-report.ts';
import { formatLog } from './log.ts';

test.each([
  [
    'a plain finding',
    { message: 'Bad.' },
    'mesh/reviews.yaml:9:21: error Bad. [IST0106 virtualservice/redirect-code]\n',
  ],
  [
    'standard input',
    { file: '-', message: 'Bad.' },
    '-:9:21: error Bad. [IST0106 virtualservice/redirect-code]\n',
  ],
  [
    'a message of two lines',
    { message: 'a\nb' },
    'mesh/reviews.yaml:9:21: error a\\nb [IST0106 virtualservice/redirect-code]\n',
  ],
  [
    'a cluster and a hint of two lines',
    { message: 'Bad.', cluster: 'east', hint: 'Do\nthis.' },
    'mesh/reviews.yaml:9:21: error Bad. [IST0106 virtualservice/redirect-code] (cluster: east) (hint: Do\\nthis.)\n',
  ],
])('%s takes one line', (_, changes, line) => {
  expect(formatLog(reportOf([finding(changes)]))).toBe(line);
});
