import { prisma } from "@/platform/db/client";
import type { Command } from "./command";

export const caseList: Command = {
  name: "case list",
  usage: "[--json]",
  summary: "Lists the cases of all teams with their ids.",
  options: {},
  run: async () => {
    const cases = await prisma().case.findMany({
      select: { id: true, title: true, team: { select: { slug: true, name: true } } },
      orderBy: { id: "asc" },
    });
    const lines = cases.map(({ id, title, team }) => [id, team.slug, title].join("\t"));
    return { text: lines.join("\n"), json: cases };
  },
};
