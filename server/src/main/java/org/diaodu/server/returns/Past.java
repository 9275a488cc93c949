package org.diaodu.server.returns;

import org.jspecify.annotations.Nullable;

/** What an enterprise has filed before a period: the return before it, the same period last year, and its history. */
record Past(@Nullable Figures previous, @Nullable Figures lastYear, History history) {

    static final Past NONE = new Past(null, null, History.NONE);
}
