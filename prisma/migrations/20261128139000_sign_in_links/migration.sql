ALTER TYPE "TokenPurpose" ADD VALUE 'signIn';
