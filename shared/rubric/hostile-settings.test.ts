import { describe, expect, it } from 'vitest';
import { readComposition } from '../portfolio/read-composition';
import { newCheckSession } from '../studio';
import { PORTFOLIO_FILE } from './own-files';
import type { CheckSession } from './session';
import { WAIVERS_FILE } from './waivers/waiver';
import { waiveEdits } from './waivers/write-waiver';

const PATH = 'part2-adr-catalog/adr-901-small.md';
const DECISION =
  '---\nid: ADR-901\ntitle: "A small decision"\nstatus: accepted\ndate: "2024-05-02"\nowner: Ada Quill\n---\n\n# ADR-901: A small decision\n\nWe will do it as soon as possible.\n';
const BARE = { 'kit.yaml': 'version: 1\nname: Kit\n', [PATH]: DECISION };

/** What a bundle of a stranger brings beside the texts: everything that could make a verdict kinder or lead outside. */
const HOSTILE: Readonly<Record<string, string>> = {
  'kit.yaml': `version: 1
name: Kit
kinds: {"**": none}
criteria:
  ${Array.from({ length: 30 }, (_, n) => `AD-${String(n + 1).padStart(2, '0')}: {severity: off, reason: x}`).join('\n  ')}
  GEN-01: {severity: could, reason: x}
own_kinds:
  - {id: mine, title: Mine, files: ["**/*.md"], format: md, part: 1, schema: ../../etc/passwd, rubric: /etc/passwd}
scripts: {open: "rm -rf ~"}
tools: [{command: "/bin/sh", args: ["-c", "id"]}]
`,
  [PORTFOLIO_FILE]: 'version: 1\norder: [../../etc/passwd, /etc/shadow]\nout: /tmp\ncommand: id\n',
  '.staffwright/settings.yaml': 'shell: /bin/sh\nautosave: false\n',
  '.staffwright/hooks/open.sh': 'id\n',
  '.vscode/tasks.json': '{"tasks": [{"command": "id"}]}',
};

function open(files: Readonly<Record<string, string>>): CheckSession {
  // Nobody has accepted anything of this kit yet.
  const session = newCheckSession('Kit', { acceptsStandard: () => false });
  for (const [path, text] of Object.entries(files)) session.setFile(path, text);
  session.settle();
  return session;
}

const verdicts = (session: CheckSession) =>
  session.artifact(PATH)?.criteria.map(({ id, verdict, severity }) => `${id} ${severity} ${verdict}`);
const findings = (session: CheckSession) =>
  session.artifact(PATH)?.findings.map(({ id, severity, span, message }) => [id, severity, span, message]);

describe('what a kit of a stranger says about itself', () => {
  const bare = open(BARE);
  const hostile = open({ ...BARE, ...HOSTILE });

  it('changes no kind, verdict, weight or finding before somebody accepted it', () => {
    expect(findings(bare)?.length).toBeGreaterThan(3);
    expect(hostile.artifact(PATH)?.kind).toBe(bare.artifact(PATH)?.kind);
    expect(verdicts(hostile)).toEqual(verdicts(bare));
    expect(findings(hostile)).toEqual(findings(bare));
    expect(hostile.standardOffer).not.toBeNull();
  });

  it('would change them once it was accepted, so that there is something to be asked about', () => {
    const accepted = newCheckSession('Kit', { acceptsStandard: () => true });
    for (const [path, text] of Object.entries({ ...BARE, ...HOSTILE })) accepted.setFile(path, text);
    accepted.settle();
    expect(verdicts(accepted)).not.toEqual(verdicts(bare));
  });

  it('leaves what waivers silence where it was, failed and marked, and says so with the grade', () => {
    let text = '';
    for (const finding of bare.artifact(PATH)?.findings ?? []) {
      for (const { from, to, insert } of waiveEdits(text || null, finding, DECISION, {
        reason: 'x',
        by: 'A Stranger',
        date: '2024-03-20',
      }).toReversed()) {
        text = text.slice(0, from) + insert + text.slice(to);
      }
    }
    const waived = open({ ...BARE, [WAIVERS_FILE]: text });
    expect(verdicts(waived)).toEqual(verdicts(bare));
    expect(findings(waived)).toEqual(findings(bare));
    const marked = waived.artifact(PATH)?.findings.filter((finding) => finding.waived) ?? [];
    expect(marked.length).toBeGreaterThan(0);
    expect(JSON.stringify(waived.report())).toContain('A Stranger');
  });

  it('leads nowhere outside of the kit', () => {
    const { composition, problems } = readComposition(HOSTILE[PORTFOLIO_FILE] ?? null, () => true);
    expect(JSON.stringify(composition)).not.toContain('/etc/');
    expect(JSON.stringify(composition)).not.toContain('/tmp');
    expect(problems.length).toBeGreaterThan(1);
  });
});
