/**
 * Connecting OutSmart with its token, or with the address that its back office opens. It is tried at once.
 */
import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Failure } from '../../frame/failure.tsx';
import { connectorTexts } from '../../texts/connector-texts.ts';
import { useTexts } from '../../texts/language.ts';

interface TokenFormProps {
  readonly onToken: (tokenOrAddress: string) => void;
  readonly isTrying: boolean;
  readonly error: unknown;
  /** Null where there is nothing to go back to. */
  readonly onCancel: (() => void) | null;
}

export function TokenForm({ onToken, isTrying, error, onCancel }: TokenFormProps) {
  const texts = useTexts(connectorTexts);
  const form = useForm({
    initialValues: { token: '' },
    validate: { token: (token) => (token.trim() === '' ? texts.tokenNeeded : null) },
  });
  return (
    <form className="end-form" noValidate onSubmit={form.onSubmit(({ token }) => onToken(token))}>
      <Failure error={error} />
      <TextInput
        label={texts.token}
        description={texts.tokenHelp}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps('token')}
      />
      <Group mt="sm" gap="xs">
        <Button type="submit" loading={isTrying}>
          {texts.connectOutSmart}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {texts.keepToken}
          </Button>
        )}
      </Group>
    </form>
  );
}
