package org.diaodu.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.model.RuleModel;
import org.junit.jupiter.api.Test;

class NewRuleTest {

    private static final NewRule SUBSIDY = subsidy(List.of(
            List.of(">= 0.05", "-", "min(研发费用 * 0.10, 500)"),
            List.of("[0.03..0.05)", "true", "min(研发费用 * 0.08, 300)")));

    private static NewRule subsidy(List<List<String>> rows) {
        return new NewRule(
                "rd-subsidy",
                "研发投入补助",
                "示例政策第1条",
                LocalDate.of(2022, 1, 1),
                "补助金额",
                "UNIQUE",
                List.of(
                        NewRule.Item.parse("研发费用: number(14,2)", ""),
                        NewRule.Item.parse("营业收入：number(14, 2)", ""),
                        NewRule.Item.parse("高新技术企业: boolean", "")),
                List.of("研发费用 / 营业收入", "高新技术企业"),
                List.of(NewRule.Item.parse("number(14,2)", "补助金额")),
                rows);
    }

    @Test
    void theModelOfANewRuleAnswersAsItsTableSays() {
        RuleModel model = RuleModel.of("model.dmn", SUBSIDY.model().getBytes(StandardCharsets.UTF_8));

        assertThat(model.remarks()).isEmpty();
        assertThat(model.evaluate(
                                "补助金额",
                                Map.of(
                                        "研发费用", new BigDecimal("30"),
                                        "营业收入", new BigDecimal("1000"),
                                        "高新技术企业", true))
                        .value())
                .isEqualTo(new BigDecimal("2.40"));
    }

    @Test
    void theThreeFilesAreReadBackAsAVersionThatMayBePublished() {
        String cases = SUBSIDY.cases() + "高企百分之三,30,1000,true,2.4\n强度百分之五,50,1000,false,5\n";

        RuleVersion version = RuleVersion.of(
                "rd-subsidy",
                SUBSIDY.model().getBytes(StandardCharsets.UTF_8),
                SUBSIDY.clause(Instant.parse("2022-01-02T03:04:05Z")),
                cases.getBytes(StandardCharsets.UTF_8));

        assertThat(version.clause().validFrom()).isEqualTo(LocalDate.of(2022, 1, 1));
        Review review = Review.of(version);
        assertThat(review.publishable()).isTrue();
        assertThat(Objects.requireNonNull(review.cases()).allHold()).isTrue();
        assertThat(Objects.requireNonNull(review.cases()).coversEveryRow()).isTrue();
    }

    @Test
    void aRowWithTooFewCellsIsRefusedWithItsNumber() {
        assertThatThrownBy(() -> subsidy(List.of(List.of(">= 0.05", "-"))))
                .isInstanceOf(RuleFault.class)
                .hasMessageContaining("row 1 has 2 cells; it needs 3");
    }

    @Test
    void anInputWithoutAKnownTypeIsRefusedWithTheFormToUse() {
        assertThatThrownBy(() -> NewRule.Item.parse("营业收入: money", ""))
                .isInstanceOf(RuleFault.class)
                .hasMessageContaining("name: type");
    }

    @Test
    void whatWouldBeMarkupInXmlStaysText() {
        NewRule rule =
                subsidy(List.of(List.of("< 0.05", "true", "1"), List.of(">= 0.05", "-", "if 研发费用 < 1 then 2 else 3")));

        RuleModel model = RuleModel.of("model.dmn", rule.model().getBytes(StandardCharsets.UTF_8));

        assertThat(model.remarks()).isEmpty();
    }
}
