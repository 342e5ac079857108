import type { Problem } from '../../rubric/criterion';
import type { DataReader } from '../../rubric/read-data';

/** A captain who is several people. A missing one is told with the other missing keys. */
export function captainProblems(captain: DataReader): Problem[] {
  const name = captain.text;
  if (captain.items.length > 0)
    return [
      {
        span: captain.span,
        message: `The header names ${captain.items.length} captains; a decision has one`,
      },
    ];
  if (name === null || !/[,;/&+]|\s(?:and|or)\s/.test(name)) return [];
  return [{ span: captain.span, message: `"${name}" is more than one person; a decision has one captain` }];
}

/** Too few approvers, or the author among them. */
export function approverProblems(approvers: DataReader, author: string | null): Problem[] {
  const names =
    approvers.items.length > 0 ? approvers.texts : approvers.text === null ? [] : [approvers.text];
  if (names.length === 0) return [];
  const own = approvers.items.find((item) => author !== null && item.text === author);
  if (own) return [{ span: own.span, message: `${author} wrote the RFC and cannot approve it` }];
  const distinct = new Set(names).size;
  return distinct >= 2
    ? []
    : [{ span: approvers.span, message: `${distinct} approver is named; two or more are wanted` }];
}
