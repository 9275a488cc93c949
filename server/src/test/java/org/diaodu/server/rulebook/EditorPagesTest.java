package org.diaodu.server.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.RouteTargets;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The pages of rules as a browser asks for them. */
class EditorPagesTest extends PlatformTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private Rulebook rulebook;

    @Autowired
    private RuleDrafts drafts;

    @Autowired
    private RouteTargets targets;

    @Test
    void theListFindsFiltersSortsAndExports() {
        Visit visit = visit("leader-230102");
        assertThat(visit.get("/rules?q=tier").body()).contains("rule-enterprise-tier").doesNotContain("rule-size-class");
        assertThat(visit.get("/rules?q=nothing-like-it").body()).contains("没有符合条件的规则");
        assertThat(visit.get("/rules?day=2016-01-01").body()).contains("没有有效版本");
        assertThat(visit.get("/rules.csv?sort=rows&order=desc").body()).contains("enterprise-tier", "2015-01-01");
        assertThat(visit.get("/rules/enterprise-tier").body()).contains("≥ 10,000,000", "百亿级", "10／10 个成立");
        assertThat(visit.get("/rules/enterprise-tier?day=2014-01-01").statusCode()).isEqualTo(404);
    }

    @Test
    void oneCaseIsAnsweredWithItsReasonsOnThePageAndInTheApi() {
        Visit visit = visit("analyst-230102");
        String page = visit.get("/rules/size-class/ask?asked=1&in.%E4%BB%8E%E4%B8%9A%E4%BA%BA%E5%91%98=299&in.%E8%90%A5%E4%B8%9A%E6%94%B6%E5%85%A5=50000")
                .body();
        assertThat(page).contains("小型", "命中第 3 行", "+1");
        assertThat(visit.get("/rules/size-class/ask?asked=1&in.%E4%BB%8E%E4%B8%9A%E4%BA%BA%E5%91%98=many").body())
                .contains("error-summary");
        String json = visit.get("/api/rules/size-class/answer?day=2022-01-01&%E4%BB%8E%E4%B8%9A%E4%BA%BA%E5%91%98=300&%E8%90%A5%E4%B8%9A%E6%94%B6%E5%85%A5=20000")
                .body();
        assertThat(json).contains("\"answer\":\"中型\"", "\"matched\":[2]");
        assertThat(visit.get("/api/rules/size-class/answer?day=2017-01-01").statusCode()).isEqualTo(404);
    }

    @Test
    void anEnterpriseIsAskedForWithinOnesOwnUnit() {
        targets.prepare();
        String code = org.diaodu.standards.CreditCode.made("230102", 9_102).value();
        assertThat(visit("analyst-230102").get("/rules/enterprise-tier/ask?enterprise=" + code).body())
                .contains("示例企业9102");
        assertThat(visit("analyst-230103").get("/rules/enterprise-tier/ask?enterprise=" + code).body())
                .doesNotContain("示例企业9102")
                .contains("没有统一社会信用代码");
    }

    @Test
    void aDraftIsCheckedWhileItIsTypedAndNothingIsSaved() {
        targets.prepare();
        Edition draft = draftOf("light-target");
        Visit visit = visit("analyst-230000");
        visit.get(address(draft) + "/edit");
        ObjectNode content = content(draft);
        ArrayNode rows = (ArrayNode) content.get("tables").get(0).get("rows");
        ((ArrayNode) rows.get(0).get("inputs")).set(0, JSON.getNodeFactory().stringNode(">= oops("));
        HttpResponse<String> answer = visit.post(address(draft) + "/check", "content", content.toString(), "version", "1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("data-check", "ERROR", "第 1 行");
        assertThat(inScopeOf("analyst-230000", () -> rulebook.edition("light-target", draft.id()))
                        .model())
                .isEqualTo(draft.model());
        assertThat(visit.post(address(draft) + "/check", "content", "{", "version", "1").statusCode())
                .isEqualTo(400);
        discard(draft);
    }

    @Test
    void whoChangesSideIsCountedWithinTheRegister() {
        targets.prepare();
        Edition draft = draftOf("enterprise-tier");
        Visit visit = visit("analyst-230000");
        visit.get(address(draft) + "/edit");
        HttpResponse<String> same =
                visit.post(address(draft) + "/impact", "content", content(draft).toString(), "version", "1");
        assertThat(same.body()).contains("data-changes=\"0\"");
        Edition unbound = draftOf("light-appeal");
        assertThat(visit.post(address(unbound) + "/impact", "content", content(unbound).toString(), "version", "1")
                        .body())
                .contains("没有绑定企业数据");
        discard(draft);
        discard(unbound);
    }

    @Test
    void theFolderAndTheModelAreDownloaded() {
        Edition edition = inScopeOf("analyst-230000", () -> rulebook.asOf("size-class", LocalDate.of(2022, 1, 1)));
        Visit visit = visit("analyst-230102");
        assertThat(visit.get(address(edition) + "/model.dmn").body()).isEqualTo(edition.model());
        assertThat(visit.get(address(edition) + "/folder.zip").body()).startsWith("PK");
    }

    private Edition draftOf(String rule) {
        long id = inScopeOf("analyst-230000", () -> rulebook.asOf(rule, LocalDate.of(2022, 1, 1))).id();
        return province.as("analyst-230000", () -> drafts.begin(rule, id));
    }

    private void discard(Edition draft) {
        province.as("analyst-230000", () -> {
            drafts.discard(draft.rule(), draft.id());
            return true;
        });
    }

    private static ObjectNode content(Edition draft) {
        return JSON.valueToTree(DraftContent.of(draft));
    }

    private static String address(Edition edition) {
        return "/rules/" + edition.rule() + "/versions/" + edition.id();
    }

    @Test
    void everyShippedTableIsReadAndWrittenWithoutAChange() {
        List<Rulebook.Line> lines = inScopeOf("analyst-230000", () -> rulebook.lines(LocalDate.of(2022, 4, 25)));
        for (Rulebook.Line line : lines) {
            if (line.now().preset() == null) continue;
            DraftContent content = DraftContent.of(line.now());
            String again = content.model(line.now().rule(), line.now().model());
            assertThat(again).as(line.now().rule()).isEqualTo(line.now().model());
            assertThat(Map.of("csv", content.cases().csv().strip()))
                    .as(line.now().rule())
                    .isEqualTo(Map.of("csv", line.now().cases().strip()));
        }
    }
}
