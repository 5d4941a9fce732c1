/** The style sheets of the components, found by their folders, in the order of their names. */
import.meta.glob("../../src/wangge/interfaces/web/components/*/style.css", { eager: true });
