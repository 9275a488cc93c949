package org.diaodu.server.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.server.access.Denied;
import org.diaodu.server.rulebook.RuleDrafts.Outcome;
import org.diaodu.server.rulebook.TableGrid.Line;
import org.diaodu.server.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A rule goes from draft to publication to withdrawal, and every day is judged by the version that held on it. */
class RuleLifeTest extends PlatformTest {

    private static final String ANALYST = "analyst-230000";
    private static final String LEADER = "leader-230000";

    @Autowired
    private Rulebook rulebook;

    @Autowired
    private RuleDrafts drafts;

    @Autowired
    private RuleLife life;

    @Autowired
    private RuleShelf shelf;

    @Autowired
    private Presets presets;

    @Test
    void everyShippedRuleHoldsAndIsOnTheShelf() {
        List<Rulebook.Line> lines = inScopeOf(ANALYST, () -> rulebook.lines(LocalDate.of(2022, 4, 25)));
        assertThat(lines).extracting(line -> line.now().rule()).contains("enterprise-tier", "size-class", "light-project");
        assertThat(answer("size-class", LocalDate.of(2022, 1, 1), Map.of("从业人员", new BigDecimal(300), "营业收入", new BigDecimal(20_000))))
                .isEqualTo("中型");
    }

    @Test
    void aShippedRuleComesOnceAndOverwritesNothing() {
        rule("preset-twice");
        int before = inScopeOf(ANALYST, () -> rulebook.editions("enterprise-tier")).size();
        presets.afterSingletonsInstantiated();
        assertThat(inScopeOf(ANALYST, () -> rulebook.editions("enterprise-tier"))).hasSize(before);
        Map<String, String> shipped = Map.of(
                "model.dmn", model("preset-twice", 10),
                "cases.csv", "case,营业收入,expect:档\n小,5,低\n",
                "clause.md", clause("2010-01-01"));
        asSystem(() -> {
            presets.take("preset-twice/2010-01-01", shipped);
            return true;
        });
        List<Edition> editions = inScopeOf(ANALYST, () -> rulebook.editions("preset-twice"));
        assertThat(editions).extracting(Edition::state).contains(Edition.State.DRAFT, Edition.State.PUBLISHED);
        assertThat(answer("preset-twice", LocalDate.of(2022, 1, 1), Map.of("营业收入", new BigDecimal(50))))
                .isEqualTo("低");
    }

    @Test
    void theNewVersionHoldsFromItsDayAndTheOldOneStillAnswersForDaysBefore() {
        rule("threshold");
        Instant before = Instant.now();
        long draft = changed("threshold", 200, LocalDate.of(2022, 7, 1));
        as(ANALYST, () -> life.propose("threshold", draft));
        assertThat(as(LEADER, () -> life.approve("threshold", draft, null))).isEmpty();
        Map<String, BigDecimal> middle = Map.of("营业收入", new BigDecimal(150));
        assertThat(answer("threshold", LocalDate.of(2022, 6, 30), middle)).isEqualTo("高");
        assertThat(answer("threshold", LocalDate.of(2022, 7, 1), middle)).isEqualTo("低");
        assertThat(inScopeOf(ANALYST, () -> shelf.rule("threshold")
                        .asOf(LocalDate.of(2022, 7, 1), before)
                        .answer(middle)
                        .value()))
                .as("as it was known before the change")
                .isEqualTo("高");
    }

    @Test
    void aVersionBetweenTwoOthersHoldsUntilTheLaterBegins() {
        rule("between");
        publish("between", changed("between", 300, LocalDate.of(2023, 1, 1)));
        publish("between", changed("between", 200, LocalDate.of(2022, 1, 1)));
        Map<String, BigDecimal> value = Map.of("营业收入", new BigDecimal(250));
        assertThat(answer("between", LocalDate.of(2021, 1, 1), value)).isEqualTo("高");
        assertThat(answer("between", LocalDate.of(2022, 6, 1), value)).isEqualTo("高");
        assertThat(answer("between", LocalDate.of(2023, 6, 1), value)).isEqualTo("低");
        publish("between", changed("between", 260, LocalDate.of(2022, 6, 1)));
        assertThat(answer("between", LocalDate.of(2022, 5, 31), value)).isEqualTo("高");
        assertThat(answer("between", LocalDate.of(2022, 6, 1), value)).isEqualTo("低");
    }

    @Test
    void theAuthorDoesNotApproveNorDoesACitysAnalyst() {
        rule("own-work");
        long draft = changed("own-work", 200, LocalDate.of(2022, 7, 1));
        as(ANALYST, () -> life.propose("own-work", draft));
        assertThatThrownBy(() -> as(ANALYST, () -> life.approve("own-work", draft, null)))
                .isInstanceOf(Denied.class)
                .hasMessageContaining("RB03");
        assertThatThrownBy(() -> as("analyst-230100", () -> life.approve("own-work", draft, null)))
                .isInstanceOf(Denied.class)
                .hasMessageContaining("RB02");
        as(LEADER, () -> {
            life.decline("own-work", draft, "再核一次");
            return true;
        });
        assertThat(inScopeOf(ANALYST, () -> rulebook.edition("own-work", draft)).state())
                .isEqualTo(Edition.State.DRAFT);
    }

    @Test
    void aFailingCaseAMissingDateAndAMissingSourceAreReasonsAgainstProposing() {
        rule("refused");
        long draft = changed("refused", 200, null);
        Edition stored = inScopeOf(ANALYST, () -> rulebook.edition("refused", draft));
        DraftContent content = DraftContent.of(stored);
        ClauseText without = new ClauseText("名称", "", "", "", "档", "", "");
        CaseGrid failing = new CaseGrid(content.cases().columns(), List.of(List.of("错的", "5", "高")));
        as(ANALYST, () -> drafts.save("refused", draft, new DraftContent(content.tables(), failing, without, null), 2, 2));
        List<RuleLife.Reason> against = as(ANALYST, () -> life.propose("refused", draft));
        assertThat(against).extracting(RuleLife.Reason::zh).anyMatch(text -> text.contains("依据"));
        assertThat(against).extracting(RuleLife.Reason::zh).anyMatch(text -> text.contains("生效日期"));
        assertThat(against).extracting(RuleLife.Reason::zh).anyMatch(text -> text.contains("rules.case-differs"));
    }

    @Test
    void aStaleSaveShowsBothAndLosesNeither() {
        rule("stale");
        long draft = as(ANALYST, () -> drafts.begin("stale", only("stale"))).id();
        DraftContent opened = DraftContent.of(inScopeOf(ANALYST, () -> rulebook.edition("stale", draft)));
        DraftContent first = withThreshold(opened, 120);
        DraftContent second = withThreshold(opened, 130);
        assertThat(as(ANALYST, () -> drafts.save("stale", draft, first, 1, 1))).isInstanceOf(Outcome.Saved.class);
        Outcome outcome = as(ANALYST, () -> drafts.save("stale", draft, second, 1, 1));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Stale.class, stale -> {
            assertThat(stale.differences()).anySatisfy(difference -> {
                assertThat(difference.theirs()).contains("120");
                assertThat(difference.yours()).contains("130");
            });
            assertThat(stale.theirs().rowVersion()).isEqualTo(2);
        });
        assertThat(inScopeOf(ANALYST, () -> rulebook.edition("stale", draft)).model()).contains("120");
        assertThat(as(ANALYST, () -> drafts.save("stale", draft, second, 1, 2))).isInstanceOf(Outcome.Saved.class);
        assertThat(inScopeOf(ANALYST, () -> rulebook.edition("stale", draft)).model()).contains("130");
    }

    @Test
    void withdrawingTakesTwoAndLeavesDaysWithoutAVersionWhichIsSaid() {
        rule("withdrawn");
        long id = only("withdrawn");
        as(ANALYST, () -> {
            life.askWithdrawal("withdrawn", id, "依据文件已废止");
            return true;
        });
        assertThatThrownBy(() -> as(ANALYST, () -> {
                    life.withdraw("withdrawn", id);
                    return true;
                }))
                .isInstanceOf(Denied.class);
        as(LEADER, () -> {
            life.withdraw("withdrawn", id);
            return true;
        });
        assertThatThrownBy(() -> answer("withdrawn", LocalDate.of(2022, 1, 1), Map.of()))
                .isInstanceOf(RuleFault.class)
                .hasMessageContaining("rules.no-version");
    }

    @Test
    void everyStepIsAudited() {
        rule("audited");
        publish("audited", changed("audited", 200, LocalDate.of(2022, 7, 1)));
        List<String> actions = asSystem(
                () -> jdbc.sql("select action from audit_entry where subject_type = 'rule' and subject_id like 'audited %' order by seq")
                        .query(String.class)
                        .list());
        assertThat(actions)
                .containsSubsequence("rule.draft", "rule.save", "rule.propose", "rule.end", "rule.publish");
    }

    private <T> T as(String user, java.util.function.Supplier<T> work) {
        return province.as(user, work);
    }

    private Object answer(String rule, LocalDate day, Map<String, BigDecimal> inputs) {
        return inScopeOf("analyst-230102", () -> shelf.rule(rule).asOf(day).answer(inputs).value());
    }

    /** A published rule with the threshold 100, from 2015 on. */
    private void rule(String id) {
        Edition draft = as(ANALYST, () -> drafts.found(id, new ClauseText("名称", "", "测试文件〔2015〕1号", "", "档", "", ""), model(id, 100)));
        CaseGrid cases = new CaseGrid(List.of("case", "营业收入", "expect:档"), List.of(List.of("小", "5", "低"), List.of("大", "5000", "高")));
        DraftContent content = DraftContent.of(draft);
        as(ANALYST, () -> drafts.save(
                id,
                draft.id(),
                new DraftContent(content.tables(), cases, content.clause(), LocalDate.of(2015, 1, 1)),
                1,
                1));
        publish(id, draft.id());
    }

    private void publish(String rule, long draft) {
        assertThat(as(ANALYST, () -> life.propose(rule, draft))).isEmpty();
        assertThat(as(LEADER, () -> life.approve(rule, draft, null))).isEmpty();
    }

    private long only(String rule) {
        return inScopeOf(ANALYST, () -> rulebook.asOf(rule, LocalDate.of(2030, 1, 1))).id();
    }

    /** A draft of the version that holds last, with another threshold. */
    private long changed(String rule, int threshold, @org.jspecify.annotations.Nullable LocalDate from) {
        Edition draft = as(ANALYST, () -> drafts.begin(rule, only(rule)));
        DraftContent content = withThreshold(DraftContent.of(draft), threshold);
        Outcome outcome = as(ANALYST, () -> drafts.save(
                rule, draft.id(), new DraftContent(content.tables(), content.cases(), content.clause(), from), 1, 1));
        assertThat(outcome).isInstanceOf(Outcome.Saved.class);
        return draft.id();
    }

    private static DraftContent withThreshold(DraftContent content, int threshold) {
        TableGrid table = content.tables().getFirst();
        List<Line> rows = new ArrayList<>();
        for (Line row : table.rows()) {
            String test = row.inputs().getFirst().replaceAll("\\d+", "" + threshold);
            rows.add(new Line(row.from(), List.of(test), row.outputs(), row.notes()));
        }
        TableGrid changed = new TableGrid(
                0, table.name(), table.hitPolicy(), "", table.inputs(), table.outputs(), table.notes(), rows);
        return new DraftContent(List.of(changed), content.cases(), content.clause(), content.validFrom());
    }

    private static String model(String rule, int threshold) {
        return BlankModel.of(rule, "档")
                .replaceFirst(
                        "(?s)<rule .*</rule>",
                        """
                        <rule id="r1"><inputEntry id="c1"><text>&lt; %1$d</text></inputEntry><outputEntry id="c2"><text>"低"</text></outputEntry></rule>
                        <rule id="r2"><inputEntry id="c3"><text>&gt;= %1$d</text></inputEntry><outputEntry id="c4"><text>"高"</text></outputEntry></rule>
                        """.formatted(threshold));
    }

    private static String clause(String from) {
        return """
                ---
                title: 名称
                reference: 平台预设
                valid-from: %s
                recorded-at: 2026-01-01T00:00:00+08:00
                decision: 档
                ---
                说明
                """.formatted(from);
    }
}
