// Carries out what a person chooses on the sign-in pages: checks the password, records the consent or the refusal,
// and sends the browser on. Must not know tokens.
import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { InteractionResults, Provider } from 'oidc-provider';
import type { AsperionStore } from '../books/asperion-store.ts';
import type { IdentityRecords } from './identity-records.ts';
import { consentPage, expiredPage, loginPage } from './sign-in-pages.ts';

export interface SignInContext {
  readonly store: AsperionStore;
  readonly records: IdentityRecords;
  readonly provider: () => Provider;
}

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;
type Form = Readonly<Record<string, string | undefined>>;

const REMEMBERED = 'asperion_username';

/** Adds GET and POST /login/:uid. */
export function addSignInRoutes(app: FastifyInstance, context: SignInContext): void {
  app.register(async (scope) => {
    await scope.register(formbody);
    scope.get('/login/:uid', async (request, reply) => {
      const interaction = await openInteraction(context, request, reply);
      if (interaction === undefined) return sendPage(reply, 400, expiredPage());
      if (interaction.prompt.name === 'login') return sendPage(reply, 200, loginPage(rememberedName(request), null));
      return sendPage(reply, 200, consentPage(...consentFacts(interaction)));
    });
    scope.post('/login/:uid', async (request, reply) => {
      const interaction = await openInteraction(context, request, reply);
      if (interaction === undefined) return sendPage(reply, 400, expiredPage());
      const form = (request.body ?? {}) as Form;
      const choose = interaction.prompt.name === 'login' ? chooseLogin : chooseConsent;
      return choose(context, interaction, form, request, reply);
    });
  });
}

/** Undefined when the cookie names no sign-in that is still open. */
function openInteraction({ provider }: SignInContext, request: FastifyRequest, reply: FastifyReply) {
  return provider()
    .interactionDetails(request.raw, reply.raw)
    .catch(() => undefined);
}

function chooseLogin(
  context: SignInContext,
  _interaction: Interaction,
  form: Form,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply | Promise<FastifyReply> {
  if (form.choice === 'cancel') return finish(context, request, reply, refusal);
  const user = context.store.user(form.username ?? '');
  if (user === undefined || user.password !== form.password) {
    return sendPage(reply, 401, loginPage(form.username ?? '', 'De gebruikersnaam of het wachtwoord is niet juist.'));
  }
  const age = form.remember === 'yes' ? 365 * 86_400 : 0;
  const cookie = `${REMEMBERED}=${encodeURIComponent(user.userName)}; Path=/login; Max-Age=${age}; HttpOnly; SameSite=Lax`;
  reply.raw.setHeader('set-cookie', cookie);
  return finish(context, request, reply, { login: { accountId: user.userName } });
}

async function chooseConsent(
  context: SignInContext,
  interaction: Interaction,
  form: Form,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (form.choice === 'other-user') {
    const cookie = interaction.session?.cookie;
    if (cookie !== undefined) context.records.destroy('Session', cookie);
    const again = new URLSearchParams(interaction.params as Record<string, string>);
    return reply.redirect(`/connect/authorize?${again}`, 303);
  }
  if (form.choice !== 'allow') return finish(context, request, reply, refusal);
  const [clientId, accountId, scopes] = consentFacts(interaction);
  // A grant of its own for every consent, so that ending one connection leaves the user's others alone.
  const { Grant } = context.provider();
  const grant = new Grant({ accountId, clientId });
  grant.addOIDCScope([...scopes]);
  return finish(context, request, reply, { consent: { grantId: await grant.save() } });
}

const refusal: InteractionResults = {
  error: 'access_denied',
  error_description: 'De gebruiker heeft geen toestemming gegeven',
};

async function finish(
  { provider }: SignInContext,
  request: FastifyRequest,
  reply: FastifyReply,
  result: InteractionResults,
): Promise<FastifyReply> {
  reply.hijack();
  await provider().interactionFinished(request.raw, reply.raw, result);
  return reply;
}

function consentFacts(interaction: Interaction): [clientId: string, accountId: string, scopes: readonly string[]] {
  const { client_id: clientId, scope } = interaction.params;
  return [String(clientId), interaction.session?.accountId ?? '', String(scope ?? '').split(' ')];
}

function rememberedName(request: FastifyRequest): string {
  const cookies = (request.headers.cookie ?? '').split('; ');
  const found = cookies.find((cookie) => cookie.startsWith(`${REMEMBERED}=`));
  return found === undefined ? '' : decodeURIComponent(found.slice(REMEMBERED.length + 1));
}

function sendPage(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(text);
}
