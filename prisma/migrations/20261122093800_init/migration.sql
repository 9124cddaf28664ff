-- Trigram search over claims. A trusted extension: the database's owner may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "activity_via" AS ENUM ('page', 'api', 'import', 'cli', 'system');

-- CreateEnum
CREATE TYPE "direction" AS ENUM ('ltr', 'rtl');

-- CreateEnum
CREATE TYPE "confidence" AS ENUM ('low', 'moderate', 'high');

-- CreateEnum
CREATE TYPE "claim_status" AS ENUM ('draft', 'reviewed', 'retracted');

-- CreateEnum
CREATE TYPE "quote_state" AS ENUM ('exact', 'moved', 'changed', 'orphaned');

-- CreateEnum
CREATE TYPE "step_kind" AS ENUM ('outlet', 'source');

-- CreateEnum
CREATE TYPE "reliability" AS ENUM ('A', 'B', 'C', 'D', 'E', 'F');

-- CreateEnum
CREATE TYPE "relation_kind" AS ENUM ('agrees', 'contradicts', 'qualifies', 'updates', 'repeats', 'unrelated');

-- CreateEnum
CREATE TYPE "standing_kind" AS ENUM ('agrees', 'contradicts', 'qualifies', 'updates', 'repeats', 'unrelated', 'disputed');

-- CreateEnum
CREATE TYPE "relation_family" AS ENUM ('content', 'descent');

-- CreateEnum
CREATE TYPE "contradiction_about" AS ENUM ('number', 'time', 'place', 'actor', 'cause', 'occurrence', 'attribution');

-- CreateEnum
CREATE TYPE "import_status" AS ENUM ('queued', 'running', 'done', 'failed');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('owner', 'lead', 'analyst', 'viewer');

-- CreateTable
CREATE TABLE "activity" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "scope_id" UUID NOT NULL,
    "case_id" UUID,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "via" "activity_via" NOT NULL,
    "verb" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateTable
CREATE TABLE "article" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "outlet_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "author" TEXT,
    "published_on" TEXT,
    "published_on_words" TEXT,
    "published_min" DATE,
    "published_max" DATE,
    "language" TEXT NOT NULL DEFAULT 'und',
    "direction" "direction" NOT NULL DEFAULT 'ltr',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateTable
CREATE TABLE "article_version" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT,
    "blocks" JSONB NOT NULL DEFAULT '[]',
    "sha256" TEXT,
    "captured_by_id" UUID NOT NULL,
    "captured_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_version_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateTable
CREATE TABLE "capture" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "content_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "filename" TEXT,
    "captured_by_id" UUID NOT NULL,
    "captured_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "capture_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateTable
CREATE TABLE "case" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "blind" BOOLEAN NOT NULL DEFAULT false,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "next_claim_number" INTEGER NOT NULL DEFAULT 1,
    "activity_seq" INTEGER NOT NULL DEFAULT 0,
    "activity_hash" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateTable
CREATE TABLE "claim" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "article_id" UUID,
    "outlet_id" UUID,
    "reported_on" TEXT,
    "reported_on_words" TEXT,
    "reported_min" DATE,
    "reported_max" DATE,
    "occurred_on" TEXT,
    "occurred_on_words" TEXT,
    "occurred_min" DATE,
    "occurred_max" DATE,
    "place" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "status" "claim_status" NOT NULL DEFAULT 'draft',
    "status_before" "claim_status",
    "reliability" "reliability",
    "credibility" SMALLINT,
    "confidence" "confidence",
    "extra" JSONB NOT NULL DEFAULT '{}',
    "search_text" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateTable
CREATE TABLE "quote" (
    "team_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL DEFAULT '',
    "suffix" TEXT NOT NULL DEFAULT '',
    "state" "quote_state" NOT NULL DEFAULT 'exact',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quote_pkey" PRIMARY KEY ("team_id","claim_id")
);

-- CreateTable
CREATE TABLE "attribution_step" (
    "team_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "kind" "step_kind" NOT NULL,
    "outlet_id" UUID,
    "name" TEXT NOT NULL,

    CONSTRAINT "attribution_step_pkey" PRIMARY KEY ("team_id","claim_id","position")
);

-- CreateTable
CREATE TABLE "assessment" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "reliability" "reliability",
    "credibility" SMALLINT,
    "confidence" "confidence",
    "reason" TEXT NOT NULL DEFAULT '',
    "as_lead" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateTable
CREATE TABLE "outlet" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "owner" TEXT,
    "language" TEXT,
    "country" TEXT,
    "reliability" "reliability",
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outlet_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateTable
CREATE TABLE "outlet_alias" (
    "team_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "outlet_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "outlet_alias_pkey" PRIMARY KEY ("team_id","key")
);

-- CreateTable
CREATE TABLE "outlet_domain" (
    "team_id" UUID NOT NULL,
    "domain" TEXT NOT NULL,
    "outlet_id" UUID NOT NULL,

    CONSTRAINT "outlet_domain_pkey" PRIMARY KEY ("team_id","domain")
);

-- CreateTable
CREATE TABLE "outlet_grade" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "outlet_id" UUID NOT NULL,
    "reliability" "reliability",
    "reason" TEXT NOT NULL DEFAULT '',
    "graded_by_id" UUID NOT NULL,
    "graded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outlet_grade_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateTable
CREATE TABLE "relation" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "family" "relation_family" NOT NULL,
    "from_claim_id" UUID NOT NULL,
    "to_claim_id" UUID NOT NULL,
    "low_claim_id" UUID NOT NULL,
    "high_claim_id" UUID NOT NULL,
    "standing" "standing_kind",
    "reversed" BOOLEAN NOT NULL DEFAULT false,
    "standing_about" "contradiction_about",
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "relation_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateTable
CREATE TABLE "judgement" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "relation_kind" NOT NULL,
    "reversed" BOOLEAN NOT NULL DEFAULT false,
    "about" "contradiction_about",
    "rationale" TEXT NOT NULL DEFAULT '',
    "confidence" "confidence",
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "judgement_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateTable
CREATE TABLE "ruling" (
    "team_id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "relation_kind" NOT NULL,
    "reversed" BOOLEAN NOT NULL DEFAULT false,
    "about" "contradiction_about",
    "rationale" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ruling_pkey" PRIMARY KEY ("team_id","relation_id")
);

-- CreateTable
CREATE TABLE "import" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "filename" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "file" BYTEA NOT NULL,
    "dry_run" BOOLEAN NOT NULL,
    "status" "import_status" NOT NULL DEFAULT 'queued',
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "errors" JSONB NOT NULL DEFAULT '[]',
    "created_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "user_agent" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_link" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setup_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "activity_seq" INTEGER NOT NULL DEFAULT 0,
    "activity_hash" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "team_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("team_id","user_id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "team_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("team_id","user_id","key")
);

-- CreateIndex
CREATE INDEX "activity_team_id_subject_id_seq_idx" ON "activity"("team_id", "subject_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "activity_team_id_scope_id_seq_key" ON "activity"("team_id", "scope_id", "seq");

-- CreateIndex
CREATE INDEX "article_team_id_outlet_id_idx" ON "article"("team_id", "outlet_id");

-- CreateIndex
CREATE UNIQUE INDEX "article_team_id_case_id_id_key" ON "article"("team_id", "case_id", "id");

-- CreateIndex
CREATE INDEX "article_version_team_id_sha256_idx" ON "article_version"("team_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "article_version_team_id_article_id_id_key" ON "article_version"("team_id", "article_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "article_version_team_id_article_id_ordinal_key" ON "article_version"("team_id", "article_id", "ordinal");

-- CreateIndex
CREATE INDEX "capture_team_id_version_id_idx" ON "capture"("team_id", "version_id");

-- CreateIndex
CREATE INDEX "claim_team_id_case_id_reported_min_number_idx" ON "claim"("team_id", "case_id", "reported_min", "number");

-- CreateIndex
CREATE INDEX "claim_team_id_case_id_outlet_id_number_idx" ON "claim"("team_id", "case_id", "outlet_id", "number");

-- CreateIndex
CREATE INDEX "claim_team_id_case_id_article_id_number_idx" ON "claim"("team_id", "case_id", "article_id", "number");

-- CreateIndex
CREATE INDEX "claim_tags_idx" ON "claim" USING GIN ("tags");

-- CreateIndex
CREATE INDEX "claim_search_text_idx" ON "claim" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "claim_team_id_case_id_id_key" ON "claim"("team_id", "case_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_team_id_case_id_number_key" ON "claim"("team_id", "case_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "claim_team_id_id_article_id_key" ON "claim"("team_id", "id", "article_id");

-- CreateIndex
CREATE INDEX "quote_team_id_version_id_start_idx" ON "quote"("team_id", "version_id", "start");

-- CreateIndex
CREATE UNIQUE INDEX "quote_team_id_claim_id_article_id_key" ON "quote"("team_id", "claim_id", "article_id");

-- CreateIndex
CREATE INDEX "attribution_step_team_id_outlet_id_idx" ON "attribution_step"("team_id", "outlet_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_team_id_claim_id_user_id_key" ON "assessment"("team_id", "claim_id", "user_id");

-- CreateIndex
CREATE INDEX "outlet_team_id_name_id_idx" ON "outlet"("team_id", "name", "id");

-- CreateIndex
CREATE INDEX "outlet_alias_team_id_outlet_id_idx" ON "outlet_alias"("team_id", "outlet_id");

-- CreateIndex
CREATE INDEX "outlet_domain_team_id_outlet_id_idx" ON "outlet_domain"("team_id", "outlet_id");

-- CreateIndex
CREATE INDEX "outlet_grade_team_id_outlet_id_graded_at_idx" ON "outlet_grade"("team_id", "outlet_id", "graded_at");

-- CreateIndex
CREATE INDEX "relation_team_id_case_id_standing_idx" ON "relation"("team_id", "case_id", "standing");

-- CreateIndex
CREATE INDEX "relation_team_id_from_claim_id_idx" ON "relation"("team_id", "from_claim_id");

-- CreateIndex
CREATE INDEX "relation_team_id_to_claim_id_idx" ON "relation"("team_id", "to_claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "relation_team_id_low_claim_id_high_claim_id_family_key" ON "relation"("team_id", "low_claim_id", "high_claim_id", "family");

-- CreateIndex
CREATE UNIQUE INDEX "judgement_team_id_relation_id_user_id_key" ON "judgement"("team_id", "relation_id", "user_id");

-- CreateIndex
CREATE INDEX "import_team_id_case_id_created_at_idx" ON "import"("team_id", "case_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "setup_link_token_hash_key" ON "setup_link"("token_hash");

-- CreateIndex
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- CreateIndex
CREATE UNIQUE INDEX "team_slug_key" ON "team"("slug");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_team_id_user_id_idx" ON "api_token"("team_id", "user_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_team_id_case_id_fkey" FOREIGN KEY ("team_id", "case_id") REFERENCES "case"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_team_id_outlet_id_fkey" FOREIGN KEY ("team_id", "outlet_id") REFERENCES "outlet"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_version" ADD CONSTRAINT "article_version_team_id_article_id_fkey" FOREIGN KEY ("team_id", "article_id") REFERENCES "article"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capture" ADD CONSTRAINT "capture_team_id_version_id_fkey" FOREIGN KEY ("team_id", "version_id") REFERENCES "article_version"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case" ADD CONSTRAINT "case_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_team_id_case_id_fkey" FOREIGN KEY ("team_id", "case_id") REFERENCES "case"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_team_id_case_id_article_id_fkey" FOREIGN KEY ("team_id", "case_id", "article_id") REFERENCES "article"("team_id", "case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_team_id_outlet_id_fkey" FOREIGN KEY ("team_id", "outlet_id") REFERENCES "outlet"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_team_id_claim_id_article_id_fkey" FOREIGN KEY ("team_id", "claim_id", "article_id") REFERENCES "claim"("team_id", "id", "article_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_team_id_article_id_version_id_fkey" FOREIGN KEY ("team_id", "article_id", "version_id") REFERENCES "article_version"("team_id", "article_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribution_step" ADD CONSTRAINT "attribution_step_team_id_claim_id_fkey" FOREIGN KEY ("team_id", "claim_id") REFERENCES "claim"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribution_step" ADD CONSTRAINT "attribution_step_team_id_outlet_id_fkey" FOREIGN KEY ("team_id", "outlet_id") REFERENCES "outlet"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_team_id_claim_id_fkey" FOREIGN KEY ("team_id", "claim_id") REFERENCES "claim"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outlet" ADD CONSTRAINT "outlet_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outlet_alias" ADD CONSTRAINT "outlet_alias_team_id_outlet_id_fkey" FOREIGN KEY ("team_id", "outlet_id") REFERENCES "outlet"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outlet_domain" ADD CONSTRAINT "outlet_domain_team_id_outlet_id_fkey" FOREIGN KEY ("team_id", "outlet_id") REFERENCES "outlet"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outlet_grade" ADD CONSTRAINT "outlet_grade_team_id_outlet_id_fkey" FOREIGN KEY ("team_id", "outlet_id") REFERENCES "outlet"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_team_id_case_id_fkey" FOREIGN KEY ("team_id", "case_id") REFERENCES "case"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_team_id_case_id_from_claim_id_fkey" FOREIGN KEY ("team_id", "case_id", "from_claim_id") REFERENCES "claim"("team_id", "case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_team_id_case_id_to_claim_id_fkey" FOREIGN KEY ("team_id", "case_id", "to_claim_id") REFERENCES "claim"("team_id", "case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_team_id_relation_id_fkey" FOREIGN KEY ("team_id", "relation_id") REFERENCES "relation"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ruling" ADD CONSTRAINT "ruling_team_id_relation_id_fkey" FOREIGN KEY ("team_id", "relation_id") REFERENCES "relation"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_team_id_case_id_fkey" FOREIGN KEY ("team_id", "case_id") REFERENCES "case"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say: rules that must hold whoever writes.

ALTER TABLE "user" ADD CONSTRAINT user_email_lower CHECK (email = lower(email) AND email <> '');
ALTER TABLE team ADD CONSTRAINT team_slug_form CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$');
ALTER TABLE "case" ADD CONSTRAINT case_title_given CHECK (title <> ''),
  ADD CONSTRAINT case_counters CHECK (next_claim_number >= 1 AND activity_seq >= 0);
ALTER TABLE outlet ADD CONSTRAINT outlet_name_given CHECK (name <> '');
ALTER TABLE outlet_alias ADD CONSTRAINT outlet_alias_given CHECK (key <> '' AND name <> '');

ALTER TABLE article ADD CONSTRAINT article_title_given CHECK (title <> ''),
  ADD CONSTRAINT article_published_bounds CHECK (published_min <= published_max);
ALTER TABLE article_version ADD CONSTRAINT article_version_ordinal CHECK (ordinal >= 1),
  ADD CONSTRAINT article_version_text_hash CHECK (text IS NULL OR sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'));

ALTER TABLE claim ADD CONSTRAINT claim_statement_given CHECK (statement <> ''),
  ADD CONSTRAINT claim_number_positive CHECK (number >= 1),
  ADD CONSTRAINT claim_credibility_scale CHECK (credibility BETWEEN 1 AND 6),
  ADD CONSTRAINT claim_reported_bounds CHECK (reported_min <= reported_max),
  ADD CONSTRAINT claim_occurred_bounds CHECK (occurred_min <= occurred_max),
  ADD CONSTRAINT claim_retraction CHECK ((status = 'retracted') = (status_before IS NOT NULL) AND status_before IS DISTINCT FROM 'retracted');
ALTER TABLE assessment ADD CONSTRAINT assessment_credibility_scale CHECK (credibility BETWEEN 1 AND 6);
ALTER TABLE quote ADD CONSTRAINT quote_words CHECK (exact <> ''),
  ADD CONSTRAINT quote_offsets CHECK ((start IS NULL) = ("end" IS NULL) AND start >= 0 AND "end" > start);
ALTER TABLE attribution_step ADD CONSTRAINT attribution_step_kind CHECK ((kind = 'outlet') = (outlet_id IS NOT NULL)),
  ADD CONSTRAINT attribution_step_position CHECK (position >= 0);

ALTER TABLE relation ADD CONSTRAINT relation_two_claims CHECK (low_claim_id < high_claim_id),
  ADD CONSTRAINT relation_ends CHECK (
    (from_claim_id = low_claim_id AND to_claim_id = high_claim_id)
    OR (from_claim_id = high_claim_id AND to_claim_id = low_claim_id)),
  ADD CONSTRAINT relation_standing_family CHECK (
    standing IS NULL OR standing = 'disputed' OR (standing = 'repeats') = (family = 'descent')),
  ADD CONSTRAINT relation_direction CHECK (NOT reversed OR standing IN ('updates', 'repeats')),
  ADD CONSTRAINT relation_about CHECK (standing_about IS NULL OR standing = 'contradicts');
ALTER TABLE judgement ADD CONSTRAINT judgement_direction CHECK (NOT reversed OR kind IN ('updates', 'repeats')),
  ADD CONSTRAINT judgement_about CHECK (about IS NULL OR kind = 'contradicts');
ALTER TABLE ruling ADD CONSTRAINT ruling_direction CHECK (NOT reversed OR kind IN ('updates', 'repeats')),
  ADD CONSTRAINT ruling_about CHECK (about IS NULL OR kind = 'contradicts');

-- History and captured texts are written once.
CREATE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never altered or removed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER activity_written_once BEFORE UPDATE OR DELETE ON activity
  FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER capture_written_once BEFORE UPDATE OR DELETE ON capture
  FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
-- A version known by its hash alone may receive its text, once; the check above proves that it is the right one.
CREATE TRIGGER article_version_filled_once BEFORE UPDATE ON article_version
  FOR EACH ROW WHEN (OLD.text IS NOT NULL OR OLD.sha256 IS DISTINCT FROM NEW.sha256 OR OLD.article_id <> NEW.article_id OR OLD.ordinal <> NEW.ordinal)
  EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER article_version_kept BEFORE DELETE ON article_version
  FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
