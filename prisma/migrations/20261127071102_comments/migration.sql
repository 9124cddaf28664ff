-- CreateEnum
CREATE TYPE "notice_kind" AS ENUM ('mentioned', 'answered', 'assigned', 'ruled');

-- CreateEnum
CREATE TYPE "comment_on" AS ENUM ('claim', 'relation', 'conflict', 'article');

-- CreateTable
CREATE TABLE "notice" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "notice_kind" NOT NULL,
    "actor_id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateTable
CREATE TABLE "comment" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "on" "comment_on" NOT NULL,
    "claim_id" UUID,
    "relation_id" UUID,
    "article_id" UUID,
    "parent_id" UUID,
    "body" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "retracted_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateTable
CREATE TABLE "comment_mention" (
    "team_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "comment_mention_pkey" PRIMARY KEY ("team_id","comment_id","user_id")
);

-- CreateIndex
CREATE INDEX "notice_team_id_user_id_id_idx" ON "notice"("team_id", "user_id", "id");

-- CreateIndex
CREATE INDEX "comment_team_id_claim_id_idx" ON "comment"("team_id", "claim_id");

-- CreateIndex
CREATE INDEX "comment_team_id_relation_id_idx" ON "comment"("team_id", "relation_id");

-- CreateIndex
CREATE INDEX "comment_team_id_article_id_idx" ON "comment"("team_id", "article_id");

-- CreateIndex
CREATE INDEX "comment_team_id_parent_id_idx" ON "comment"("team_id", "parent_id");

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_team_id_case_id_fkey" FOREIGN KEY ("team_id", "case_id") REFERENCES "case"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_team_id_case_id_fkey" FOREIGN KEY ("team_id", "case_id") REFERENCES "case"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_team_id_case_id_claim_id_fkey" FOREIGN KEY ("team_id", "case_id", "claim_id") REFERENCES "claim"("team_id", "case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_team_id_relation_id_fkey" FOREIGN KEY ("team_id", "relation_id") REFERENCES "relation"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_team_id_case_id_article_id_fkey" FOREIGN KEY ("team_id", "case_id", "article_id") REFERENCES "article"("team_id", "case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_team_id_parent_id_fkey" FOREIGN KEY ("team_id", "parent_id") REFERENCES "comment"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_team_id_comment_id_fkey" FOREIGN KEY ("team_id", "comment_id") REFERENCES "comment"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A comment is on one thing, of the kind that it says.
ALTER TABLE comment ADD CONSTRAINT comment_subject CHECK (
  num_nonnulls(claim_id, relation_id, article_id) = 1
  AND (claim_id IS NOT NULL) = ("on" IN ('claim', 'conflict'))
  AND (relation_id IS NOT NULL) = ("on" = 'relation')
  AND (article_id IS NOT NULL) = ("on" = 'article')),
  ADD CONSTRAINT comment_resolution CHECK ((resolved_at IS NULL) = (resolved_by_id IS NULL)
    AND (resolved_at IS NULL OR parent_id IS NULL));
