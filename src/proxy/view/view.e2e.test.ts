import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDump } from '../dump/read-dump.ts';
import { renderView, viewModel, type ViewModel } from './index.ts';
import { browserProgram } from './testing/browser-program.ts';
import { sampleDump } from './testing/sample-dump.ts';

const program = browserProgram();
if (program === undefined)
  process.stderr.write(
    'view.e2e.test.ts is skipped: no chromium is on the path and MESHCTL_BROWSER names none\n',
  );

const dump = readDump(readFileSync('testdata/proxy/config-dump.json'), { name: 'config-dump.json' });
const statuses = readDump(readFileSync('testdata/proxy/clusters.json'));
const shelf = 'outbound|9090||shelf.books.svc.cluster.local';

describe.skipIf(program === undefined)('a page in a browser', () => {
  let browser: Browser;
  let folder: string;
  /** What pages said or asked for that they should not. */
  let complaints: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'meshctl-view-'));
    browser = await chromium.launch({ executablePath: program ?? '', args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (model: ViewModel, hash = ''): Promise<Page> => {
    const file = join(folder, 'page.html');
    writeFileSync(file, renderView(model));
    complaints = [];
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const address = pathToFileURL(file).href;
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== address) complaints.push(request.url());
    });
    await page.goto(address + hash);
    await page.waitForSelector('.ready .row');
    return page;
  };
  const column = (page: Page, number: number) => page.locator('.column').nth(number);
  const labels = async (page: Page, number: number): Promise<string[]> =>
    column(page, number).locator('.label').allTextContents();
  const row = (page: Page, number: number, label: string) =>
    column(page, number)
      .locator('.row', { has: page.getByText(label, { exact: true }) })
      .first();
  const heading = (page: Page) => page.locator('#details h2');

  test('is quiet: nothing is logged and nothing is loaded', async () => {
    const page = await open(viewModel(dump, { statuses }));
    await expect(page.title()).resolves.toBe('reader-0.books – meshctl proxy-config view');
    await expect.poll(() => page.locator('#links').getAttribute('data-links')).not.toBe('0');
    expect(complaints).toEqual([]);
  });

  test('leads from a listener over its routes and clusters to endpoints, by clicks', async () => {
    const page = await open(viewModel(dump, { statuses }));
    await row(page, 0, '10.96.0.9:9090').click();
    await expect.poll(() => labels(page, 0)).toHaveLength(4);
    expect(await labels(page, 1)).toContain('9090');
    await row(page, 1, 'routes of 10.96.0.9:9090').click();
    await expect.poll(() => labels(page, 2)).toEqual(['shelf.books:9090']);
    await row(page, 2, 'shelf.books:9090').click();
    await expect.poll(() => heading(page).textContent()).toBe('shelf.books:9090');
    await row(page, 3, '10.2.0.7:9091').click();
    await expect.poll(() => labels(page, 3)).toEqual(['10.2.0.7:9091']);
    expect(await labels(page, 0)).toContain('10.96.0.9:9090');
    await expect
      .poll(() => page.locator('#details pre').first().textContent())
      .toContain('"port_value": 9091');
    await page.keyboard.press('Escape');
    await expect.poll(() => heading(page).textContent()).toBe('Overview');
    expect(complaints).toEqual([]);
  });

  test('finds names, domains and addresses', async () => {
    const page = await open(viewModel(dump, { statuses }));
    const find = async (words: string, number: number): Promise<string[]> => {
      await page.keyboard.press('/');
      await page.locator('#search').fill(words);
      return labels(page, number);
    };
    await expect.poll(() => find('10.2.0.7', 3)).toEqual(['10.2.0.7:9091']);
    await expect.poll(() => find('shop.example', 1)).toEqual(['https', 'nothing']);
    await expect.poll(() => find('SHELF v2', 2)).toEqual(['shelf.books:9090 v2']);
    await expect.poll(() => find('no such thing', 2)).toEqual([]);
    expect(await column(page, 2).locator('.empty').isVisible()).toBe(true);
  });

  test('tells health by colour, by form and by words', async () => {
    const page = await open(viewModel(dump, { statuses }), `#cluster/${shelf}`);
    const health = (number: number) => page.evaluate<string[][]>(`(${readSigns})(${number})`);
    const [well, ill] = ['rgb(17, 99, 41)', 'rgb(179, 32, 42)'];
    await expect.poll(() => health(2)).toEqual([['degraded', 'rgb(125, 82, 0)', '50%']]);
    expect(await health(3)).toEqual([
      ['unhealthy', ill, '0px'],
      ...Array.from({ length: 3 }, () => ['healthy', well, '50%']),
    ]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect((await health(2))[0]?.[1]).toBe('rgb(232, 181, 74)');
  });

  test('opens what its address names, and says when there is no such thing', async () => {
    const page = await open(viewModel(dump, { statuses }), '#routes/80/v6/0');
    expect(await heading(page).textContent()).toBe('/*');
    expect(await page.locator('#details .problems').textContent()).toContain('the cluster x is missing');
    const lost = await open(viewModel(dump), '#cluster/nowhere');
    expect(await lost.locator('#details .missed').textContent()).toBe(
      'Nothing in this dump is called cluster/nowhere',
    );
  });

  test('can be used by keys alone', async () => {
    const page = await open(viewModel(dump, { statuses }));
    await column(page, 0).locator('.list').focus();
    for (let steps = 0; steps < 20; steps++) {
      await page.keyboard.press('ArrowDown');
      if ((await heading(page).textContent()) === '10.96.0.9:9090') break;
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => labels(page, 2)).toContain('shelf.books:9090');
    await column(page, 0).locator('.list').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('.row.cursor').getAttribute('data-node')).not.toBeNull();
    await page.keyboard.press('Escape');
    await expect.poll(() => heading(page).textContent()).toBe('Overview');
  });

  test.each([
    '</script><script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    '__proto__',
    '${alert(1)}',
  ])('does not run what a name says: %s', async (word) => {
    const page = await open(viewModel(sampleDump({ word })), `#cluster/${encodeURIComponent(`web${word}`)}`);
    await expect.poll(() => heading(page).textContent()).toBe(`web${word}`);
    await expect.poll(() => page.locator('#details pre').textContent()).toContain('"name": "web');
    expect(await page.locator('main img, main svg svg, aside img, aside svg').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('stays small in the browser when the dump is large, and unpacks its JSON', async () => {
    const endpoints = Array.from({ length: 20_000 }, (_, i) => ({
      address: `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`,
      health: i === 19_999 ? 'UNHEALTHY' : 'HEALTHY',
    }));
    const model = viewModel(sampleDump({ endpoints }));
    const page = await open(model);
    expect(await page.locator('.row').count()).toBeLessThan(150);
    expect(await column(page, 3).locator('.count').textContent()).toBe('20,000');
    await page.locator('#search').fill('10.0.78.31:8080');
    await expect.poll(() => labels(page, 3)).toEqual(['10.0.78.31:8080']);
    await row(page, 3, '10.0.78.31:8080').click();
    await expect.poll(() => page.locator('#details pre').textContent()).toContain('UNHEALTHY');
    expect(complaints).toEqual([]);
  });
});

/** Runs in the browser: what the signs of a column say, their colour, and their form. */
const readSigns = `(column) =>
  Array.from(document.querySelectorAll('.column')[column].querySelectorAll('.health'), (sign) => {
    const { borderTopColor, borderRadius } = getComputedStyle(sign);
    return [sign.getAttribute('aria-label'), borderTopColor, borderRadius];
  })`;
