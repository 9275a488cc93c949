package org.diaodu.server.policies.delivery;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public notice (公示) as anybody may read it.
 *
 * @param contact whom to tell an objection; may be empty
 * @param untilDay the last day it stands
 */
public record PublicNotice(
        String number,
        String title,
        String contact,
        String region,
        LocalDate fromDay,
        LocalDate untilDay,
        List<Line> lines) {

    public PublicNotice {
        lines = List.copyOf(lines);
    }

    /** Who is to be paid how much, under which clause. */
    public record Line(
            String enterpriseName,
            String subjectName,
            String title,
            String region,
            @Nullable Long amountFen) {}

    public boolean stands(LocalDate day) {
        return !day.isBefore(fromDay) && !day.isAfter(untilDay);
    }

    public long totalFen() {
        return lines.stream()
                .mapToLong(line -> line.amountFen() == null ? 0 : line.amountFen())
                .sum();
    }
}
