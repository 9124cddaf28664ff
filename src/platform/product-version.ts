import packageJson from "../../package.json" with { type: "json" };

/** The version of Crossbearing that runs, as exports tell it. */
export const PRODUCT_VERSION: string = packageJson.version;
