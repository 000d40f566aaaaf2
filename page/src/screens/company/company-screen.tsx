/**
 * The company and its people, for managers: name, OutSmart token, users, invitations, what was changed.
 */
import { Stack, Text, Title } from '@mantine/core';
import { useAnswer } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { usePageTitle } from '../../frame/page-title.ts';
import { RowsSkeleton } from '../../frame/rows-skeleton.tsx';
import { useCompany } from '../../session.ts';
import { companyTexts } from '../../texts/company-texts.ts';
import { useTexts } from '../../texts/language.ts';
import { AuditTrail } from './audit-trail.tsx';
import { CompanyName } from './company-name.tsx';
import { Invitations } from './invitations.tsx';
import { Members } from './members.tsx';

export function CompanyScreen() {
  const texts = useTexts(companyTexts);
  usePageTitle(texts.title);
  const { accountId } = useCompany();
  const company = useAnswer('GET /api/accounts/:accountId/company', { params: { accountId } });
  return (
    <Stack gap={44}>
      <div>
        <Title order={1}>{texts.title}</Title>
        <Text c="dimmed">{texts.intro}</Text>
      </div>
      <Failure error={company.error} retry={() => void company.refetch()} />
      {company.isPending && <RowsSkeleton withSentence={false} />}
      {company.data && (
        <>
          <CompanyName key={company.data.name} company={company.data} />
          <Members company={company.data} />
          <Invitations company={company.data} />
          <AuditTrail />
        </>
      )}
    </Stack>
  );
}
