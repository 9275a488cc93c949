package org.diaodu.bulletin.reader.grammar;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.diaodu.bulletin.Statement.Direction;
import org.diaodu.bulletin.Statement.Kind;
import org.jspecify.annotations.Nullable;

/** What a clause takes over from those before it. Mutable, for one document. */
final class Carried {
    final Home home;
    String subject;
    String paragraphSubject;
    String indicator = "";
    String counted = "";
    /** Names that stand for longer ones, as the text has introduced them. */
    final Map<String, String> aliases = new HashMap<>();
    /** The city spoken of last. */
    @Nullable
    String city;
    /** Whether the document has come to what is planned. */
    boolean plans;

    @Nullable
    String period;

    @Nullable
    Kind kind;

    @Nullable
    Direction direction;

    String comparator = "";
    /** Whether the sentence speaks of what is to come. */
    boolean ahead;
    /** Whether the sentence names a time. */
    boolean timed;

    @Nullable
    Integer targetYear;
    /** Whether that time is now. */
    boolean now;
    /** The period of the statement before in this sentence. */
    @Nullable
    String stated;
    /** The period to come the text speaks of, until it speaks of another time. */
    @Nullable
    String coming;
    /** The verb a list of figures shares: 节约, 减少. */
    String verb = "";
    /** Whether the period was given as a moment up to which is counted. */
    boolean asOf;
    /** Whether the sentence speaks of a market day. */
    boolean market;

    Carried(Home home) {
        this.home = home;
        this.subject = home.name();
        this.paragraphSubject = home.name();
    }

    @Nullable
    String aliasAt(String words) {
        return aliases.keySet().stream()
                .filter(words::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }

    /** The subject that words begin with, or null. */
    @Nullable
    String subjectOf(String words) {
        String alias = aliasAt(words);
        return alias != null ? alias : Names.leadingSubject(words);
    }

    /** The subject's own name. */
    String proper(String named) {
        String alias = aliases.get(named);
        return alias != null ? alias : Names.proper(named, this);
    }

    /** From here on the text speaks of this subject; the whole paragraph does where it opens it. */
    void speakOf(String name, boolean opening) {
        subject = proper(name);
        if (opening) {
            paragraphSubject = subject;
        }
    }

    void paragraph() {
        paragraphSubject = home.name();
        sentence();
    }

    void sentence() {
        subject = paragraphSubject;
        counted = "";
        ahead = coming != null;
        timed = false;
        now = false;
        stated = null;
        verb = "";
        targetYear = coming == null ? null : Integer.valueOf(coming.substring(coming.length() - 4));
        kind = null;
        direction = null;
        comparator = "";
    }
}
