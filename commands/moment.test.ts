import { expect, it } from 'vitest';
import { moment } from './moment.ts';

it.each([
  ['a day', '2027-01-31', '2027-01-31T00:00:00.000Z'],
  ['a moment', '2027-01-31T12:30:05Z', '2027-01-31T12:30:05.000Z'],
  ['a moment elsewhere', '2027-01-31T12:30+02:00', '2027-01-31T10:30:00.000Z'],
  ['a moment of no time zone', '2027-01-31T12:30', '2027-01-31T12:30:00.000Z'],
])('takes %s', (_, text, expected) => {
  expect(moment(text).toISOString()).toBe(expected);
});

it.each(['soon', 'soon 5', '0', '2027', '2027-02-30', '2027-13-01', '2027-01-31T25:00Z', '+275760-09-13'])(
  'refuses %s',
  (text) => {
    expect(() => moment(text)).toThrow('give a date or time');
  },
);
