package offprint.engine.embedded;

import offprint.engine.CorpusSweep;
import offprint.engine.ImageEngine;

class CorpusSweepTest extends CorpusSweep {

    @Override
    protected ImageEngine makeEngine() {
        return new EmbeddedEngine();
    }
}
