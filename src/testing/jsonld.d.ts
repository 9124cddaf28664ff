/** The package brings no types; of it only this is used. */
declare module "jsonld" {
  type Loaded = { contextUrl: null; documentUrl: string; document: unknown };
  type Options = { documentLoader: (url: string) => Promise<Loaded>; safe: boolean; format?: string };
  const jsonld: {
    expand(document: unknown, options: Options): Promise<Record<string, unknown>[]>;
    toRDF(document: unknown, options: Options): Promise<string>;
  };
  export default jsonld;
}
