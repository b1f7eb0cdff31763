import { link } from "../js/highlight.js";

link();
