package org.diaodu.server.returns;

import java.util.List;
import org.diaodu.server.registry.Registered;
import org.jspecify.annotations.Nullable;

/** A return as judged by the rules, beside the version that stands now, if any. */
record Judged(
        Registered enterprise,
        ReturnRow row,
        String digest,
        @Nullable Standing standing,
        List<Finding> findings) {

    /** The version of a return that counts now. */
    record Standing(long filingId, int version, ReturnState state, String digest) {}

    boolean isUnchanged() {
        return standing != null && standing.digest().equals(digest);
    }

    boolean isNew() {
        return standing == null;
    }

    int nextVersion() {
        return standing == null ? 1 : standing.version() + 1;
    }

    int unexplained() {
        return (int) findings.stream().filter(Finding::stillNeedsExplanation).count();
    }

    boolean mustNotBeFiled() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.MUST_HOLD);
    }
}
