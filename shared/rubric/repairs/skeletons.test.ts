import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { HEADER as adrHeader } from '../../kinds/adr/header-blanks';
import { SKELETON as adr } from '../../kinds/adr/skeleton';
import { HEADER as consensusHeader } from '../../kinds/consensus-doc/header-blanks';
import { SKELETON as consensus } from '../../kinds/consensus-doc/skeleton';
import { SKELETON as escalation } from '../../kinds/escalation-playbook/skeleton';
import { SKELETON as briefing } from '../../kinds/executive-summary/skeleton';
import { SKELETON as whys } from '../../kinds/five-whys/skeleton';
import { SKELETON as objections } from '../../kinds/objection-playbook/skeleton';
import { HEADER as postmortemHeader } from '../../kinds/postmortem/header-blanks';
import { SKELETON as postmortem } from '../../kinds/postmortem/skeleton';
import { SKELETON as promo } from '../../kinds/promo-packet/skeleton';
import { SKELETON as agenda } from '../../kinds/review-agenda/skeleton';
import { HEADER as rfcHeader } from '../../kinds/rfc/header-blanks';
import { SKELETON as rfc } from '../../kinds/rfc/skeleton';
import { applyEdits } from '../../text/edits/edit';
import { parseMarkdown } from '../../text/markdown';
import { matchOutline } from '../../text/sections';
import type { KeyBlanks } from './add-keys';
import { type SectionBlank, sectionFix } from './insert-section';

const TEMPLATES: Readonly<Record<string, readonly SectionBlank[]>> = {
  'rfc-template.md': rfc,
  'adr-catalog-template.md': adr,
  'consensus-doc-template.md': consensus,
  'postmortem-template.md': postmortem,
  'promo-packet-template.md': promo,
  'escalation-playbook-template.md': escalation,
  'five-whys-template.md': whys,
  'executive-summary-template.md': briefing,
  'review-agenda-template.md': agenda,
  'objection-playbook-template.md': objections,
};

const template = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../templates/${name}`, import.meta.url)), 'utf8');

/** A template's text without the notes to its writer. */
const withoutNotes = (text: string) =>
  text
    .replace(/^> \[!PROMPT\]\n(?:>.*\n?)*/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const cases = Object.entries(TEMPLATES).flatMap(([name, skeleton]) =>
  skeleton.map((step) => [name, step.name, skeleton, step] as const),
);

describe('skeletons', () => {
  it.each(cases)('%s has "%s" in its place and with these blanks', (name, _, skeleton, step) => {
    const doc = parseMarkdown(template(name));
    const matched = matchOutline(doc, skeleton);
    const own = matched[skeleton.indexOf(step)];
    expect(own?.misplaced).toBe(false);
    const body = own?.section?.body ?? { from: 0, to: 0 };
    expect(withoutNotes(doc.text.slice(body.from, body.to))).toBe(step.blank);
  });

  it.each(cases)('%s: "%s" taken out and put back stands in the same place', (name, _, skeleton, step) => {
    for (const newline of ['\n', '\r\n']) {
      const text = template(name).replaceAll('\n', newline);
      const doc = parseMarkdown(text);
      const index = skeleton.indexOf(step);
      const section = matchOutline(doc, skeleton)[index]?.section;
      if (!section) throw new Error('The template lacks the section');
      const less = text.slice(0, section.heading.span.from) + text.slice(section.body.to);
      const { fix } = sectionFix(parseMarkdown(less), skeleton, step.name);
      const after = applyEdits(less, fix?.edits ?? []);
      const restored = parseMarkdown(after);
      const matched = matchOutline(restored, skeleton);
      expect(matched.map((m) => [m.section !== null, m.misplaced])).toEqual(
        skeleton.map(() => [true, false]),
      );
      const body = matched[index]?.section?.body ?? { from: 0, to: 0 };
      expect(after.slice(body.from, body.to).trim()).toBe(step.blank.replaceAll('\n', newline));
      expect(restored.sections.map((s) => s.heading.level)).toEqual(doc.sections.map((s) => s.heading.level));
      expect(sectionFix(restored, skeleton, step.name)).toEqual({});
    }
  });
});

const HEADERS: Readonly<Record<string, KeyBlanks>> = {
  'rfc-template.md': rfcHeader,
  'adr-catalog-template.md': adrHeader,
  'consensus-doc-template.md': consensusHeader,
  'postmortem-template.md': postmortemHeader,
};

describe('header blanks', () => {
  it.each(Object.entries(HEADERS))(
    '%s has the same keys in the same order, with these blanks',
    (name, blanks) => {
      const root = parseMarkdown(template(name)).frontMatter?.root;
      const members = root?.kind === 'map' ? [...root.members].map(([key, node]) => [key, node.value]) : [];
      expect(members.filter(([key]) => key !== 'kind')).toEqual(blanks);
    },
  );
});
