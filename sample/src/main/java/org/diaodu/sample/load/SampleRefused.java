package org.diaodu.sample.load;

import org.springframework.boot.ExitCodeGenerator;

/** The sample cannot be loaded into what is there; the start ends with status 2. */
final class SampleRefused extends IllegalStateException implements ExitCodeGenerator {

    SampleRefused(String message) {
        super(message);
    }

    @Override
    public int getExitCode() {
        return 2;
    }
}
