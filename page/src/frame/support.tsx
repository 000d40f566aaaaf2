/**
 * The support contact that every screen carries (P1).
 */
import { IconMail, IconPhone } from '@tabler/icons-react';
import { useAnswer } from '../api/answers.ts';
import { frameTexts } from '../texts/frame-texts.ts';
import { useTexts } from '../texts/language.ts';

/** What anybody may know of this installation; nothing until it is there. */
export function useInstallation() {
  return useAnswer('GET /api/installation', {}, { staleTime: Number.POSITIVE_INFINITY }).data;
}

export function Support() {
  const texts = useTexts(frameTexts);
  const support = useInstallation()?.support;
  if (!support?.phone && !support?.email) return null;
  return (
    <section className="nav-support" aria-label={texts.help}>
      <h2>{texts.help}</h2>
      {support.phone && (
        <a href={`tel:${support.phone.replaceAll(' ', '')}`}>
          <IconPhone size={16} stroke={1.75} aria-hidden />
          {support.phone}
        </a>
      )}
      {support.email && (
        <a href={`mailto:${support.email}`}>
          <IconMail size={16} stroke={1.75} aria-hidden />
          {support.email}
        </a>
      )}
    </section>
  );
}
