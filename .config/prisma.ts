import { defineConfig } from "prisma/config";

// Generating the client needs no engine, yet the CLI insists on finding one and would download it: any file will do.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
process.env.CHECKPOINT_DISABLE ??= "1";

export default defineConfig({
  schema: "../prisma",
  migrations: { path: "../prisma/migrations" },
});
