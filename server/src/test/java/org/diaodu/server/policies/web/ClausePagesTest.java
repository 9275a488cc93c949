package org.diaodu.server.policies.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.diaodu.server.policies.clauses.ClauseContent;
import org.diaodu.server.policies.clauses.ClauseVersion;
import org.diaodu.server.policies.clauses.Clauses;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.RouteTargets;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The pages of clauses as a browser asks for them. */
class ClausePagesTest extends PlatformTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private Clauses clauses;

    @Autowired
    private RouteTargets targets;

    @Test
    void theListIsSearchedFilteredSortedAndExported() {
        Visit visit = visit("analyst-230102");
        assertThat(visit.get("/policies?kind=RELIEF").body())
                .contains("小型微利企业所得税优惠")
                .doesNotContain("绿色工厂");
        assertThat(visit.get("/policies?q=%E7%BB%BF%E8%89%B2%E5%B7%A5%E5%8E%82&field=GREEN&region=230100&state=past")
                        .body())
                .doesNotContain("清洁生产");
        assertThat(visit.get("/policies?level=COUNTY&q=nothing-like-it").body()).contains("没有符合条件的条款");
        assertThat(visit.get("/policies.csv?field=JOBS&sort=title&order=desc").body())
                .contains("zhejiang-2022-stable-jobs", "稳岗就业");
    }

    @Test
    void aClauseIsShownWithItsTableItsFormulaInWordsAndItsCasesRun() {
        String page = visit("analyst-230102")
                .get("/policies/clauses/hlj-2022-digital-workshop")
                .body();
        assertThat(page)
                .contains("设备和工业软件合同额 × 10%，最高 200 万元", "谁符合", "由谁持有哪项事实", "成立")
                .doesNotContain("算得");
        ClauseVersion shown = province.as(
                "analyst-230102", () -> clauses.standing("hlj-2022-digital-workshop", LocalDate.of(2022, 6, 1)));
        String files = "/policies/clauses/" + shown.clause() + "/versions/" + shown.id();
        assertThat(visit("analyst-230102").get(files + "/folder.zip").body()).startsWith("PK");
        assertThat(visit("analyst-230102").get(files + "/model.dmn").body()).isEqualTo(shown.model());
    }

    @Test
    void anOfficerBeginsFromAShapeIsToldBesideTheFieldAndTriesIt() {
        targets.prepare();
        Visit visit = visit("policy-230102");
        visit.get("/policies/new");
        assertThat(visit.post("/policies/new", "clause", "A b", "title", "", "like", "")
                        .statusCode())
                .isEqualTo(422);
        String id = "p-" + UUID.randomUUID();
        assertThat(visit.post("/policies/new", "clause", id, "title", "小微减免", "like", "hlj-2017-new-designated-size")
                        .statusCode())
                .isEqualTo(302);
        ClauseVersion draft =
                province.as("policy-230102", () -> clauses.versions(id)).getFirst();
        String address = "/policies/clauses/" + id + "/versions/" + draft.id();
        assertThat(visit.get(address + "/edit").body()).contains("data-clause=\"分担\"", "试算");
        ObjectNode content = JSON.valueToTree(ClauseContent.of(draft));
        ((ObjectNode) content.get("clause")).put("分担", "省 60%");
        assertThat(visit.post(address + "/check", "content", content.toString(), "version", "1")
                        .body())
                .contains("&#34;field&#34;:&#34;分担&#34;", "应为 100%");
        ((ObjectNode) content.get("clause")).put("分担", "").put("发文机关", "道里区");
        assertThat(visit.post(address + "/impact", "content", content.toString(), "version", "1")
                        .body())
                .containsAnyOf("trial-result", "trial-runs");
    }
}
