package org.diaodu.server.pages;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the page frame says about the moment: who is signed in, which business day it is, whether the data is a sample. */
public interface Surroundings {
    @Nullable
    Visitor visitor();

    LocalDate businessDate();

    boolean isSample();

    /** When business data last changed; null when nothing was filed yet. */
    @Nullable
    Instant lastUpdate();
}
