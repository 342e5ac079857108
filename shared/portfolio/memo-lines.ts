import { relativeLink } from '../domain/kit-path';
import { rootReader } from '../rubric/root-reader';
import type { MarkdownDoc, Section } from '../text/markdown';
import { readableText } from '../text/markdown/readable';
import { sentencesOfText } from '../text/prose';
import { quantities } from '../text/quantities';
import { headingAnchors } from './anchors';
import { cell, type MemoKit, namesAt } from './memo-kit';

const NUMBERS = 6;
const PEOPLE = 5;

/** Figures of the kit with the section they are from: the candidate keeps those that measure scope. */
export function figuresOf({ plan, path, source }: MemoKit): string[] {
  const lines: string[] = [];
  const seen = new Set<string>();
  for (const artifact of plan.parts.flatMap((part) => (part.kind === 'part' ? part.artifacts : []))) {
    const file = source(artifact.path);
    if (file?.format !== 'md') continue;
    const anchors = headingAnchors(file.markdown.headings);
    let own = 0;
    for (const { heading, body, index } of file.markdown.sections) {
      if (heading.level !== 2 || own > 0) continue;
      const sentence = firstWithNumber(file.markdown, body, seen);
      if (!sentence) continue;
      own++;
      const link = `${relativeLink(path, artifact.path)}#${anchors[index] ?? ''}`;
      lines.push(`- ${sentence} ([${cell(artifact.title)}, ${cell(heading.text)}](${link}))`);
    }
    if (lines.length >= NUMBERS) break;
  }
  return lines.slice(0, NUMBERS);
}

const LONGEST_SENTENCE = 180;

function firstWithNumber(doc: MarkdownDoc, body: Section['body'], seen: Set<string>): string | null {
  for (const block of doc.blocks) {
    if (block.kind !== 'paragraph' || block.inQuote) continue;
    if (block.span.from < body.from || block.span.to > body.to) continue;
    const text = readableText(doc, block.span).replace(/\s+/g, ' ').trim();
    for (const { from, to } of sentencesOfText(text)) {
      const sentence = text.slice(from, to).trim();
      const found = quantities(sentence);
      if (found.length === 0 || sentence.length > LONGEST_SENTENCE || seen.has(sentence)) continue;
      seen.add(sentence);
      return sentence;
    }
  }
  return null;
}

const PEOPLE_KEYS = [
  'owner',
  'author',
  'authors',
  'facilitator',
  'captain',
  'approvers',
  'reviewers',
  'decision-makers',
];

/** The people of the documents, those that most of them name first, with what they were to the first of them. */
export function peopleOf({ plan, candidate, source }: MemoKit): string[] {
  const found = new Map<string, { readonly first: string; count: number }>();
  for (const artifact of plan.parts.flatMap((part) => (part.kind === 'part' ? part.artifacts : []))) {
    const file = source(artifact.path);
    if (!file || file.format === 'mmd') continue;
    const header = rootReader(file);
    for (const key of PEOPLE_KEYS)
      for (const name of namesAt(header, key)) {
        // Teams and blanks are no people to call.
        if (name === candidate.name || !/^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+)+$/u.test(name)) continue;
        const known = found.get(name);
        if (known) known.count++;
        else found.set(name, { first: `${spelledKey(key)} of ${cell(artifact.title)}`, count: 1 });
      }
  }
  return [...found]
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, PEOPLE)
    .map(([name, { first }]) => `- ${name}, ${first}: <what they saw for themselves>`);
}

function spelledKey(key: string): string {
  return key.replace(/-/g, ' ').replace(/s$/, '');
}
