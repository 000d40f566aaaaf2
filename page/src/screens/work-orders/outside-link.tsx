/**
 * A link to a page of OutSmart or Asperion; it says that it opens beside this one.
 */
import { IconExternalLink } from '@tabler/icons-react';
import { useTexts } from '../../texts/language.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import './buttons.css';

export function OutsideLink({ href, children }: { readonly href: string; readonly children: string }) {
  const texts = useTexts(workOrdersTexts);
  return (
    <a href={href} target="_blank" rel="noreferrer" className="wo-outside">
      {children} <IconExternalLink size={15} stroke={1.75} aria-hidden />
      <span className="sr"> {texts.opensNewTab}</span>
    </a>
  );
}
