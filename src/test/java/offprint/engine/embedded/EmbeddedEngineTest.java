package offprint.engine.embedded;

import offprint.engine.ImageEngine;
import offprint.engine.ImageEngineContract;

class EmbeddedEngineTest extends ImageEngineContract {

    @Override
    protected ImageEngine makeEngine() {
        return new EmbeddedEngine();
    }
}
