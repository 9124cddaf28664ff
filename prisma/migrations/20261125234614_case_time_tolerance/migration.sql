-- AlterTable
ALTER TABLE "case" ADD COLUMN     "time_tolerance" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "case" ADD CONSTRAINT case_time_tolerance CHECK (time_tolerance BETWEEN 0 AND 3650);
