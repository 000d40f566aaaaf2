/**
 * The API's description: an OpenAPI 3.1 document made from the routes, and a page to read it and try it. A server of its
 * own that does not listen and never does what it describes; opened when somebody first asks for it.
 */
import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import Fastify, { type FastifyInstance } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { allRoutes } from '../../api/routes.ts';
import { addSecurityHeaders, neverStored } from '../security-headers.ts';
import { notFound } from './api-errors.ts';
import { schemaOf } from './serve-routes.ts';

const PAGE = '/api';
const DOCUMENT = '/api/openapi.json';

/** Swagger UI draws with inline styles and inline pictures; its scripts are files. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

const DESCRIPTION =
  'Everything that the page does goes through this API. A person signs in with a session cookie, a program with a personal ' +
  'API key (`authorization: Bearer …`, made on the page under the own account), which may do what its person may. Money ' +
  'and quantities are exact decimals, as text. People are spoken to in the language of `accept-language`: nl or en. A ' +
  'company that one is no member of answers 404.';

/** Ready to answer. */
export async function createApiDocument(publicUrl: string): Promise<FastifyInstance> {
  const app = Fastify();
  await addSecurityHeaders(app, publicUrl);
  neverStored(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Koppeling', version: '1', description: DESCRIPTION },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'koppeling.session_token' },
          apiKey: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(fastifySwaggerUi, {
    routePrefix: PAGE,
    staticCSP: PAGE_POLICY,
    theme: { title: 'Koppeling API' },
    uiConfig: { docExpansion: 'none', displayRequestDuration: true },
  });
  app.get(DOCUMENT, { schema: { hide: true } }, async () => app.swagger());
  for (const [name, route] of Object.entries(allRoutes)) {
    const [method = '', url = ''] = name.split(' ');
    app.route({ method, url, schema: schemaOf(route), handler: () => Promise.reject(notFound('en')) });
  }
  await app.ready();
  return app;
}
