/**
 * What went wrong with a request, as the API answers it: a status for programs, a code, and a sentence for people.
 */
import type { FastifyReply } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { ApiError } from '../../api/shapes.ts';
import { isFault } from '../../kernel/fault.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Language } from '../../usecases/language.ts';
import { Refusal } from '../../usecases/parts.ts';
import { faultSentence } from '../../usecases/sentences.ts';
import { type Issue, issueSentence } from '../../usecases/sentences-issues.ts';

/** An answer that is no success, thrown by whoever checks a request. */
export class ApiFailure extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'ApiFailure';
    this.status = status;
    this.code = code;
  }
}

const TEXTS = {
  signIn: { nl: 'Meld u aan om verder te gaan.', en: 'Sign in to go on.' },
  forbidden: {
    nl: 'Uw rol laat dit niet toe. Vraag het een beheerder van uw bedrijf.',
    en: 'Your role does not allow this. Ask a manager of your company.',
  },
  notFound: { nl: 'Dit bestaat niet, of u mag het niet zien.', en: 'This does not exist, or is not yours to see.' },
  unexpected: {
    nl: 'Dit ging niet goed. Probeer het opnieuw. Blijft het zo, neem dan contact op met de beheerder.',
    en: 'This did not go well. Try again. If it stays like this, contact the operator.',
  },
  checkFields: { nl: 'Controleer wat u hebt ingevuld.', en: 'Check what you filled in.' },
  tooOften: {
    nl: 'Dat is te vaak. Wacht even en probeer het opnieuw.',
    en: 'That is too often. Wait a moment and try again.',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export const signInFirst = (language: Language) => new ApiFailure(401, 'session.none', TEXTS.signIn[language]);
export const forbidden = (language: Language) => new ApiFailure(403, 'access.role', TEXTS.forbidden[language]);
export const notFound = (language: Language) => new ApiFailure(404, 'access.not-found', TEXTS.notFound[language]);

/** Status of a refusal; anything not listed is a request that cannot be done as asked: 422. */
const REFUSAL_STATUS: Readonly<Record<string, number>> = {
  'settings.changed-meanwhile': 409,
  'settings.administration-change': 409,
  'work-order.unknown': 404,
  'run.unknown': 404,
  'session.none': 401,
  'session.too-often': 429,
  'invitation.unknown': 404,
  'member.unknown': 404,
  'licence.unknown': 404,
  'link.unknown': 404,
};

/** Answers whatever was thrown. What nobody foresaw is logged and told without its text. */
export function answerFailure(reply: FastifyReply, error: unknown, language: Language, logger: Logger): FastifyReply {
  const { status, answer } = failureOf(error, language);
  if (status >= 500) logFailure(logger, error, reply);
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(answer));
}

/**
 * Where it failed and where in the program. Not what was asked with it, and no more of the error than its name, code and
 * stack: those of the database repeat values in others.
 */
function logFailure(logger: Logger, error: unknown, { request }: FastifyReply): void {
  const { name, code, stack } = (error instanceof Error ? error : new Error(String(error))) as NodeJS.ErrnoException;
  logger.error({ method: request.method, route: request.routeOptions.url, name, code, stack }, 'request failed');
}

function failureOf(error: unknown, language: Language): { status: number; answer: ApiError } {
  const plain = (status: number, code: string, message: string) => ({
    status,
    answer: { code, message, problems: [] },
  });
  if (error instanceof ApiFailure) return plain(error.status, error.code, error.message);
  if (error instanceof Refusal) {
    const { code, problems } = error;
    const message = error.messageIn(language);
    return { status: REFUSAL_STATUS[code] ?? 422, answer: { code, message, problems: [...problems] } };
  }
  // What stands in the way here is 409; what the other side does is 502.
  if (isFault(error))
    return plain(
      error.code.startsWith('sync.') ? 409 : 502,
      error.code,
      faultSentence(error.code, error.detail.parameters ?? {}, language),
    );
  if (hasZodFastifySchemaValidationErrors(error)) {
    const problems = error.validation.map(({ instancePath, keyword, params }) => ({
      field: instancePath.split('/').filter(Boolean).join('.'),
      text: issueSentence({ ...(params as Omit<Issue, 'code'>), code: keyword }, language),
    }));
    return { status: 400, answer: { code: 'request.wrong', message: TEXTS.checkFields[language], problems } };
  }
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  if (status === 429) return plain(429, 'request.too-often', TEXTS.tooOften[language]);
  if (status >= 400 && status < 500) return plain(status, 'request.wrong', TEXTS.checkFields[language]);
  return plain(500, 'server.unexpected', TEXTS.unexpected[language]);
}
