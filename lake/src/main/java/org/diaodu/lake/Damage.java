package org.diaodu.lake;

/** Something in the lake that is not as its manifest says; {@code chinese} and {@code english} say what and what to do. */
public record Damage(Kind kind, String table, String period, int version, String chinese, String english) {

    /** What is wrong. An orphan does no harm: it is what a crash left behind, and the next write removes it. */
    public enum Kind {
        FILE_MISSING,
        FILE_CHANGED,
        MANIFEST_UNREADABLE,
        ORPHAN
    }
}
