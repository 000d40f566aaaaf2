/**
 * What one run did, record by record, a page at a time.
 */
import { useState } from 'react';
import { useAnswer } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { RowsSkeleton } from '../../frame/rows-skeleton.tsx';
import { useTexts } from '../../texts/language.ts';
import { logTexts } from '../../texts/log-texts.ts';
import { LinesTable } from './lines-table.tsx';
import { LogPager } from './log-pager.tsx';

const PAGE_SIZE = 25;

export function RunLines({
  accountId,
  runId,
  name,
  sentence,
}: {
  readonly accountId: string;
  readonly runId: string;
  readonly name: string;
  /** How the run as a whole ended, when that is worth telling. */
  readonly sentence: string;
}) {
  const texts = useTexts(logTexts);
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useAnswer(
    'GET /api/accounts/:accountId/runs/:runId/lines',
    { params: { accountId, runId }, query: { page, pageSize: PAGE_SIZE } },
    { keepPrevious: true },
  );
  if (!data && error) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <div className="log-recs">
      {sentence !== '' && <p className="log-sentence">{sentence}</p>}
      {!data && <RowsSkeleton rows={3} withSentence={false} />}
      {data?.total === 0 && <p className="mute log-none">{texts.noLines}</p>}
      {data && data.total > 0 && <LinesTable lines={data.items} label={texts.linesOf(name)} />}
      {data && <LogPager page={page} pageSize={PAGE_SIZE} total={data.total} onPage={setPage} />}
    </div>
  );
}
