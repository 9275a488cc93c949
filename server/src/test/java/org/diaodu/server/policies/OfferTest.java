package org.diaodu.server.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an enterprise of Harbin reads on its page and what programs are answered: output grew from 200 to 290 million yuan. */
class OfferTest extends PlatformTest {

    private static final GrownEnterprise GROWN = new GrownEnterprise(9_150);
    private static final long ENTERPRISE = GROWN.id();
    private static final String COUNTY = GrownEnterprise.COUNTY;
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void anEnterpriseThatGrew() {
        GROWN.make(jdbc, province, transactions);
    }

    private Visit clerk() {
        return visit(GROWN.clerk());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Growth of 90 million is 20 + 3 × 10, that is 500 000 yuan. */
    @Test
    void anEnterpriseReadsWhatItIsDueAndWhy() {
        String page = clerk().get("/policies/mine").body();
        assertThat(page)
                .contains("规上制造业增产阶梯奖励")
                .contains("可得 50 万元：因为行业门类为C，规上工业企业，产值增量 9,000 万元")
                .contains("还缺一项材料或数据")
                .doesNotContain("entitlements.");
    }

    @Test
    void theCalculatorSaysWhatChangesAndWhereTheNextStepIs() {
        String asked = "/policies/mine/what-if?" + encoded("fact.本年产值") + "=31000";
        HttpResponse<String> answer = clerk().get(asked);
        assertThat(answer.body())
                .contains("60 万元")
                .contains("+10 万元")
                .contains("附近的台阶")
                .contains("再增加 2,000 万元");
        assertThat(clerk().get("/policies/mine/what-if?" + encoded("fact.本年产值") + "=x")
                        .statusCode())
                .isEqualTo(422);
        assertThat(clerk().get("/policies/mine").body()).contains("可得 50 万元"); // nothing was kept
    }

    @Test
    void whatOnlyTheEnterpriseKnowsItDeclaresItself() {
        Visit clerk = clerk();
        assertThat(clerk.get("/policies/mine").body()).contains("细分市场年限");
        String subject = GROWN.code();
        assertThat(clerk.post("/policies/mine/facts", "subject", subject, "fact", "细分市场年限", "value", "long")
                        .statusCode())
                .isEqualTo(422);
        assertThat(clerk.post("/policies/mine/facts", "subject", subject, "fact", "细分市场年限", "value", "5")
                        .statusCode())
                .isEqualTo(302);
        assertThat(asSystem(() -> jdbc.sql("""
                        select value || ' ' || declared || ' ' || entered_by from policy_fact
                        where enterprise_id = :id and name = '细分市场年限'
                        """)
                        .param("id", ENTERPRISE)
                        .query(String.class)
                        .single()))
                .isEqualTo("5 true " + GROWN.clerk());
        assertThat(clerk.post("/policies/mine/facts", "subject", subject, "fact", "本年产值", "value", "5")
                        .statusCode())
                .isEqualTo(422); // it is known, and an office holds it
    }

    @Test
    void anotherEnterpriseIsNobodysToSeeButItsRegions() {
        assertThat(visit("leader-" + COUNTY).get("/policies/of/" + ENTERPRISE).statusCode())
                .isEqualTo(200);
        assertThat(visit("leader-230103").get("/policies/of/" + ENTERPRISE).statusCode())
                .isEqualTo(404);
        assertThat(clerk().get("/policies/of/" + ENTERPRISE).statusCode()).isEqualTo(403);
        assertThat(clerk().get("/api/policies/match?enterprise=9103").statusCode())
                .isEqualTo(404);
    }

    @Test
    void programsAreAnsweredWithAmountsReasonsAndTheBestBundle() {
        JsonNode json = JSON.readTree(clerk().get("/api/policies/match?lang=en").body());
        JsonNode due = json.get("entitled").get(0);
        assertThat(due.get("clause").asString()).isEqualTo("harbin-2021-output-steps");
        assertThat(due.get("amountYuan").decimalValue()).isEqualByComparingTo("500000");
        assertThat(due.get("said").asString()).startsWith("you get 500,000 yuan: because");
        assertThat(json.get("totalYuan").decimalValue()).isEqualByComparingTo("500000");
        assertThat(json.get("needsFacts")
                        .get(0)
                        .get("missing")
                        .get(0)
                        .get("holder")
                        .asString())
                .isNotEmpty();
        assertThat(json.get("day").asString())
                .isEqualTo(LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString());
    }

    @Test
    void manyAreAnsweredAtOnceAndWhoeverIsNotOnesOwnSaysSo() {
        Visit leader = visit("leader-" + COUNTY);
        String body = "{\"enterprises\": [\"" + ENTERPRISE + "\", \"9103\"], \"lang\": \"en\"}";
        HttpResponse<String> answer =
                leader.send("POST", "/api/policies/match", "application/json", body.getBytes(StandardCharsets.UTF_8));
        JsonNode results = JSON.readTree(answer.body()).get("results");
        assertThat(results.get(0).get("name").asString()).isEqualTo("示例增产企业");
        assertThat(results.get(1).get("status").asInt()).isEqualTo(404);
        HttpResponse<String> none =
                leader.send("POST", "/api/policies/match", "application/json", "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(JSON.readTree(none.body()).get("code").asString()).isEqualTo("400 · PE09");
    }

    @Test
    void oneClauseIsExplainedConditionByConditionAlsoOnOtherFigures() {
        String asked = "/api/policies/harbin-2021-output-steps/explain?lang=en&" + encoded("fact.本年产值") + "=22500";
        JsonNode json = JSON.readTree(clerk().get(asked).body());
        assertThat(json.get("verdict").asString()).isEqualTo("not-entitled");
        assertThat(json.get("said").asString()).isEqualTo("5 million yuan more of 本年产值 (to 230 million yuan)");
        assertThat(json.get("rows").get(0).get("conditions")).isNotEmpty();
        assertThat(clerk().get("/api/policies/harbin-2021-output-step/explain").statusCode())
                .isEqualTo(404);
        assertThat(clerk().get("/api/policies/harbin-2021-output-steps/explain?fact.x=1")
                        .body())
                .contains("PE04");
    }

    @Test
    void theRoutesStandInTheOpenApiDocument() {
        JsonNode paths = JSON.readTree(clerk().get("/v3/api-docs").body()).get("paths");
        assertThat(paths.propertyNames())
                .contains("/api/policies", "/api/policies/match", "/api/policies/{clause}/explain", "/api/mcp");
        assertThat(paths.get("/api/policies/match").propertyNames()).contains("get", "post");
    }
}
