-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "mailed_at" TIMESTAMPTZ(3);
