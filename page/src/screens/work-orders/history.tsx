/**
 * What happened to a work order, the last first.
 */
import { Timeline } from '@mantine/core';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { dayAndTime } from '../../texts/numbers.ts';
import { workOrderTexts } from '../../texts/work-order-texts.ts';
import type { WorkOrderDetail } from './work-orders-answers.ts';

export function History({ entries }: { readonly entries: WorkOrderDetail['history'] }) {
  const texts = useTexts(workOrderTexts);
  const language = useLanguage();
  return (
    <section className="wb-history" aria-labelledby="geschiedenis">
      <h2 id="geschiedenis">{texts.history}</h2>
      {entries.length === 0 ? (
        <p className="mute">{texts.noHistory}</p>
      ) : (
        <Timeline bulletSize={14} lineWidth={2}>
          {entries.toReversed().map(({ at, text }) => (
            <Timeline.Item key={`${at} ${text}`}>
              <p>{text}</p>
              <time dateTime={at} className="mute">
                {dayAndTime(at, language)}
              </time>
            </Timeline.Item>
          ))}
        </Timeline>
      )}
    </section>
  );
}
