-- People: who they are, how they sign in, of which companies they are members.

-- As better-auth 1.7.25 makes it (`compileMigrations`), with the plugins organization and twoFactor; a test asks the library
-- whether it misses anything. An organization is a company of ours: its slug is the account's id.
create schema auth;

create table "auth"."user" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamptz default CURRENT_TIMESTAMP not null,
  "twoFactorEnabled" boolean,
  "isOperator" boolean not null
);

create table "auth"."session" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references "auth"."user" ("id") on delete cascade,
  "activeOrganizationId" text
);

create table "auth"."account" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references "auth"."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamptz not null
);

create table "auth"."verification" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamptz default CURRENT_TIMESTAMP not null
);

create table "auth"."organization" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "name" text not null,
  "slug" text not null unique,
  "logo" text,
  "createdAt" timestamptz not null,
  "metadata" text
);

create table "auth"."member" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "organizationId" uuid not null references "auth"."organization" ("id") on delete cascade,
  "userId" uuid not null references "auth"."user" ("id") on delete cascade,
  "role" text not null,
  "createdAt" timestamptz not null
);

create table "auth"."invitation" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "organizationId" uuid not null references "auth"."organization" ("id") on delete cascade,
  "email" text not null,
  "role" text,
  "status" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
  "inviterId" uuid not null references "auth"."user" ("id") on delete cascade
);

create table "auth"."twoFactor" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" uuid not null references "auth"."user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);

create index "session_userId_idx" on "auth"."session" ("userId");
create index "account_userId_idx" on "auth"."account" ("userId");
create index "verification_identifier_idx" on "auth"."verification" ("identifier");
create index "member_organizationId_idx" on "auth"."member" ("organizationId");
create index "member_userId_idx" on "auth"."member" ("userId");
create index "invitation_organizationId_idx" on "auth"."invitation" ("organizationId");
create index "invitation_email_idx" on "auth"."invitation" ("email");
create index "twoFactor_secret_idx" on "auth"."twoFactor" ("secret");
create index "twoFactor_userId_idx" on "auth"."twoFactor" ("userId");

-- What the library checks before it writes, two requests at once would still both pass.
create unique index "member_once" on "auth"."member" ("organizationId", "userId");
create unique index "account_once" on "auth"."account" ("providerId", "accountId");
create unique index "twoFactor_once" on "auth"."twoFactor" ("userId");
alter table "auth"."member" add constraint "member_role_known" check ("role" in ('manager', 'office', 'reader'));
alter table "auth"."invitation" add constraint "invitation_role_known" check ("role" in ('manager', 'office', 'reader'));

-- Personal keys for the HTTP API. Only the hash of a key is kept.
create table auth.api_key (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth."user" (id) on delete cascade,
  name text not null,
  sha256 bytea not null unique,
  ending text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index api_key_user on auth.api_key (user_id, created_at);

-- How often something was tried of late: signing in with one address, mailing to one. The subject is a hash.
create table auth.attempt (
  subject bytea primary key,
  times integer not null,
  counted_until timestamptz not null
);
create index attempt_counted_until on auth.attempt (counted_until);
