package org.diaodu.server.targets;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.diaodu.server.registry.Regional;
import org.jspecify.annotations.Nullable;

/**
 * A target or a commitment of the ledger.
 *
 * @param indicator as people say it: 规模以上工业企业数
 * @param region code of the region it is about
 * @param subject what of the region it is about, where not all of it: an industry, a park; "" for all
 * @param memberUnit code of the unit that answers for it; null for the government of the region
 * @param unitName its name; "" for the government of the region
 * @param base where a level stood when it began, in base units
 * @param begins first day of the time it has
 * @param due its last day
 * @param measure the name of a {@link Measure}; "" where its owner reports
 * @param parent what it is part of; null for none
 * @param giver the region of what it is part of, where the caller sees it; "" otherwise
 * @param weightPct of a part of a rate its share in the base period, per cent; null otherwise
 * @param quote the words of the document; "" for a part
 * @param document title of the document
 * @param documentId its row in the room of documents, where it was read there
 * @param place where in the document: 第3段
 * @param replaces what it is there instead of; null for none
 * @param version increases with every step
 * @param standing how far it is; null until there is a figure
 */
public record Target(
        long id,
        Kind kind,
        String indicator,
        String region,
        String subject,
        @Nullable String memberUnit,
        String unitName,
        Aim aim,
        Course course,
        BigDecimal base,
        LocalDate begins,
        LocalDate due,
        String measure,
        @Nullable Long parent,
        String giver,
        @Nullable BigDecimal weightPct,
        String quote,
        String document,
        @Nullable Long documentId,
        String place,
        TargetState state,
        Instant stateSince,
        @Nullable Long replaces,
        String proposedBy,
        String acceptedBy,
        int version,
        @Nullable Standing standing) {

    /** An indicator to reach, or things promised. */
    public enum Kind {
        TARGET,
        COMMITMENT
    }

    public Optional<Measure> measured() {
        return Measure.named(measure);
    }

    /** Who answers for it, as people say it. */
    public String owner() {
        return unitName.isEmpty() ? Regional.name(region) : unitName;
    }

    /** Whether its parts are weighted by their share in the base period; otherwise they are added. */
    public boolean isWeighted() {
        return course == Course.RATE;
    }

    public boolean isOverdue(LocalDate today) {
        return state.isOpen() && due.isBefore(today);
    }

    /** The years it is for: 2022, or 2021—2025. */
    public String years() {
        return begins.getYear() == due.getYear() ? "" + due.getYear() : begins.getYear() + "—" + due.getYear();
    }
}
