package org.diaodu.sample.load;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.diaodu.server.access.Unit;
import org.diaodu.server.briefs.Audience;
import org.diaodu.server.briefs.BriefLoading;
import org.diaodu.server.steps.Signature;
import org.diaodu.standards.Period;
import org.springframework.stereotype.Component;

/** The province's briefs of the first quarter: one issued for everybody, one for the government still a draft. */
@Component
class SampleBriefs {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Unit PROVINCE = new Unit("230000", "黑龙江省", Unit.Level.PROVINCE);
    private static final Period FIRST_QUARTER = Period.yearToDate(2022, 3);

    private final BriefLoading briefs;

    SampleBriefs(BriefLoading briefs) {
        this.briefs = briefs;
    }

    /** Loads the briefs and gives how many. */
    int load() {
        Signature analyst = signature("province", "省运行监测（示例）", "2022-04-22T15:40");
        briefs.load(
                PROVINCE,
                FIRST_QUARTER,
                Audience.PUBLIC,
                analyst,
                signature("governor", "省领导（示例）", "2022-04-24T09:10"));
        briefs.load(PROVINCE, FIRST_QUARTER, Audience.INTERNAL, analyst, null);
        return 2;
    }

    private static Signature signature(String name, String displayName, String at) {
        return new Signature(
                name,
                displayName,
                PROVINCE.name(),
                LocalDateTime.parse(at).atZone(CHINA).toInstant());
    }
}
