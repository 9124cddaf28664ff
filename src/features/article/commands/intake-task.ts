export const INTAKE_TASK = "read_intake";
export const intakeKey = (id: string) => `intake ${id}`;
