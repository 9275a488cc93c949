package org.diaodu.server.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.diaodu.server.access.Denied;
import org.diaodu.server.access.Unit;
import org.diaodu.server.appeals.clock.Step;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.rulebook.CaseGrid;
import org.diaodu.server.rulebook.DraftChecks;
import org.diaodu.server.rulebook.Edition;
import org.diaodu.server.rulebook.RuleDrafts;
import org.diaodu.server.rulebook.Rulebook;
import org.diaodu.server.rulebook.TableGrid;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** "Not ours" twice for one region, subject and level makes a proposal to change the rule, which two people decide on. */
class RoutingProposalsTest extends AppealDesk {

    private static final String ANALYST = "analyst-230000";

    @Autowired
    RoutingProposals proposals;

    @Autowired
    Rulebook rulebook;

    @Autowired
    RuleDrafts drafts;

    @Autowired
    DraftChecks checks;

    @BeforeEach
    @AfterEach
    void noReturnsAndNoDraftAreLeftOver() {
        open().forEach(one -> as(ANALYST, () -> {
            proposals.reject(one.key(), "整理");
            return true;
        }));
        openDraft()
                .forEach(draft -> as(ANALYST, () -> {
                    drafts.discard(draft.rule(), draft.id());
                    return true;
                }));
        open().forEach(one -> as(ANALYST, () -> {
            proposals.reject(one.key(), "整理");
            return true;
        }));
    }

    @Test
    void twiceNotOursPutsTheRowIntoADraftOnceWithTheAppealsItComesFrom() {
        String first = returned("ORDERS", "GX-230102", "JT-230102");
        assertThat(open()).as("once is no pattern").isEmpty();
        String second = returned("ORDERS", "GX-230102", "JT-230102");
        RoutingProposal one = open().getFirst();
        assertThat(one.region()).isEqualTo("230102");
        assertThat(one.levels()).containsExactly(Unit.Level.COUNTY);
        assertThat(one.before()).isEqualTo("工信");
        assertThat(one.line()).isEqualTo("交通");
        assertThat(one.returns()).extracting(RoutingProposal.Return::number).containsExactly(first, second);
        Visit analyst = visit(ANALYST);
        assertThat(analyst.get("/rules/appeal-routing").body()).contains("提出 1 条修改建议", "/appeals/routing");
        assertThat(analyst.get("/appeals").body()).contains("分办规则修改建议（1）");
        assertThat(analyst.get("/appeals/routing").body())
                .contains(first, second, "不是我们的<b".replace("<", "&lt;"), "采纳：放进规则草稿");
        String editor = analyst.post("/appeals/routing/taken", "key", one.key())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(editor).contains("/rules/appeal-routing/versions/").endsWith("/edit");
        Edition draft = openDraft().getFirst();
        TableGrid table = as(ANALYST, () -> rulebook.tables(draft)).getFirst();
        assertThat(table.hitPolicy()).isEqualTo("FIRST");
        assertThat(table.inputs()).extracting(TableGrid.Head::text).containsExactly("事项", "层级", "地区");
        assertThat(table.rows().getFirst().inputs()).containsExactly("\"市场订单\"", "\"县\"", "\"230102\"");
        assertThat(table.rows().getFirst().outputs()).containsExactly("\"交通\"");
        assertThat(table.rows().getFirst().notes().getFirst()).contains(first, second);
        assertThat(as(ANALYST, () -> checks.of(draft)).failing())
                .as("worked cases that do not hold")
                .isZero();
        CaseGrid cases = as(ANALYST, () -> rulebook.cases(draft));
        assertThat(cases.rows().getLast()).contains("230102", "市场订单", "县", "交通");
        assertThat(open()).isEmpty();
        analyst.post("/appeals/routing/taken", "key", one.key());
        assertThat(openDraft()).as("a second click").hasSize(1);
        assertThat(as(ANALYST, () -> rulebook.tables(openDraft().getFirst()))
                        .getFirst()
                        .rows())
                .hasSameSizeAs(table.rows());
        assertThat(analyst.get("/appeals/routing").body()).contains("已采纳，见规则版本");
        as(ANALYST, () -> {
            drafts.discard(draft.rule(), draft.id());
            return true;
        });
        assertThat(open()).as("a draft thrown away gives the proposal back").hasSize(1);
    }

    @Test
    void theRowAnswersForItsRegionAndNoOther() {
        returned("ORDERS", "GX-230102", "JT-230100");
        returned("ORDERS", "GX-230102", "JT-230100");
        RoutingProposal one = open().getFirst();
        assertThat(one.levels())
                .as("up to the level of the unit that got it")
                .containsExactly(Unit.Level.COUNTY, Unit.Level.PREFECTURE);
        Edition draft = as(ANALYST, () -> proposals.accept(one.key()));
        var rule = as(ANALYST, () -> rulebook.ready(draft)).rule();
        for (String region : List.of("230102", "230103")) {
            for (Unit.Level level : List.of(Unit.Level.COUNTY, Unit.Level.PREFECTURE)) {
                Object line = rule.answer(java.util.Map.of("事项", "市场订单", "层级", level.zh(), "地区", region))
                        .value();
                assertThat(line).as(region + level).isEqualTo(region.equals("230102") ? "交通" : "工信");
            }
        }
    }

    @Test
    void turnedDownItIsRememberedAndOnlyNewReturnsMakeItAgain() {
        returned("OTHER", "GX-230102", "JT-230102");
        returned("OTHER", "GX-230102", "JT-230102");
        Visit analyst = visit(ANALYST);
        String key = open().getFirst().key();
        assertThat(analyst.post("/appeals/routing/declined", "key", key, "reason", " ")
                        .body())
                .contains("AP37");
        analyst.post("/appeals/routing/declined", "key", key, "reason", "个案<b>");
        analyst.post("/appeals/routing/declined", "key", key, "reason", "个案<b>");
        assertThat(open()).isEmpty();
        assertThat(analyst.get("/appeals/routing").body()).contains("个案&lt;b");
        returned("OTHER", "GX-230102", "JT-230102");
        assertThat(open()).as("one more is once").isEmpty();
        returned("OTHER", "GX-230102", "JT-230102");
        assertThat(open()).hasSize(1);
        assertThat(analyst.post("/appeals/routing/taken", "key", key).statusCode())
                .as("what was turned down")
                .isEqualTo(409);
    }

    @Test
    void thoseWhoDoNotEditRulesLookAndOthersDoNot() {
        returned("OTHER", "GX-230102", "JT-230102");
        returned("OTHER", "GX-230102", "JT-230102");
        String key = open().getFirst().key();
        assertThat(visit("leader-230102").get("/appeals/routing").body())
                .contains("由省级运行监测人员")
                .doesNotContain("采纳：放进规则草稿");
        assertThat(visit("analyst-230200").get("/appeals/routing").body())
                .as("another city")
                .contains("没有修改建议");
        assertThatThrownBy(() -> as("analyst-230102", () -> proposals.accept(key)))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> as(ANALYST, () -> proposals.accept("1-2"))).isInstanceOf(Problem.class);
        assertThat(visit(OFFICER).get("/appeals/routing").statusCode()).isEqualTo(403);
        assertThat(openDraft()).isEmpty();
    }

    private String returned(String subject, String from, String to) {
        String number = number(as(CLERK, () -> appeals.raise(ENTERPRISE, form(subject, "请协调。"))));
        assertThat(find(number).unit()).isEqualTo(from);
        done(OFFICER, number, Step.DISPUTED, "不是我们的<b>");
        StepForm settled = say(number, "", to);
        as(DISPATCHER, () -> steps.step(number, Step.REROUTED, settled));
        return number;
    }

    private List<RoutingProposal> open() {
        return as(ANALYST, () -> proposals.open());
    }

    private List<Edition> openDraft() {
        return as(ANALYST, () -> rulebook.editions(AppealRouting.ID)).stream()
                .filter(Edition::isOpen)
                .toList();
    }
}
