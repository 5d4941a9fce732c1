import "./styles/all";
import "./elements/copy";
import "./elements/draft";
import "./elements/keys";
import "./elements/map";
import "./elements/text-size";
import { startCards } from "./behaviour/cards";
import { startHtmx } from "./behaviour/fragments";
import { startForms } from "./behaviour/forms";
import { watchIdle } from "./behaviour/idle";
import { startMenus } from "./behaviour/menus";
import { startPage } from "./behaviour/page";

startPage();
startForms();
startMenus();
startHtmx();
startCards();
watchIdle();
