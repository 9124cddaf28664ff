-- AlterTable
ALTER TABLE "membership" ADD COLUMN     "digest" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "digested_at" TIMESTAMPTZ(3);
