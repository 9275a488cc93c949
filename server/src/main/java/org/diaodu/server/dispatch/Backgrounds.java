package org.diaodu.server.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.server.dispatch.OpenAppeals.OpenAppeal;
import org.diaodu.standards.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers what is known of many enterprises at once, with one question to each room. */
@Component
class Backgrounds {

    private final OpeningRows rows;
    private final PairedLeaders leaders;
    private final OpenAppeals appeals;
    private final JdbcClient jdbc;

    Backgrounds(OpeningRows rows, PairedLeaders leaders, OpenAppeals appeals, JdbcClient jdbc) {
        this.rows = rows;
        this.leaders = leaders;
        this.appeals = appeals;
        this.jdbc = jdbc;
    }

    Map<Long, Background> of(Period period, List<Falling> chosen) {
        List<Long> ids = chosen.stream().map(Falling::id).toList();
        Map<Long, List<TrendPoint>> trends = rows.trends(period, chosen);
        Map<Long, List<EarlierCase>> earlier = earlier(ids);
        Map<Long, List<OpenAppeal>> open = appeals.of(ids);
        Map<Long, String> paired = leaders.of(ids);
        Map<Long, Background> backgrounds = new HashMap<>();
        for (long id : ids) {
            List<EarlierCase> before = earlier.getOrDefault(id, List.of());
            List<OpenAppeal> asked = open.getOrDefault(id, List.of());
            backgrounds.put(
                    id,
                    new Background(
                            trends.getOrDefault(id, List.of()),
                            LikelyCauses.of(asked, before),
                            before,
                            paired.getOrDefault(id, ""),
                            asked));
        }
        return backgrounds;
    }

    /** What cases are opened with. */
    Map<Long, LikelyCauses> likely(List<Falling> chosen) {
        List<Long> ids = chosen.stream().map(Falling::id).toList();
        Map<Long, List<EarlierCase>> earlier = earlier(ids);
        Map<Long, List<OpenAppeal>> open = appeals.of(ids);
        Map<Long, LikelyCauses> likely = new HashMap<>();
        for (long id : ids) {
            likely.put(id, LikelyCauses.of(open.getOrDefault(id, List.of()), earlier.getOrDefault(id, List.of())));
        }
        return likely;
    }

    private Map<Long, List<EarlierCase>> earlier(List<Long> enterprises) {
        Map<Long, List<EarlierCase>> earlier = new HashMap<>();
        jdbc.sql("""
                select enterprise_id, number, state, causes from dispatch_case
                where enterprise_id = any(:enterprises) order by opened_at desc, id desc
                """).param("enterprises", enterprises.toArray(Long[]::new)).query(row -> {
            earlier.computeIfAbsent(row.getLong("enterprise_id"), _ -> new ArrayList<>())
                    .add(new EarlierCase(row.getString("number"), row.getString("state"), CaseRows.causes(row)));
        });
        return earlier;
    }
}
