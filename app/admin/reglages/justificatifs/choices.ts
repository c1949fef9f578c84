import {
  documentSubjectLabel,
  documentValidityLabel,
  type DocumentSubject,
  type DocumentValidity,
} from "@/lib/domain/supporting-document";

export const subjects = Object.keys(documentSubjectLabel) as readonly DocumentSubject[];
export const validities = Object.keys(documentValidityLabel) as readonly DocumentValidity[];
export const processings = ["examined", "automatic"] as const;
