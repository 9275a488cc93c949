package org.diaodu.server.pairing;

import java.time.LocalDate;
import org.diaodu.server.access.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who looks after enterprises; most never sign in.
 *
 * @param unit the government they serve, whose level is theirs
 * @param account the user they sign in as; null for those who do not
 * @param leftOn the day they left the post; null while in it
 * @param enterprises how many they look after now, as far as the caller sees; {@code handedOn} of these go to somebody else on a
 *     day that is set
 * @param coming how many they will look after from a day that is set
 */
public record Leader(
        long id,
        String name,
        String post,
        Unit unit,
        @Nullable Long account,
        @Nullable LocalDate leftOn,
        int enterprises,
        int handedOn,
        int coming,
        int version) {

    /** How many there are to hand over before they may leave the post. */
    public int toHandOver() {
        return enterprises - handedOn + coming;
    }

    public boolean isInPost() {
        return leftOn == null;
    }

    /** Name and post, as they are written. */
    public String titled() {
        return name + "（" + post + "）";
    }
}
