/** The outlets that the demonstration's briefs credit, with the names they go by. */
export const OUTLETS = [
  {
    name: "Reuters",
    aliases: ["رويترز"],
    domains: ["reuters.com"],
    language: "en",
    country: "United Kingdom",
    reliability: "A",
  },
  {
    name: "Intelligence Online",
    aliases: ["IntelOnline", "إنتلجنس أونلاين"],
    domains: ["intelligenceonline.com"],
    language: "en",
    country: "France",
    reliability: "B",
  },
  { name: "UTV", aliases: ["UTV Iraq", "قناة UTV", "يو تي في"], language: "ar", country: "Iraq", reliability: "C" },
  { name: "One News", aliases: ["One News Iraq", "وان نيوز"], language: "ar", country: "Iraq", reliability: "D" },
  { name: "Demo Mirror", language: "en" },
  { name: "Al-Estiklal", aliases: ["الاستقلال"], domains: ["alestiklal.net"], language: "en", reliability: "C" },
] as const;
