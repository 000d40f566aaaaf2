/**
 * Personal API keys: made here, shown once, withdrawn here.
 */
import { Alert, Button, Code, CopyButton, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useAct, useAnswer } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { accountTexts } from '../../texts/account-texts.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { dayAndTime } from '../../texts/numbers.ts';

export function ApiKeys() {
  const texts = useTexts(accountTexts);
  const make = useAct('POST /api/me/api-keys');
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (name) => (name.trim() === '' ? texts.keyNameNeeded : null) },
  });
  return (
    <Stack component="section" aria-labelledby="sleutels">
      <div>
        <Title order={2} size="h4" id="sleutels">
          {texts.keys}
        </Title>
        <Text size="sm" c="dimmed">
          {texts.keysText} <a href="/api">{texts.keysDocs}</a>
        </Text>
      </div>
      <KeyList />
      <Failure error={make.error} />
      <div role="status">
        {make.data && (
          <Alert color="blue" variant="light">
            <Text>{texts.keyShown}</Text>
            <Group mt="xs">
              <Code>{make.data.key}</Code>
              <CopyButton value={make.data.key}>
                {({ copied, copy }) => (
                  <Button variant="default" size="compact-sm" onClick={copy}>
                    {copied ? texts.keyCopied : texts.keyCopy}
                  </Button>
                )}
              </CopyButton>
            </Group>
          </Alert>
        )}
      </div>
      <form noValidate onSubmit={form.onSubmit((body) => make.mutate({ body }, { onSuccess: () => form.reset() }))}>
        <Group align="flex-end">
          <TextInput flex={1} maw={360} label={texts.keyName} autoComplete="off" {...form.getInputProps('name')} />
          <Button type="submit" variant="default" loading={make.isPending}>
            {texts.keyMake}
          </Button>
        </Group>
      </form>
    </Stack>
  );
}

function KeyList() {
  const texts = useTexts(accountTexts);
  const language = useLanguage();
  const keys = useAnswer('GET /api/me/api-keys', {});
  const withdraw = useAct('DELETE /api/me/api-keys/:keyId');
  if (!keys.data?.keys.length) return <Failure error={keys.error} />;
  return (
    <Table verticalSpacing="xs" aria-labelledby="sleutels">
      <Table.Tbody>
        {keys.data.keys.map(({ keyId, name, ending, lastUsedAt }) => (
          <Table.Tr key={keyId}>
            <Table.Td>
              <b>{name}</b>
              <br />
              <span className="mute">
                {texts.keyEnds(ending)} ·{' '}
                {lastUsedAt ? texts.lastUsed(dayAndTime(lastUsedAt, language)) : texts.keyNever}
              </span>
            </Table.Td>
            <Table.Td className="num">
              <Button
                variant="subtle"
                color="red"
                size="compact-sm"
                onClick={() => withdraw.mutate({ params: { keyId } })}
              >
                {texts.keyWithdraw}
                <span className="sr"> {name}</span>
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
