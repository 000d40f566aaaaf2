/**
 * Turning the pages of a list; nothing while there is one.
 */
import { Pagination } from '@mantine/core';
import { frameTexts } from '../texts/frame-texts.ts';
import { useTexts } from '../texts/language.ts';

interface Props {
  readonly pages: number;
  readonly page: number;
  readonly onTurn: (page: number) => void;
}

export function Pages({ pages, page, onTurn }: Props) {
  const texts = useTexts(frameTexts);
  if (pages <= 1) return null;
  const controls = {
    first: texts.firstPage,
    previous: texts.previousPage,
    next: texts.nextPage,
    last: texts.lastPage,
  };
  return (
    <nav aria-label={texts.pages}>
      <Pagination
        size="sm"
        total={pages}
        value={Math.min(page, pages)}
        onChange={onTurn}
        getItemProps={(shown) => ({ 'aria-label': texts.page(shown) })}
        getControlProps={(control) => ({ 'aria-label': controls[control] })}
      />
    </nav>
  );
}
