import "./network.js"; // lights up who is tied to whom
