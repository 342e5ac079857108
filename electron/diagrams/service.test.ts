import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DrawingOrder, DrawingReply } from '../../shared/ipc/drawing';
import type { DrawingPage } from './drawing-page';
import { createDiagramService, type DiagramService } from './service';

const SVG = (name: string) => `<svg id="${name}" xmlns="http://www.w3.org/2000/svg"><text>drawn</text></svg>`;

/** What a page does with an order. `hang` answers nothing once it has started. */
type Behaviour = 'draw' | 'hang' | 'die' | ((order: DrawingOrder) => DrawingReply);

/** Pages that answer by what the source says; counts how many were opened and destroyed. */
class Pages {
  opened = 0;
  destroyed = 0;
  readonly sources: string[] = [];
  failures = 0;

  constructor(private readonly behaviour: (source: string) => Behaviour = () => 'draw') {}

  readonly open = async (): Promise<DrawingPage> => {
    if (this.failures-- > 0) throw new Error('not today');
    this.opened++;
    let reply: (reply: DrawingReply) => void = () => undefined;
    let gone: (reason: string) => void = () => undefined;
    return {
      send: (order) => {
        this.sources.push(order.source);
        const behaviour = this.behaviour(order.source);
        const answer = (given: DrawingReply) => setTimeout(() => reply(given), 0);
        answer({ type: 'started', id: order.id });
        if (behaviour === 'draw')
          answer({ type: 'drawn', id: order.id, svg: SVG(order.name), width: 10, height: 20 });
        else if (behaviour === 'die') setTimeout(() => gone('crashed'), 0);
        else if (typeof behaviour === 'function') answer(behaviour(order));
      },
      onReply: (listener) => {
        reply = listener;
      },
      onGone: (listener) => {
        gone = listener;
      },
      destroy: () => {
        this.destroyed++;
      },
    };
  };
}

const FLOW = 'flowchart LR\n  a --> b\n';
const services: DiagramService[] = [];
const folders: string[] = [];

function service(
  pages: Pages,
  options: { cacheFolder?: string; timeLimit?: number; idleTime?: number } = {},
): DiagramService {
  const made = createDiagramService({ openPage: pages.open, cacheFolder: null, ...options });
  services.push(made);
  return made;
}

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'staffwright-pictures-'));
  folders.push(made);
  return made;
}

afterEach(async () => {
  for (const made of services.splice(0)) made.dispose();
  for (const made of folders.splice(0)) await rm(made, { recursive: true, force: true });
});

const light = (source: string) => ({ source, theme: 'light' as const });

describe('the drawing service', () => {
  it('draws a text once, however often and by whomever it is wanted', async () => {
    const pages = new Pages();
    const diagrams = service(pages);
    const [first, second] = await Promise.all([diagrams.draw(light(FLOW)), diagrams.draw(light(FLOW))]);
    expect(first).toMatchObject({ ok: true, value: { width: 10, height: 20 } });
    expect(second).toEqual(first);
    expect(await diagrams.draw(light(FLOW))).toEqual(first);
    expect(pages.sources).toEqual([FLOW]);
    await diagrams.draw({ source: FLOW, theme: 'dark' });
    expect(pages.sources).toHaveLength(2);
  });

  it('finds pictures of an earlier start on disk, and draws anew what was tampered with there', async () => {
    const cacheFolder = await folder();
    const before = await service(new Pages(), { cacheFolder }).draw(light(FLOW));
    const pages = new Pages();
    expect(await service(pages, { cacheFolder }).draw(light(FLOW))).toEqual(before);
    expect(pages.opened).toBe(0);

    const [name = ''] = await readdir(cacheFolder);
    const stored = await readFile(join(cacheFolder, name), 'utf8');
    await writeFile(join(cacheFolder, name), stored.replace('<text>', '<script>alert(1)</script><text>'));
    const drawn = await service(pages, { cacheFolder }).draw(light(FLOW));
    expect(drawn).toEqual(before);
    expect(pages.opened).toBe(1);
  });

  it('keeps what was drawn while somebody wrote in memory, not on disk', async () => {
    const cacheFolder = await folder();
    const pages = new Pages();
    const diagrams = service(pages, { cacheFolder });
    await diagrams.draw({ ...light(FLOW), passing: true });
    expect(await readdir(cacheFolder)).toEqual([]);
    await diagrams.draw(light(FLOW));
    expect(pages.sources).toHaveLength(1);
  });

  it('stops a drawing that hangs, says so, and draws the next one on a fresh page', async () => {
    const pages = new Pages((source) => (source.includes('endless') ? 'hang' : 'draw'));
    const diagrams = service(pages, { timeLimit: 20 });
    const [stuck, next] = await Promise.all([
      diagrams.draw(light('flowchart LR\n  endless')),
      diagrams.draw(light(FLOW)),
    ]);
    expect(stuck).toMatchObject({ ok: false, error: { code: 'diagram-timeout' } });
    expect(next.ok).toBe(true);
    expect([pages.opened, pages.destroyed]).toEqual([2, 1]);
  });

  it.each([
    [1_999, true],
    [2_000, false],
    [2_001, false],
  ])('has two seconds for a drawing: one takes %i ms', async (milliseconds, drawn) => {
    vi.useFakeTimers();
    try {
      const open = async (): Promise<DrawingPage> => {
        let reply: (reply: DrawingReply) => void = () => undefined;
        return {
          send: (order) => {
            reply({ type: 'started', id: order.id });
            const picture = {
              type: 'drawn',
              id: order.id,
              svg: SVG(order.name),
              width: 1,
              height: 1,
            } as const;
            setTimeout(() => reply(picture), milliseconds);
          },
          onReply: (listener) => {
            reply = listener;
          },
          onGone: () => undefined,
          destroy: () => undefined,
        };
      };
      const diagrams = createDiagramService({ openPage: open, cacheFolder: null });
      services.push(diagrams);
      const answer = diagrams.draw(light(FLOW));
      await vi.advanceTimersByTimeAsync(3_000);
      expect((await answer).ok).toBe(drawn);
    } finally {
      vi.useRealTimers();
    }
  });

  it('gives the pictures of a book more time than those on screen', async () => {
    const slow = (order: DrawingOrder): DrawingReply => ({
      type: 'drawn',
      id: order.id,
      svg: SVG(order.name),
      width: 1,
      height: 1,
    });
    const late: DrawingPage[] = [];
    const open = async (): Promise<DrawingPage> => {
      let reply: (reply: DrawingReply) => void = () => undefined;
      const page: DrawingPage = {
        send: (order) => {
          reply({ type: 'started', id: order.id });
          setTimeout(() => reply(slow(order)), 120);
        },
        onReply: (listener) => {
          reply = listener;
        },
        onGone: () => undefined,
        destroy: () => undefined,
      };
      late.push(page);
      return page;
    };
    const diagrams = createDiagramService({ openPage: open, cacheFolder: null, timeLimit: 60 });
    services.push(diagrams);
    expect(await diagrams.draw(light(FLOW))).toMatchObject({ ok: false, error: { code: 'diagram-timeout' } });
    expect(await diagrams.draw({ source: FLOW, theme: 'print' })).toMatchObject({ ok: true });
  });

  it('survives a page that dies in the middle of a drawing', async () => {
    const pages = new Pages((source) => (source.includes('deadly') ? 'die' : 'draw'));
    const diagrams = service(pages);
    expect(await diagrams.draw(light('flowchart LR\n  deadly'))).toMatchObject({
      ok: false,
      error: { code: 'diagram-syntax' },
    });
    expect((await diagrams.draw(light(FLOW))).ok).toBe(true);
    expect(pages.opened).toBe(2);
  });

  it('tries once more when the page does not open, and then says so', async () => {
    const pages = new Pages();
    pages.failures = 1;
    expect((await service(pages).draw(light(FLOW))).ok).toBe(true);
    const never = new Pages();
    never.failures = 9;
    expect(await service(never).draw(light(FLOW))).toMatchObject({ ok: false, error: { code: 'internal' } });
  });

  it('passes on what the parser says, with the line', async () => {
    const pages = new Pages(() => ({ id }) => ({ type: 'failed', id, message: 'not a diagram', line: 3 }));
    expect(await service(pages).draw(light(FLOW))).toEqual({
      ok: false,
      error: { code: 'diagram-syntax', message: 'not a diagram', line: 3 },
    });
  });

  it('refuses a picture that came through with something active in it', async () => {
    const pages = new Pages(() => ({ id, name }) => ({
      type: 'drawn',
      id,
      svg: `<svg id="${name}" onload="alert(1)"></svg>`,
      width: 1,
      height: 1,
    }));
    expect(await service(pages).draw(light(FLOW))).toMatchObject({
      ok: false,
      error: { code: 'diagram-syntax' },
    });
  });

  /** A flowchart of so many bytes in UTF-8; half as many characters, so that counting those would not do. */
  const ofBytes = (bytes: number) => {
    const head = 'flowchart LR\n%% ';
    const room = bytes - head.length;
    return `${head}${'é'.repeat(Math.floor(room / 2))}${room % 2 === 1 ? 'x' : ''}`;
  };
  const chain = (edges: number) =>
    `flowchart LR\n${Array.from({ length: edges }, (_, i) => `  n${i} --> n${i + 1}\n`).join('')}`;
  it.each([
    ['no text', ' \n', 'no diagram here'],
    ['one byte over 50 KB', ofBytes(50 * 1024 + 1), '50 KB'],
    ['501 connections', chain(501), '501 connections'],
  ])('refuses %s without opening a page', async (_name, source, message) => {
    const pages = new Pages();
    const answer = await service(pages).draw(light(source));
    expect(answer).toMatchObject({ ok: false, error: { code: 'diagram-syntax' } });
    expect(answer.ok ? '' : answer.error.message).toContain(message);
    expect(pages.opened).toBe(0);
  });

  it.each([
    ['one byte less than 50 KB', ofBytes(50 * 1024 - 1)],
    ['exactly 50 KB', ofBytes(50 * 1024)],
    ['499 connections', chain(499)],
    ['500 connections', chain(500)],
  ])('draws %s', async (_name, source) => {
    expect((await service(new Pages()).draw(light(source))).ok).toBe(true);
  });

  it('answers a cancelled request at once; the drawing is finished for others', async () => {
    const pages = new Pages();
    const diagrams = service(pages);
    const abort = new AbortController();
    const wanted = diagrams.draw(light(FLOW));
    const given = diagrams.draw(light(FLOW), abort.signal);
    abort.abort();
    expect(await given).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect((await wanted).ok).toBe(true);
  });

  it('ends open requests and the page when it is disposed of', async () => {
    const pages = new Pages(() => 'hang');
    const diagrams = service(pages);
    const open = diagrams.draw(light(FLOW));
    const waiting = diagrams.draw(light('flowchart TD\n  c'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    diagrams.dispose();
    expect(await Promise.all([open, waiting])).toMatchObject([
      { ok: false, error: { code: 'cancelled' } },
      { ok: false, error: { code: 'cancelled' } },
    ]);
    expect(pages.destroyed).toBe(1);
  });

  it('gives the page back when nothing was drawn for a while', async () => {
    const pages = new Pages();
    const diagrams = service(pages, { idleTime: 10 });
    await diagrams.draw(light(FLOW));
    await expect.poll(() => pages.destroyed).toBe(1);
    await diagrams.draw(light('flowchart TD\n  c'));
    expect(pages.opened).toBe(2);
  });
});
