-- The service ends an inscription, and gives back the days that were held after it.
ALTER TYPE "LedgerCause" ADD VALUE 'inscriptionEnded' AFTER 'closed';
