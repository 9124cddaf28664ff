-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('queued', 'sent', 'failed');

-- AlterTable
ALTER TABLE "invite" ADD COLUMN     "mail" "mail_state";
