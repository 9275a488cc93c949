package org.diaodu.server.appeals;

import java.time.LocalDateTime;
import java.util.List;
import org.diaodu.server.access.Contact;
import org.diaodu.server.access.Unit;
import org.diaodu.server.appeals.clock.Term;
import org.diaodu.server.appeals.clock.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * An appeal of one enterprise (诉求) as its events make it. Times are those of Beijing.
 *
 * @param number what people call it by, e.g. S2022-0285
 * @param contact masked unless the caller may call the enterprise about it
 * @param passedOnBy name and post of the leader, or the dispatcher, who raised it for the enterprise; "" where it did so itself
 * @param state the {@link AppealState#code()} of its state
 * @param level the level of the round; {@code unit} the code of the member unit that has it, {@code helpers} of those that help
 * @param due the first end of an open term; null while the clock stands, unless it was missed before
 * @param standsSince since when the clock stands
 * @param satisfied what the enterprise said of this round; null for nothing yet
 * @param advice what helped, in words that other enterprises may read
 * @param version rises with every step; a step on an older one is stale
 */
public record Appeal(
        long id,
        String number,
        Raiser raiser,
        Subject subject,
        Urgency urgency,
        String words,
        Contact contact,
        String raisedBy,
        String passedOnBy,
        LocalDateTime raisedAt,
        String state,
        LocalDateTime stateSince,
        int round,
        Unit.Level level,
        String unit,
        List<String> helpers,
        @Nullable LocalDateTime due,
        @Nullable Term dueTerm,
        @Nullable LocalDateTime standsSince,
        @Nullable Boolean satisfied,
        String advice,
        int version) {

    private static final int GIST = 40;

    /** The enterprise as it was when it raised it. */
    public record Raiser(long enterpriseId, String name, String region) {}

    public String region() {
        return raiser.region();
    }

    /** The beginning of its words, for a line of a list. */
    public String gist() {
        return gist(words);
    }

    static String gist(String words) {
        String line = words.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= GIST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, GIST)) + "…";
    }

    /** Whether somebody raised it for the enterprise. */
    public boolean isPassedOn() {
        return !passedOnBy.isEmpty();
    }

    /** Whether nothing more is to be done about it. */
    public boolean isOver() {
        return state.equals("closed") || state.equals("withdrawn");
    }
}
