import { contract } from '../../shared/ipc/contract';
import { expect, test } from '../fixtures/launch';

test('the window is sandboxed and its bridge is exactly the contract', async ({ launch, kitDir }) => {
  const { app, window } = await launch({ args: ['--open', kitDir] });
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((w) => {
      const p = (
        w.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
      return {
        sandbox: p['sandbox'],
        contextIsolation: p['contextIsolation'],
        nodeIntegration: p['nodeIntegration'],
        webviewTag: p['webviewTag'],
        webSecurity: p['webSecurity'],
      };
    }),
  );
  expect(preferences.length).toBeGreaterThan(0);
  for (const p of preferences) {
    expect(p).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    });
    expect(p.webviewTag ?? false).toBe(false);
  }
  const page = await window.evaluate(() => {
    const names: string[] = [];
    const walk = (value: object, prefix: string): void => {
      for (const key of Object.keys(value)) {
        const child = (value as Record<string, unknown>)[key];
        if (typeof child === 'function') names.push(`${prefix}${key}`);
        else if (child && typeof child === 'object') walk(child, `${prefix}${key}.`);
        else names.push(`${prefix}${key}: ${typeof child}`);
      }
    };
    walk((globalThis as unknown as { staffwright: object }).staffwright, '');
    return {
      names: names.sort(),
      leaks: ['require', 'process', 'Buffer', 'module', 'ipcRenderer'].filter((name) => name in globalThis),
      origin: location.origin,
    };
  });
  expect(page.leaks).toEqual([]);
  expect(page.origin).toMatch(/^app:\/\//);
  const expected = Object.entries(contract)
    .map(([channel, entry]) => {
      if (entry.type !== 'event') return channel;
      const [area, name] = channel.split('.') as [string, string];
      return `on.${area}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    })
    .sort();
  expect(page.names).toEqual(expected);
});

test('a page cannot leave, open windows, use eval or reach the network', async ({ launch, kitDir }) => {
  const { app, window: page } = await launch({ args: ['--open', kitDir] });
  await page.waitForLoadState();
  const url = page.url();
  const outcome = await page.evaluate(async () => {
    const tried: Record<string, string> = {};
    try {
      tried['open'] = String(window.open('https://example.org/'));
    } catch (error) {
      tried['open'] = String(error);
    }
    for (const [name, address] of [
      ['http', 'http://127.0.0.1:9/'],
      ['https', 'https://example.org/'],
      ['file', 'file:///etc/passwd'],
    ] as const) {
      try {
        await fetch(address);
        tried[name] = 'answered';
      } catch {
        tried[name] = 'refused';
      }
    }
    location.href = 'https://example.org/';
    await new Promise((resolve) => setTimeout(resolve, 300));
    return tried;
  });
  expect(outcome).toMatchObject({ open: 'null', http: 'refused', https: 'refused', file: 'refused' });
  expect(page.url()).toBe(url);
  const visible = await app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((w) => w.isVisible()).length,
  );
  expect(visible).toBe(1);
  const csp = await page.evaluate(async () =>
    (await fetch(location.href)).headers.get('content-security-policy'),
  );
  expect(csp).toContain("default-src 'none'");
  expect(csp).not.toContain('unsafe-eval');
});
