package org.diaodu.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.diaodu.server.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AuditPageTest extends PlatformTest {

    @Autowired
    private Audit audit;

    @Test
    void aChangeIsFoundByWhoActionSubjectAndDayAndShownFieldByField() {
        String subject = "page-" + System.nanoTime();
        inScopeOf("analyst-230102", () -> {
            audit.record("test.page", "thing", subject, Map.of("name", "甲", "n", 1), Map.of("name", "乙", "n", 1), "改名");
            return true;
        });
        var admin = visit("audit-admin-230100");
        String list = admin.get(
                        "/audit?who=analyst-230102&action=test.&subject=" + subject + "&from=2020-01-01&to=2099-01-01")
                .body();
        assertThat(list).contains("test.page").contains("改名").contains(subject);
        String path = list.replaceAll("(?s).*href=\"(/audit/\\d+)\".*", "$1");
        assertThat(admin.get(path).body()).contains("diff-removed\">甲").contains("diff-added\">乙");
        assertThat(admin.get("/audit?subject=" + subject + "&to=2020-01-01").body())
                .doesNotContain("test.page");
        assertThat(admin.get("/audit.csv?subject=" + subject).body())
                .contains(",analyst-230102,")
                .contains(",改名,");
    }

    @Test
    void rowsOfAnotherUnitAreNotShown() {
        String subject = "page-" + System.nanoTime();
        inScopeOf("analyst-230100", () -> {
            audit.record("test.page", "thing", subject, null, Map.of("n", 1), null);
            return true;
        });
        assertThat(visit("audit-admin-230200").get("/audit?subject=" + subject).body())
                .doesNotContain("test.page");
        assertThat(visit("audit-admin-230000").get("/audit?subject=" + subject).body())
                .contains("test.page");
    }

    @Test
    void anExportedTextNeverRunsAsAFormula() {
        String subject = "=cmd|' /C calc'!A" + System.nanoTime();
        asSystem(() -> {
            audit.record("test.formula", "thing", subject, null, null, null);
            return true;
        });
        assertThat(visit("audit-admin-230000")
                        .get("/audit.csv?action=test.formula")
                        .body())
                .doesNotContain("\"=cmd")
                .doesNotContain(",=cmd");
    }

    @Test
    void aDifferenceNamesEveryFieldOfEitherSide() {
        assertThat(Difference.of("{\"a\":1,\"b\":{\"c\":2}}", "{\"b\":{\"c\":3},\"d\":[1]}"))
                .isEqualTo(List.of(
                        new Difference("a", "1", ""), new Difference("b.c", "2", "3"), new Difference("d", "", "[1]")));
        assertThat(Difference.of(null, null)).isEmpty();
    }
}
