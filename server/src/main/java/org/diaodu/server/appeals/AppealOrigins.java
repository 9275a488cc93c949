package org.diaodu.server.appeals;

import java.util.Optional;

/** What other rooms know of the things that appeals were raised about, so that an appeal's page leads back to them. */
public interface AppealOrigins {

    /** What this appeal was raised about, as far as the caller may see it. */
    Optional<Origin> of(Appeal appeal);

    /**
     * The thing an appeal is about.
     *
     * @param href where the caller sees it; empty where they may know of it and no more
     */
    record Origin(String zh, String en, String href) {}
}
