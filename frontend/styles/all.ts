/** Every style sheet, in order: tokens and elements, then components by name, then paper. */
import "./index.css";
import "./components";
import "./print.css";
