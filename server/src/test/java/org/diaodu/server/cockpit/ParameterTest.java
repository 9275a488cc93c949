package org.diaodu.server.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.diaodu.standards.Period;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ParameterTest extends PlatformTest {
    private static final Period PERIOD = Period.month(2061, 3);

    @Autowired
    private GrowthParameters parameters;

    @Test
    void aStaleSaveShowsBothVersionsAndLosesNeither() {
        line("31");
        Visit visit = visit("analyst-230000");
        visit.get("/sources/parameter?industry=31&period=2061-03");
        assertThat(save(visit, "31", "0.31", "0").statusCode()).isEqualTo(302);
        HttpResponse<String> stale = save(visit, "31", "0.32", "0");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body())
                .contains("<ins class=\"diff-added\">0.31</ins>", "<del class=\"diff-removed\">0.32</del>");
        assertThat(save(visit, "31", "0.32", "1").statusCode()).isEqualTo(302);
    }

    @Test
    void aChangeWithoutAReasonOrWithAChangeInPerCentIsRefusedWithAdvice() {
        line("32");
        Visit visit = visit("analyst-230000");
        visit.get("/sources/parameter?industry=32&period=2061-03");
        HttpResponse<String> refused = visit.post(
                "/sources/parameter",
                "industry",
                "32",
                "period",
                "2061-03",
                "version",
                "0",
                "vaRate",
                "0.3",
                "priceIndex",
                "-3.5",
                "source",
                "测试",
                "reason",
                "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#priceIndex\"", "href=\"#reason\"", "涨 3.5%");
    }

    @Test
    void aCitysAnalystChangesNoParameter() {
        line("33");
        assertThat(visit("analyst-230100")
                        .get("/sources/parameter?industry=33&period=2061-03")
                        .statusCode())
                .isEqualTo(403);
    }

    private void line(String industry) {
        asSystem(() -> {
            parameters.save(List.of(new GrowthParameter(industry, PERIOD, 0.3, 100.0, "测试")));
            return true;
        });
    }

    private static HttpResponse<String> save(Visit visit, String industry, String rate, String version) {
        return visit.post(
                "/sources/parameter",
                "industry",
                industry,
                "period",
                "2061-03",
                "version",
                version,
                "vaRate",
                rate,
                "priceIndex",
                "101",
                "source",
                "测试",
                "reason",
                "更正");
    }
}
