import { PatternError, type PatternNode } from './syntax';

/** Instructions of the machine; targets are indices. */
export type Instruction =
  | { readonly op: 'char'; readonly test: (character: string) => boolean }
  | { readonly op: 'assert'; readonly at: 'start' | 'end' | 'word' | 'no-word' }
  | { op: 'split'; first: number; second: number }
  | { op: 'jump'; to: number }
  | { readonly op: 'match' };

/** Programs are walked once per character, so their length bounds the work. */
const LONGEST_PROGRAM = 2000;

export function compileProgram(node: PatternNode): readonly Instruction[] {
  const program: Instruction[] = [];
  emit(node, program);
  program.push({ op: 'match' });
  return program;
}

function emit(node: PatternNode, into: Instruction[]): void {
  if (into.length > LONGEST_PROGRAM)
    throw new PatternError('The pattern is too large once its repetitions are written out', 0);
  switch (node.type) {
    case 'char':
      into.push({ op: 'char', test: node.test });
      return;
    case 'assert':
      into.push({ op: 'assert', at: node.at });
      return;
    case 'sequence':
      for (const part of node.parts) emit(part, into);
      return;
    case 'choice':
      emitChoice(node.options, into);
      return;
    case 'repeat':
      for (let i = 0; i < node.min; i++) emit(node.part, into);
      if (node.max === null) emitLoop(node.part, into);
      else for (let i = node.min; i < node.max; i++) emitOptional(node.part, into);
  }
}

function emitChoice(options: readonly PatternNode[], into: Instruction[]): void {
  const ends: { op: 'jump'; to: number }[] = [];
  options.forEach((option, i) => {
    if (i === options.length - 1) {
      emit(option, into);
      return;
    }
    const split = { op: 'split' as const, first: into.length + 1, second: 0 };
    into.push(split);
    emit(option, into);
    const end = { op: 'jump' as const, to: 0 };
    into.push(end);
    ends.push(end);
    split.second = into.length;
  });
  for (const end of ends) end.to = into.length;
}

function emitLoop(part: PatternNode, into: Instruction[]): void {
  const split = { op: 'split' as const, first: into.length + 1, second: 0 };
  const start = into.length;
  into.push(split);
  emit(part, into);
  into.push({ op: 'jump', to: start });
  split.second = into.length;
}

function emitOptional(part: PatternNode, into: Instruction[]): void {
  const split = { op: 'split' as const, first: into.length + 1, second: 0 };
  into.push(split);
  emit(part, into);
  split.second = into.length;
}
