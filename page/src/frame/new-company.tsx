/**
 * For a person without a company: how to make one.
 */
import { Button, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useAct } from '../api/answers.ts';
import { chooseCompany } from '../session.ts';
import { useTexts } from '../texts/language.ts';
import { newCompanyTexts } from '../texts/new-company-texts.ts';
import { Failure } from './failure.tsx';
import { usePageTitle } from './page-title.ts';

export default function NewCompany() {
  const texts = useTexts(newCompanyTexts);
  usePageTitle(texts.title);
  const create = useAct('POST /api/companies');
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (name) => (name.trim() === '' ? texts.nameNeeded : null) },
  });
  return (
    <Paper component="main" p="xl" maw={520} m="5vh auto" withBorder radius="lg">
      <form
        noValidate
        onSubmit={form.onSubmit(({ name }) =>
          create.mutate({ body: { name } }, { onSuccess: ({ accountId }) => chooseCompany(accountId) }),
        )}
      >
        <Stack>
          <Title order={1}>{texts.title}</Title>
          <Text>{texts.text}</Text>
          <Failure error={create.error} />
          <TextInput label={texts.name} autoComplete="organization" {...form.getInputProps('name')} />
          <Button type="submit" loading={create.isPending}>
            {texts.create}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
