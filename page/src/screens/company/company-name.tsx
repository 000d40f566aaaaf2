/**
 * The company's name, and which OutSmart token it is connected with.
 */
import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useAct, useAnswer } from '../../api/answers.ts';
import type { AnswerOf } from '../../api/client.ts';
import { Failure } from '../../frame/failure.tsx';
import { useForgetAll } from '../../session.ts';
import { companyTexts } from '../../texts/company-texts.ts';
import { useTexts } from '../../texts/language.ts';

export type CompanyAnswer = AnswerOf<'GET /api/accounts/:accountId/company'>;

export function CompanyName({ company }: { readonly company: CompanyAnswer }) {
  const texts = useTexts(companyTexts);
  const { accountId } = company;
  const rename = useAct('PUT /api/accounts/:accountId/company');
  const forgetAll = useForgetAll();
  const outsmart = useAnswer('GET /api/accounts/:accountId/connections', { params: { accountId } }).data?.outsmart;
  const form = useForm({
    initialValues: { name: company.name },
    validate: { name: (name) => (name.trim() === '' ? texts.nameNeeded : null) },
  });
  return (
    <Stack component="section" aria-labelledby="bedrijf-naam" maw={640}>
      <Title order={2} size="h4" id="bedrijf-naam">
        {texts.company}
      </Title>
      <Failure error={rename.error} />
      <form
        noValidate
        onSubmit={form.onSubmit((body) =>
          rename.mutate({ params: { accountId }, body }, { onSuccess: () => void forgetAll() }),
        )}
      >
        <Group align="flex-end">
          <TextInput flex={1} label={texts.name} autoComplete="organization" {...form.getInputProps('name')} />
          <Button type="submit" variant="default" disabled={!form.isDirty()} loading={rename.isPending}>
            {texts.save}
          </Button>
        </Group>
      </form>
      <div role="status">{rename.isSuccess && <Text size="sm">{texts.saved}</Text>}</div>
      <Text size="sm">
        <b>{texts.outsmartToken}</b>
        <br />
        {outsmart ? texts.tokenEnds(outsmart.tokenEnding) : texts.tokenNone}{' '}
        <Link to="/koppeling">{texts.toConnector}</Link>
      </Text>
    </Stack>
  );
}
