import { closeDatabase, renewDatabase } from "@/tests/support/database";

// The log of what is refused: thousands of lines, where each action is tried by everybody.
beforeAll(() => void jest.spyOn(console, "info").mockReturnValue());
beforeAll(renewDatabase);
afterAll(closeDatabase);
