/**
 * The own account of a person: name, password, two-step sign-in, sessions, API keys.
 */
import { Button, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useAct } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { usePageTitle } from '../../frame/page-title.ts';
import { type Me, useMe } from '../../session.ts';
import { accountTexts } from '../../texts/account-texts.ts';
import { useTexts } from '../../texts/language.ts';
import { PASSWORD_CHARACTERS_MIN } from '../sign-in/email.ts';
import { ApiKeys } from './api-keys.tsx';
import { Sessions } from './sessions.tsx';
import { TwoStep } from './two-step.tsx';

export function AccountScreen() {
  const texts = useTexts(accountTexts);
  usePageTitle(texts.title);
  const me = useMe().data;
  if (!me) return null;
  return (
    <Stack gap={44} maw={720}>
      <Title order={1}>{texts.title}</Title>
      <Details key={me.name} me={me} />
      <Password />
      <TwoStep isOn={me.hasTwoFactor} />
      <Sessions />
      <ApiKeys />
    </Stack>
  );
}

function Details({ me }: { readonly me: Me }) {
  const texts = useTexts(accountTexts);
  const save = useAct('PUT /api/me');
  const form = useForm({
    initialValues: { name: me.name },
    validate: { name: (name) => (name.trim() === '' ? texts.nameNeeded : null) },
  });
  return (
    <Stack component="section" aria-labelledby="gegevens">
      <Title order={2} size="h4" id="gegevens">
        {texts.you}
      </Title>
      <Failure error={save.error} />
      <form noValidate onSubmit={form.onSubmit((body) => save.mutate({ body }))}>
        <Group align="flex-end">
          <TextInput flex={1} label={texts.name} autoComplete="name" {...form.getInputProps('name')} />
          <Button type="submit" variant="default" disabled={!form.isDirty()} loading={save.isPending}>
            {texts.save}
          </Button>
        </Group>
      </form>
      <div role="status">{save.isSuccess && <Text size="sm">{texts.nameSaved}</Text>}</div>
      <Text size="sm">
        <b>{texts.email}</b>
        <br />
        {me.email}
      </Text>
    </Stack>
  );
}

function Password() {
  const texts = useTexts(accountTexts);
  const change = useAct('PUT /api/me/password');
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: {
      currentPassword: (password) => (password === '' ? texts.currentNeeded : null),
      newPassword: (password) => (password.length < PASSWORD_CHARACTERS_MIN ? texts.freshShort : null),
    },
  });
  return (
    <Stack component="section" aria-labelledby="wachtwoord">
      <Title order={2} size="h4" id="wachtwoord">
        {texts.password}
      </Title>
      <Failure error={change.error} />
      <form noValidate onSubmit={form.onSubmit((body) => change.mutate({ body }, { onSuccess: () => form.reset() }))}>
        <Stack maw={360}>
          <PasswordInput
            label={texts.current}
            autoComplete="current-password"
            {...form.getInputProps('currentPassword')}
          />
          <PasswordInput label={texts.fresh} autoComplete="new-password" {...form.getInputProps('newPassword')} />
          <Group>
            <Button type="submit" variant="default" loading={change.isPending}>
              {texts.change}
            </Button>
          </Group>
        </Stack>
      </form>
      <div role="status">{change.isSuccess && <Text size="sm">{texts.changed}</Text>}</div>
    </Stack>
  );
}
