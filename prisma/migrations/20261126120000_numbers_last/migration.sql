-- Requests are filed last, with their numbers: what says which request changed it comes before.
ALTER TABLE "AuthorizationChange"
  ALTER CONSTRAINT "AuthorizationChange_requestId_fkey" DEFERRABLE INITIALLY DEFERRED;
