export const IMPORT_TASK = "import-sheet";
export const importKey = (importId: string) => `import ${importId}`;
