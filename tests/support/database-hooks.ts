import { closeDatabase, renewDatabase } from "@/tests/support/database";

beforeAll(renewDatabase);
afterAll(closeDatabase);
