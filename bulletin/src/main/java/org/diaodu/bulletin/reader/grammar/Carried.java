package org.diaodu.bulletin.reader.grammar;

import org.diaodu.bulletin.Statement.Direction;
import org.diaodu.bulletin.Statement.Kind;
import org.jspecify.annotations.Nullable;

/** What a clause takes over from those before it. Mutable, for one document. */
final class Carried {
    final Home home;
    String subject;
    String paragraphSubject;
    String indicator = "";
    @Nullable String period;
    @Nullable Kind kind;
    @Nullable Direction direction;
    String comparator = "";
    /** Whether the sentence speaks of what is to come. */
    boolean ahead;
    /** Whether the sentence names a time. */
    boolean timed;
    @Nullable Integer targetYear;

    Carried(Home home) {
        this.home = home;
        this.subject = home.name();
        this.paragraphSubject = home.name();
    }

    void paragraph() {
        paragraphSubject = home.name();
        sentence();
    }

    void sentence() {
        subject = paragraphSubject;
        ahead = false;
        timed = false;
        targetYear = null;
        kind = null;
        direction = null;
        comparator = "";
    }
}
