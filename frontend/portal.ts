import "./styles/all";
import "./elements/copy";
import "./elements/draft";
import "./elements/map";
import "./elements/prefill";
import "./elements/text-size";
import { watchIdle } from "./behaviour/idle";
import { startForms } from "./behaviour/forms";
import { startPage } from "./behaviour/page";

startPage();
startForms();
watchIdle();
