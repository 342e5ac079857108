import { useEffect, useState } from 'react';
import type { AnswerTo, AssistQuery } from '../../shared/symbols/assist';
import { useStudio, useStudioState } from '../commands/studio-context';

/** The answer to a question about the kit's symbols, asked again whenever the kit was checked anew. Null until it came. */
export function useKitAnswer<Q extends AssistQuery>(query: Q): AnswerTo<Q> | null {
  const { checker } = useStudio();
  const reports = useStudioState((state) => state.checks.reports);
  const busy = useStudioState((state) => state.checks.progress !== null);
  const [answer, setAnswer] = useState<{ readonly to: string; readonly value: AnswerTo<Q> | null } | null>(
    null,
  );
  const asked = JSON.stringify(query);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new reports are what the question is asked again for.
  useEffect(() => {
    if (busy) return;
    let late = false;
    void checker.ask(JSON.parse(asked) as Q).then((value) => {
      if (!late) setAnswer({ to: asked, value });
    });
    return () => {
      late = true;
    };
  }, [checker, asked, reports, busy]);

  return answer?.to === asked ? answer.value : null;
}
