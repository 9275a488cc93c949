package org.diaodu.server.supply;

import java.time.Instant;
import java.time.LocalDate;
import org.diaodu.server.access.Contact;
import org.jspecify.annotations.Nullable;

/**
 * A letter to another province or from there (协调函).
 *
 * @param number as it stands on it: 黑工专函〔2022〕3号
 * @param report number of the report it is about; null for one from another province
 * @param province code of the other province
 * @param office the unit there: whom it goes to, or who sent it
 * @param asked what it asks for
 * @param contact whom to call about it; masked but for those entitled
 * @param memberUnit code of the unit a letter from another province was given to last
 * @param reply "" until it is answered
 * @param version increases with every step
 */
public record Letter(
        long id,
        Direction direction,
        String number,
        @Nullable String report,
        String region,
        String province,
        String office,
        String subject,
        String asked,
        LocalDate dated,
        LocalDate replyBy,
        Contact contact,
        @Nullable String memberUnit,
        LetterState state,
        Instant stateSince,
        String reply,
        @Nullable LocalDate repliedOn,
        int version) {

    /** To another province, or from there. */
    public enum Direction {
        OUT,
        IN
    }

    public boolean isOut() {
        return direction == Direction.OUT;
    }

    public boolean isOverdue(LocalDate today) {
        return !(state instanceof LetterState.Answered) && replyBy.isBefore(today);
    }

    /** The office with its province in front, where its name does not begin so. */
    public String officeShown() {
        return office.startsWith(provinceName()) ? office : provinceName() + office;
    }

    /** The name of the other province. */
    public String provinceName() {
        return Provinces.name(province).orElse(province);
    }
}
