package org.diaodu.server.registry;

import java.util.List;
import java.util.stream.Collectors;

/** A load of the register was refused as a whole; {@code faults} says why, for each value. */
public final class RegisterRefused extends RuntimeException {
    private static final int SHOWN = 10;
    private final transient List<Fault> faults;

    RegisterRefused(List<Fault> faults) {
        super(faults.stream()
                .limit(SHOWN)
                .map(fault -> fault.code() + " " + fault.field() + " \"" + fault.value() + "\": " + fault.zh() + " / "
                        + fault.en())
                .collect(Collectors.joining("\n", faults.size() + " faults\n", "")));
        this.faults = faults;
    }

    public List<Fault> faults() {
        return faults;
    }
}
