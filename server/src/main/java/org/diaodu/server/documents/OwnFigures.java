package org.diaodu.server.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.bulletin.Statement;
import org.diaodu.growth.Selection;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Scope;
import org.diaodu.server.cockpit.GrowthFigures;
import org.diaodu.standards.Period;
import org.diaodu.standards.Region;
import org.diaodu.standards.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets the growth of industry that documents state beside the platform's own. */
@Component
@Transactional(readOnly = true)
public class OwnFigures {

    private static final Pattern INDUSTRY = Pattern.compile("(?:规模以上|规上)?工业(?:增加值|生产)?(?:增速|增长)?");
    private static final Pattern PARTS =
            Pattern.compile("((?:19|20)\\d\\d)(?:-(?:Q([1-4])|H([12])|(\\d\\d)))?(?:\\.\\.\\1-(\\d\\d))?");

    private final GrowthFigures growth;

    OwnFigures(GrowthFigures growth) {
        this.growth = growth;
    }

    /** Those of its statements that can be compared, in the order of the text. */
    public List<OwnFigure> beside(PublishedDocument document, List<MarkedStatement> statements) {
        Scope scope = Callers.current().scope();
        GrowthFigures.Snapshot figures = growth.of(scope);
        List<OwnFigure> beside = new ArrayList<>();
        for (MarkedStatement each : statements) {
            Statement one = each.statement();
            Optional<Period> period = period(one.period());
            Region region = region(one.subject(), document.region());
            boolean industry = one.kind() == Statement.Kind.YOY
                    && each.state() != StatementState.REJECTED
                    && !one.range()
                    && INDUSTRY.matcher(one.indicator()).matches();
            if (industry && period.isPresent() && region != null && scope.allows(region.code())) {
                beside.add(compared(each, period.get(), region, figures));
            }
        }
        return beside;
    }

    private static OwnFigure compared(
            MarkedStatement each, Period period, Region region, GrowthFigures.Snapshot figures) {
        BigDecimal size = each.statement().low();
        boolean falls = each.statement().direction() == Statement.Direction.DOWN && size.signum() > 0;
        BigDecimal printed = falls ? size.negate() : size;
        Double own = figures.periods().contains(period.reporting())
                ? figures.total(period, Selection.ALL.and("region", region.code()))
                        .growthPct()
                : null;
        return new OwnFigure(
                each,
                period,
                region.code(),
                printed.doubleValue(),
                own,
                own != null && figures.isProvisional(period),
                agreement(printed, own, each.statement().decimals()));
    }

    static OwnFigure.Agreement agreement(BigDecimal printed, @Nullable Double own, int decimals) {
        if (own == null) return OwnFigure.Agreement.NONE;
        BigDecimal rounded = BigDecimal.valueOf(own).setScale(decimals, RoundingMode.HALF_UP);
        BigDecimal apart = rounded.subtract(printed).abs();
        if (apart.signum() == 0) return OwnFigure.Agreement.AGREES;
        return apart.compareTo(BigDecimal.ONE.movePointLeft(decimals)) <= 0
                ? OwnFigure.Agreement.ROUNDING
                : OwnFigure.Agreement.DIFFERS;
    }

    /** A month or year-to-date; a first quarter, half year or year is the one to its last month. */
    static Optional<Period> period(@Nullable String text) {
        Matcher parts = PARTS.matcher(text == null ? "" : text);
        if (!parts.matches()) return Optional.empty();
        int year = Integer.parseInt(parts.group(1));
        if (parts.group(2) != null) {
            return parts.group(2).equals("1") ? Optional.of(Period.yearToDate(year, 3)) : Optional.empty();
        }
        if (parts.group(3) != null) {
            return parts.group(3).equals("1") ? Optional.of(Period.yearToDate(year, 6)) : Optional.empty();
        }
        if (parts.group(4) == null) return Optional.of(Period.yearToDate(year, 12));
        int first = Integer.parseInt(parts.group(4));
        int last = parts.group(5) == null ? first : Integer.parseInt(parts.group(5));
        if (first < 1 || last > 12 || last < first) return Optional.empty();
        if (parts.group(5) == null) return first <= 2 ? Optional.empty() : Optional.of(Period.month(year, first));
        return first == 1 && last >= 2 ? Optional.of(Period.yearToDate(year, last)) : Optional.empty();
    }

    /** The region of this name below the document's province, or the document's own where none is named. */
    private static @Nullable Region region(String subject, String own) {
        Region home = Regions.bundled().find(own);
        if (subject.isBlank() || subject.matches("[全我本](?:省|市|县|区)") || home == null) return home;
        Region province = Regions.bundled().find(own.substring(0, 2) + "0000");
        return province == null ? null : named(province, subject);
    }

    private static @Nullable Region named(Region region, String name) {
        if (region.name().equals(name) || region.stem().equals(name)) return region;
        for (Region below : Regions.bundled().children(region.code())) {
            Region found = below.isCurrent() ? named(below, name) : null;
            if (found != null) return found;
        }
        return null;
    }
}
