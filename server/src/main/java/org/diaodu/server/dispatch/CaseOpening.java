package org.diaodu.server.dispatch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.pages.Problem;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens cases for many enterprises in one transaction: all or none, and never a second one for an enterprise that has an open
 * case, however often and from however many desks it is asked for.
 */
@Component
@Transactional
public class CaseOpening {

    private final FallingEnterprises falling;
    private final OpeningRows rows;
    private final Backgrounds backgrounds;
    private final MemberUnits units;
    private final Timeline timeline;

    CaseOpening(
            FallingEnterprises falling,
            OpeningRows rows,
            Backgrounds backgrounds,
            MemberUnits units,
            Timeline timeline) {
        this.falling = falling;
        this.rows = rows;
        this.backgrounds = backgrounds;
        this.units = units;
        this.timeline = timeline;
    }

    /**
     * What opening would do.
     *
     * @param fresh those that would get a case, the one that costs most first
     * @param background what is known of each of them, by its number
     * @param open number of the open case by enterprise, for those that have one
     * @param unknown how many of those asked for have no red or yellow light in the period, or are not the caller's
     */
    public record Preview(
            Period period,
            List<Falling> fresh,
            Map<Long, Background> background,
            Map<Falling, String> open,
            int unknown) {

        public Background of(Falling one) {
            return background.getOrDefault(one.id(), Background.NOTHING);
        }

        public double contributionPp() {
            return sum(fresh.stream().map(Falling::contributionPp).toList());
        }

        public double recoverablePp() {
            return sum(fresh.stream().map(Falling::recoverablePp).toList());
        }

        private static double sum(List<? extends @Nullable Double> points) {
            return points.stream()
                    .mapToDouble(point -> point == null ? 0 : point)
                    .sum();
        }
    }

    /** How many cases were opened, and how many enterprises had one already. */
    public record Opened(int opened, int already) {}

    /** What would be done for these enterprises. */
    @Transactional(readOnly = true)
    public Preview preview(Period period, Collection<Long> enterprises) {
        Set<Long> asked = new HashSet<>(enterprises);
        List<Falling> chosen = falling.of(period).stream()
                .filter(one -> asked.contains(one.id()))
                .toList();
        return preview(period, chosen, asked.size() - chosen.size());
    }

    /** What would be done for all that cost at least so many points. */
    @Transactional(readOnly = true)
    public Preview previewAll(Period period, double pointsAtLeast) {
        List<Falling> chosen = falling.of(period).stream()
                .filter(one -> costs(one) >= pointsAtLeast)
                .toList();
        return preview(period, chosen, 0);
    }

    private static double costs(Falling one) {
        Double points = one.contributionPp();
        return points == null ? -Double.MAX_VALUE : -points;
    }

    private Preview preview(Period period, List<Falling> chosen, int unknown) {
        Map<Long, String> open = rows.open(chosen.stream().map(Falling::id).toList());
        List<Falling> fresh = new ArrayList<>();
        Map<Falling, String> there = new LinkedHashMap<>();
        for (Falling one : chosen) {
            String number = open.get(one.id());
            if (number == null) fresh.add(one);
            else there.put(one, number);
        }
        return new Preview(period, fresh, backgrounds.of(period, fresh), there, unknown);
    }

    /** The number of the open case by enterprise, for those that have one. */
    @Transactional(readOnly = true)
    public Map<Long, String> open(Collection<Long> enterprises) {
        return rows.open(enterprises);
    }

    /** The units that may lead a case the caller opens. */
    @Transactional(readOnly = true)
    public List<MemberUnit> leads() {
        return units.within(Callers.current().scope().regionPrefix());
    }

    /** Opens what the preview shows, led by this unit; asked for a second time it opens nothing. */
    public Opened open(Period period, Collection<Long> enterprises, String leadUnit) {
        Caller caller = Callers.current();
        CaseRights.require(CaseRights.mayOpen(caller), "开调度单", "open cases");
        MemberUnit lead = lead(leadUnit);
        Set<Long> asked = new HashSet<>(enterprises);
        List<Falling> chosen = falling.of(period).stream()
                .filter(one -> asked.contains(one.id()))
                .sorted(Comparator.comparingLong(Falling::id))
                .toList();
        int opened = rows.insert(period, chosen, lead, backgrounds.likely(chosen), timeline.signature());
        return new Opened(opened, chosen.size() - opened);
    }

    private MemberUnit lead(String code) {
        return leads().stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "DC23",
                        "请选择牵头单位；没有成员单位“" + code + "”，或已撤销，或不在您的范围内。",
                        "Choose the lead unit; there is no member unit \"" + code
                                + "\", or it is closed, or outside your own."));
    }
}
