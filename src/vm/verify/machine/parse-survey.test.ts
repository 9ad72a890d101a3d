import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { parseSurvey } from './parse-survey.ts';
import { surveyScript } from './survey-script.ts';

const now = new Date('2030-05-01T12:00:00Z');
const parse = (...lines: readonly string[]): ReturnType<typeof parseSurvey> =>
  parseSurvey(['meshctl-survey: begin', ...lines, 'meshctl-survey: end'], now);

describe('what a survey says', () => {
  test('is not there when it did not come to its end', () => {
    expect(parseSurvey(['meshctl-survey: begin', 'clock 1'], now)).toBeUndefined();
    expect(parseSurvey(['clock 1', 'meshctl-survey: end'], now)).toBeUndefined();
  });

  test('begins where it says so, whatever a login shell printed before', () => {
    const state = parseSurvey(
      [
        'Welcome',
        'clock 0',
        'meshctl-survey: begin',
        `clock ${now.getTime() / 1000 + 42}`,
        'meshctl-survey: end',
      ],
      now,
    );
    expect(state?.clockAhead).toBe(42);
  });

  test('has places with their modes, owners and kinds', () => {
    expect(parse('place 750 0 33 folder /etc/certs', 'place 4640 7 8 file /etc/hosts')?.places).toEqual(
      new Map([
        ['/etc/certs', { mode: 0o750, uid: 0, gid: 33, folder: true }],
        ['/etc/hosts', { mode: 0o640, uid: 7, gid: 8, folder: false }],
      ]),
    );
  });

  test('has texts as they are, lines that look like keywords among them', () => {
    const state = parse('text /etc/hosts', '|127.0.0.1 localhost', '|clock 99', '|', '', 'version 1.31.1');
    expect(state?.texts.get('/etc/hosts')).toBe('127.0.0.1 localhost\nclock 99\n\n');
    expect(state?.version).toBe('1.31.1');
  });

  test('has ports in decimal digits', () => {
    expect(parse('listener 3AA4 1337')?.listeners).toEqual([{ port: 15012, uid: 1337 }]);
  });

  test('has answers of known servers alone', () => {
    expect(parse('answer ready 503', '|not yet', 'answer other 200')?.answers).toEqual({
      ready: { status: 503, body: 'not yet' },
    });
  });

  test('has names that nobody knows without addresses', () => {
    const state = parse(
      'lookup istiod.istio-system.svc ',
      'lookup other.svc 10.0.0.1 ::1 ',
      'reach other.svc 60',
    );
    expect([...(state?.lookups ?? [])]).toEqual([
      ['istiod.istio-system.svc', []],
      ['other.svc', ['10.0.0.1', '::1']],
    ]);
    expect(state?.reached.get('other.svc')).toBe(60);
  });

  test('is read whatever it is', () => {
    fc.assert(fc.property(fc.array(fc.string()), (lines) => void parse(...lines)));
  });
});

test('a survey of this machine is understood, and writes nothing to standard error', () => {
  const { stdout, stderr } = spawnSync('sh', ['-s'], { input: surveyScript, encoding: 'utf8' });
  const state = parseSurvey(stdout.split('\n'), new Date());
  expect(Math.abs(state?.clockAhead ?? Number.NaN)).toBeLessThan(60);
  expect(stderr).toBe('');
});

test.runIf(spawnSync('shellcheck', ['--version']).error === undefined)(
  'shellcheck has nothing to say of the survey',
  () => {
    const check = ['-s', 'sh', '-S', 'style', '-'];
    expect(spawnSync('shellcheck', check, { input: surveyScript, encoding: 'utf8' }).stdout).toBe('');
  },
);
