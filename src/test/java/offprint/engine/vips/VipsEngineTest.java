package offprint.engine.vips;

import offprint.engine.Assistants;
import offprint.engine.ImageEngine;
import offprint.engine.ImageEngineContract;

class VipsEngineTest extends ImageEngineContract {

    @Override
    protected ImageEngine makeEngine() {
        return new VipsEngine(TestLibrary.required(), Assistants.NONE);
    }
}
