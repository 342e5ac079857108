import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../shared/commands';
import { menuTemplate } from './menu-template';

const build = (
  platform: NodeJS.Platform,
  ran: string[] = [],
  shortcuts: Readonly<Record<string, string>> = {},
) =>
  menuTemplate({
    platform,
    appName: 'Staffwright',
    development: false,
    shortcuts,
    run: (id) => ran.push(id),
  });

const items = (template: ReturnType<typeof menuTemplate>) =>
  template.flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []));

describe('the native menu', () => {
  it('holds every command of the table once', () => {
    const ids = items(build('linux')).flatMap((item) => item.id ?? []);
    expect(ids.sort()).toEqual(COMMANDS.map(({ id }) => id).sort());
  });

  it('leaves to the page what the page does, and to the system what has a role', () => {
    const ran: string[] = [];
    for (const item of items(build('linux', ran))) {
      if (item.id === undefined) continue;
      expect(item.role === undefined).toBe(item.click !== undefined);
      (item.click as (() => void) | undefined)?.();
    }
    const roles = COMMANDS.filter((command) => 'role' in command).length;
    expect(ran).toHaveLength(COMMANDS.length - roles);
  });

  it('needs a kit for what works on one', () => {
    const save = items(build('linux')).find((item) => item.id === 'file.save');
    const open = items(build('linux')).find((item) => item.id === 'kit.openFolder');
    expect([save?.enabled, open?.enabled]).toEqual([false, true]);
    expect(save?.accelerator).toBe('CmdOrCtrl+S');
  });

  it('shows the keys that are in force, and none where they were taken away', () => {
    const changed = items(
      build('linux', [], { 'file.save': 'F9', 'file.close': '', 'view.theme': 'no keys' }),
    );
    const keys = (id: string) => changed.find((item) => item.id === id)?.accelerator;
    expect([keys('file.save'), keys('file.close'), keys('view.theme')]).toEqual(['F9', undefined, undefined]);
    expect(keys('go.file')).toBe('CmdOrCtrl+P');
  });

  it('never begins, ends or doubles a separator', () => {
    for (const menu of build('linux')) {
      const kinds = (Array.isArray(menu.submenu) ? menu.submenu : []).map(
        (item) => item.type === 'separator',
      );
      expect([kinds[0], kinds.at(-1)]).toEqual([false, false]);
      expect(kinds.some((separator, index) => separator && kinds[index + 1])).toBe(false);
    }
  });

  it('shows commands of one group together, between separators, in the order of the groups', () => {
    const groupOf = new Map<string, number>(COMMANDS.map(({ id, group }) => [id, group]));
    for (const { label, submenu } of build('linux')) {
      const groups: (number | undefined)[][] = [[]];
      for (const { type, id } of Array.isArray(submenu) ? submenu : []) {
        if (type === 'separator') groups.push([]);
        else groups.at(-1)?.push(groupOf.get(id ?? ''));
      }
      const told = groups.map((group) => [...new Set(group)]);
      const sorted = told.flat().sort((a, b) => (a ?? 0) - (b ?? 0));
      expect(told, label).toEqual(sorted.map((group) => [group]));
    }
  });

  it('has Settings and Quit in the application menu on macOS, and no developer tools in a package', () => {
    const mac = build('darwin');
    expect(mac[0]?.label).toBe('Staffwright');
    expect(items(mac).filter((item) => item.role === 'quit')).toHaveLength(1);
    expect(items(mac).filter((item) => item.id === 'app.settings')).toHaveLength(1);
    expect(items(mac.slice(0, 1)).some((item) => item.id === 'app.settings')).toBe(true);
    expect(items(mac).some((item) => item.role === 'toggleDevTools')).toBe(false);
  });

  it.each(['linux', 'win32', 'darwin'] as const)(
    'has developer tools and reload outside of a package only: %s',
    (platform) => {
      const roles = (development: boolean) =>
        items(menuTemplate({ platform, appName: 'x', development, shortcuts: {}, run: () => undefined })).map(
          ({ role }) => role,
        );
      const tools = ['toggleDevTools', 'reload', 'forceReload'];
      expect(roles(false).filter((role) => tools.includes(role ?? ''))).toEqual([]);
      expect(roles(true).filter((role) => tools.includes(role ?? ''))).not.toEqual([]);
    },
  );
});
