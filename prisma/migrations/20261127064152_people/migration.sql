-- CreateEnum
CREATE TYPE "token_scope" AS ENUM ('read', 'write');

-- AlterTable
ALTER TABLE "api_token" ADD COLUMN     "scope" "token_scope" NOT NULL DEFAULT 'write';

-- CreateTable
CREATE TABLE "invite" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT,
    "role" "role" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by_id" UUID,
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invite_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invite_token_hash_key" ON "invite"("token_hash");

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
