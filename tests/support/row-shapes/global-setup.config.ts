// Jest asks for a default export.
import { writeShapes } from "./from-types";

export default writeShapes;
