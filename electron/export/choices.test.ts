import { expect, test } from 'vitest';
import { err, ok } from '../../shared/util/result';
import { exportChoices } from './choices';

const kit = (text: string | null) => ({
  readText: async () =>
    text === null
      ? err({ code: 'not-found' as const, message: 'There is no such file.' })
      : ok({ text, hash: '', readOnly: false, lineEnd: 'lf' as const, bom: false }),
});

test.each([
  ['nothing said anywhere', null, {}, ['pdf', 'briefing', 'html', 'zip'], false],
  ['what the kit says', 'version: 1\noutputs: [html]\nredact: true\n', {}, ['html'], true],
  [
    'what was asked for goes before the kit',
    'version: 1\noutputs: [html]\nredact: true\n',
    { outputs: ['zip' as const], redact: false },
    ['zip'],
    false,
  ],
  ['each on its own', 'version: 1\noutputs: [html]\nredact: true\n', { redact: false }, ['html'], false],
  [
    'choices of a session go before the file',
    'version: 1\nredact: true\n',
    { composition: 'version: 1\noutputs: [pdf]\n' },
    ['pdf'],
    false,
  ],
  ['a broken file says nothing', 'outputs: [html\n', {}, ['pdf', 'briefing', 'html', 'zip'], false],
])('%s', async (_, text, request, outputs, redact) => {
  expect(await exportChoices(kit(text), request)).toEqual({ outputs, redact });
});
