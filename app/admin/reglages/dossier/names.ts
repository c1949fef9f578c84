import type { FamilyField } from "@/lib/domain/family-file";

/** The two controls of a field. */
export const accessName = (field: FamilyField) => `access-${field}`;
export const processingName = (field: FamilyField) => `processing-${field}`;
