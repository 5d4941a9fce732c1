/** MapLibre's worker, bundled as one of our own so that old WebViews get a language they know. */
import "../../behaviour/old-webviews";

import MapWorker from "maplibre-gl/dist/maplibre-gl-worker.mjs";

// The module starts itself, but its package denies that it has effects; naming it keeps it here.
Object.assign(self, { MapWorker });
