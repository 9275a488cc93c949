package org.diaodu.server.targets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.diaodu.bulletin.Statement;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Unit;
import org.diaodu.server.steps.StepRefused;
import org.diaodu.standards.Period;
import org.diaodu.standards.Region;
import org.diaodu.standards.Regions;
import org.diaodu.standards.StandardsException;
import org.jspecify.annotations.Nullable;

/** Makes the form of a target out of what a document states. */
final class Proposal {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_QUOTE = 1000;
    private static final int LONGEST_NAME = 100;

    private Proposal() {}

    static boolean isProposable(Statement statement) {
        return switch (statement.kind()) {
            case TARGET, COMMITMENT_COUNT -> true;
            case LEVEL, YOY, CHANGE, SHARE, COUNT -> statement.targetYear() != null;
            case RANK, DIFF_PP -> false;
        };
    }

    static TargetForm of(Statement statement, SourceDocument document, String place, String key, LocalDate today) {
        if (!isProposable(statement)) throw nothingSetOut(statement);
        boolean commitment = statement.kind() == Statement.Kind.COMMITMENT_COUNT;
        LocalDate published = document.published() == null ? today : document.published();
        LocalDate due = due(statement, published);
        TextUnit unit = new TextUnit(statement.scale(), statement.unit());
        String region = region(statement.subject());
        return new TargetForm(
                key,
                commitment ? "COMMITMENT" : "TARGET",
                shortened(statement.indicator(), LONGEST_NAME),
                region,
                region(region, statement.subject()),
                "",
                plain(unit.of(statement.low())),
                statement.range() ? plain(unit.of(statement.high())) : "",
                statement.range() || statement.bound() == null ? "" : statement.bound().name(),
                unit.text(),
                course(statement, commitment).name(),
                "",
                begins(statement, published, due).toString(),
                due.toString(),
                "",
                shortened(statement.quote(), LONGEST_QUOTE),
                shortened(document.title(), LONGEST_TITLE),
                shortened(place, LONGEST_NAME));
    }

    private static Course course(Statement statement, boolean commitment) {
        boolean rate = statement.unit().contains("%") || statement.unit().contains("百分点");
        return rate ? Course.RATE : commitment ? Course.FLOW : Course.LEVEL;
    }

    private static LocalDate due(Statement statement, LocalDate published) {
        Integer year = statement.targetYear();
        if (year != null) return LocalDate.of(year, 12, 31);
        Period period = period(statement.period());
        return period == null ? LocalDate.of(published.getYear(), 12, 31) : period.last().atEndOfMonth();
    }

    private static LocalDate begins(Statement statement, LocalDate published, LocalDate due) {
        Period period = period(statement.period());
        LocalDate first = period == null ? LocalDate.of(published.getYear(), 1, 1) : period.first().atDay(1);
        return first.isBefore(due) ? first : LocalDate.of(due.getYear(), 1, 1);
    }

    private static @Nullable Period period(@Nullable String iso) {
        if (iso == null) return null;
        try {
            return Period.parse(iso);
        } catch (StandardsException e) {
            return null; // years and ranges of years are no periods of a return
        }
    }

    /** The region a subject names within the caller's own, else the caller's. */
    private static String region(String subject) {
        Unit own = Callers.current().unit();
        if (own == null) return "";
        List<Region> named = subject.isBlank() ? List.of() : Regions.bundled().named(subject.strip());
        return named.stream()
                .map(Region::code)
                .filter(own::contains)
                .findFirst()
                .orElse(own.code());
    }

    /** What of the region it is about; "" for all of it. */
    private static String region(String code, String subject) {
        Region region = Regions.bundled().find(code);
        boolean whole = subject.isBlank()
                || subject.matches("全[省市区县]|我[省市区县]|全域")
                || (region != null && (subject.equals(region.name()) || subject.equals(region.stem())));
        return whole ? "" : shortened(subject.strip(), LONGEST_NAME);
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static String shortened(String text, int longest) {
        String kept = text.strip();
        return kept.length() <= longest ? kept : kept.substring(0, longest - 1) + "…";
    }

    private static StepRefused nothingSetOut(Statement statement) {
        return new StepRefused(
                "TG10",
                "“" + shortened(statement.quote(), 60) + "”不是目标也不是承诺，不能进入目标台账；如原文确有目标，请先更正它的种类。",
                "\"" + shortened(statement.quote(), 60) + "\" sets nothing out and promises nothing. Maybe correct what kind of"
                        + " figure it is first.");
    }
}
