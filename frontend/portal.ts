import "./styles/all";
import "./elements/copy";
import "./elements/draft";
import "./elements/map";
import "./elements/prefill";
import "./elements/text-size";
import { startForms } from "./behaviour/forms";
import { watchIdle } from "./behaviour/idle";
import { startPage } from "./behaviour/page";

startPage();
startForms();
watchIdle();
