const path = require("node:path");

// Read by dependency-cruiser in the way of a webpack configuration: it cannot take the alias from tsconfig.json,
// since it does not know TypeScript 7 yet and parses with swc.
module.exports = {
  resolve: {
    alias: { "@": path.resolve(__dirname, "../src") },
    extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
  },
};
