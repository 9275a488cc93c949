package org.diaodu.server.appeals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.access.Unit;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.rulebook.Rules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Which member unit an appeal goes to: by the rule {@value #ID}, the first level from below that has a unit of the line. */
@Component
class AppealRouting {

    static final String ID = "appeal-routing";
    /** The code of the enterprise's region; the shipped rule does not ask for it. */
    static final String REGION = "地区";

    private static final Logger log = LoggerFactory.getLogger(AppealRouting.class);

    private final Rules rules;
    private final MemberUnits units;

    AppealRouting(Rules rules, MemberUnits units) {
        this.rules = rules;
        this.units = units;
    }

    /**
     * The unit for an enterprise of a region, asked from a level upwards. Where no government above the enterprise has a unit of
     * the line, the first open unit there is; where there is none at all, {@code AP22}.
     */
    MemberUnit route(Subject subject, Unit.Level from, String region, LocalDate day) {
        List<MemberUnit> above = above(region);
        for (Unit.Level level : upwardsFrom(from)) {
            String line = line(subject, level, region, day);
            for (MemberUnit unit : above) {
                if (unit.level() == level && unit.line().equals(line)) return unit;
            }
        }
        return above.stream()
                .filter(unit -> unit.level().compareTo(from) <= 0)
                .findFirst()
                .or(() -> above.stream().findFirst())
                .orElseThrow(() -> Problem.conflict(
                        "AP22",
                        "地区 " + region + " 及其上级没有可承办诉求的成员单位。请先登记成员单位。",
                        "No member unit of " + region + " or above can take an appeal. Maybe register one first."));
    }

    /** The open units of the governments an enterprise has above it, the nearest first. */
    List<MemberUnit> above(String region) {
        List<String> governments = governments(region);
        return units.all().stream()
                .filter(unit -> !unit.closed() && governments.contains(unit.region()))
                .sorted(java.util.Comparator.comparingInt(unit -> governments.indexOf(unit.region())))
                .toList();
    }

    /** Its county, city and province. */
    static List<String> governments(String region) {
        return Stream.of(region, region.substring(0, 4) + "00", region.substring(0, 2) + "0000")
                .distinct()
                .toList();
    }

    private static List<Unit.Level> upwardsFrom(Unit.Level from) {
        return Stream.of(Unit.Level.COUNTY, Unit.Level.PREFECTURE, Unit.Level.PROVINCE)
                .filter(level -> level.compareTo(from) <= 0)
                .toList();
    }

    /** The line the rule names; a rule the province has broken must not keep an enterprise from raising an appeal. */
    String line(Subject subject, Unit.Level level, String region, LocalDate day) {
        try {
            Object line = rules.rule(ID)
                    .asOf(day)
                    .answer(Map.of("事项", subject.zh(), "层级", level.zh(), REGION, region))
                    .value();
            return line instanceof String text ? text : "";
        } catch (RuleFault fault) {
            log.warn("no line for an appeal about {} at {}: {}", subject, level, fault.getMessage());
            return "";
        }
    }
}
