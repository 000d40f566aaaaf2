/**
 * From one page of a list to the next. Nothing for a list of one page, but what stands beside it.
 */
import { Button, Group } from '@mantine/core';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { logTexts } from '../../texts/log-texts.ts';
import { whole } from '../../texts/numbers.ts';

export function LogPager({
  page,
  pageSize,
  total,
  note = '',
  onPage,
}: {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  /** A sentence after the number of the page. */
  readonly note?: string;
  readonly onPage: (page: number) => void;
}) {
  const texts = useTexts(logTexts);
  const language = useLanguage();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (pages === 1 && note === '') return null;
  return (
    <div className="log-foot">
      <span>
        {pages > 1 && texts.page(whole(page, language), whole(pages, language))} {note}
      </span>
      {pages > 1 && (
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" disabled={page <= 1} onClick={() => onPage(page - 1)}>
            {texts.previous}
          </Button>
          <Button variant="default" disabled={page >= pages} onClick={() => onPage(page + 1)}>
            {texts.next}
          </Button>
        </Group>
      )}
    </div>
  );
}
