import { type AutoCriterion, judge, notApplicable, type Problem } from '../../../rubric/criterion';
import { sectionFix, withBlank } from '../../../rubric/repairs/insert-section';
import { findSection, hasSection } from '../../../text/sections';
import type { SupportDoc } from '../model';
import { outlineOf } from '../outlines';

/** DOC-01. */
export const sectionsPresent: AutoCriterion<SupportDoc> = {
  id: 'DOC-01',
  mode: 'auto',
  severity: 'must',
  scope: 'structure',
  readsPacket: false,
  title: 'The sections of this paper are there',
  failTitle: 'A section that this paper needs is missing',
  why: 'Somebody opens a working paper in a hurry and goes to the section they know from the last one; when it is gone they ask the author, who is asleep.',
  hint: 'Insert the section, or a sentence in it that says why there is nothing to tell.',
  sources: ['Seed'],
  check: ({ model, source }) => {
    const { doc, title, subtype } = model;
    const outline = outlineOf(source.path, subtype);
    if (!outline)
      return notApplicable(
        'Nothing prescribes sections for this paper; its file name or `subtype:` would say which it is',
      );
    const found = outline.map((step) => ({ step, section: findSection(doc, step.aliases) }));
    const problems = found.flatMap(({ step, section }, i): Problem[] => {
      const written: boolean = hasSection(doc, section, 1);
      if (written) return [];
      if (section) return [{ span: section.heading.span, message: `"${section.heading.text}" is empty` }];
      const next =
        found.slice(i + 1).find((other) => other.section) ?? found.slice(0, i).findLast((o) => o.section);
      return [
        {
          span: next?.section?.heading.span ?? title,
          message: `The section "${step.name}" is missing`,
          ...sectionFix(doc, outline.map(withBlank), step.name),
        },
      ];
    });
    return judge(
      problems,
      found.flatMap(({ section }) => (section ? [section.heading.span] : [])),
    );
  },
  examples: {
    pass: [
      {
        path: 'kit/INC-7-replay.md',
        source:
          '---\nkind: support-doc\nsubtype: runbook\n---\n\n# Replay\n\n## When to replay\n\nRows are missing.\n\n## Procedure\n\nSee below.\n\n## Verify\n\nCount.\n\n## Stop\n\nNever.\n',
        evidence: ['## Procedure'],
      },
    ],
    fail: [
      {
        path: 'kit/RFC-007-one-pager.md',
        source:
          '# One page\n\n## Ask\n\nBuy it.\n\n## Why now\n\n## Cost\n\n$5\n\n## What we need\n\nA yes.\n',
        at: ['## Why now', '## Cost'],
      },
      {
        path: 'kit/talk.md',
        source: '---\nsubtype: brief\n---\n\n# What it costs\n\nMuch.\n',
        at: ['# What it costs', '# What it costs', '# What it costs'],
      },
    ],
  },
};
