package org.diaodu.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Did it work? What is measured is kept, shown with its interval and what it cannot say, and to nobody who may not see. */
@Import(SpringProvince.class)
class EffectPagesTest extends PlatformTest {

    @Autowired
    SpringProvince spring;

    @Autowired
    EffectMeasuring measuring;

    @Autowired
    Effects effects;

    @Autowired
    Cases cases;

    @Test
    void aKnownGainIsFoundWithinItsIntervalAndShownOnTheCase() {
        List<String> numbers = measured();
        CaseOutcome outcome = asSystem(() -> effects.of(cases.get(numbers.get(4))));
        assertThat(outcome).isInstanceOf(CaseOutcome.Measured.class);
        var measured = (CaseOutcome.Measured) outcome;
        assertThat(measured.periods()).isEqualTo(3);
        assertThat(measured.effect().neighbours()).isEqualTo(5);
        assertThat(measured.effect().effect().value()).isCloseTo(SpringProvince.GAIN_PP, within(6.0));
        assertThat(measured.effect().effect().lower()).isPositive();
        String page = visit("dispatcher-230000")
                .get("/dispatch/cases/" + numbers.get(4))
                .body();
        assertThat(page).contains("好于偶然所能解释", "class=\"line-own\"", "相近的未立案企业 5 家", "能说明什么，不能说明什么", "计算于", "与调度的作用分不开");
    }

    @Test
    void theCampaignIsShownByCauseUnitAndCityWithThoseThatCannotBeMeasured() {
        measured();
        Visit dispatcher = visit("dispatcher-230000");
        String page = dispatcher.get("/dispatch/campaign").body();
        assertThat(page)
                .contains("按减产原因", "订单减少", "资金紧张", "按牵头单位", "道里区工信部门", "按市地", "没有同行业、跌幅和走势相近的未立案企业", "好于偶然所能解释");
        assertThat(dispatcher.get("/dispatch/campaign?outcome=NO_NEIGHBOUR").body())
                .contains("2019-9100")
                .doesNotContain("2019-9104");
        assertThat(dispatcher.get("/dispatch/campaign.csv").body()).contains("2019-9104", "好于偶然");
        assertThat(dispatcher.get("/dispatch/campaign.xlsx").statusCode()).isEqualTo(200);
        assertThat(dispatcher.get("/dispatch/campaign/progress").headers().firstValue("HX-Refresh"))
                .contains("true");
    }

    @Test
    void pointsByLeadUnitAddUpToThoseOfAll() {
        measured();
        List<EffectGroup> groups = asSystem(() -> effects.groups("230000"));
        double all = sum(groups, EffectGroup.Kind.ALL);
        assertThat(sum(groups, EffectGroup.Kind.UNIT)).isCloseTo(all, within(1e-9));
        assertThat(sum(groups, EffectGroup.Kind.CITY)).isCloseTo(all, within(1e-9));
    }

    private static double sum(List<EffectGroup> groups, EffectGroup.Kind kind) {
        return groups.stream()
                .filter(group -> group.kind() == kind)
                .map(EffectGroup::effect)
                .mapToDouble(effect ->
                        java.util.Objects.requireNonNull(effect).provincePp().value())
                .sum();
    }

    @Test
    void whatStandsIsNotMeasuredAgain() {
        measured();
        assertThat(measuring.measureWhatChanged()).isZero();
    }

    @Test
    void aCountySeesItsOwnCasesAndGroupsOnly() {
        List<String> numbers = measured();
        Visit county = visit("dispatcher-230103");
        String page = county.get("/dispatch/campaign").body();
        assertThat(page).contains(numbers.get(4)).doesNotContain(numbers.get(3), numbers.get(5), "道里区工信部门");
        assertThat(inScopeOf("dispatcher-230103", () -> effects.groups("230000")))
                .isEmpty();
        assertThat(county.get("/dispatch/campaign?region=230100").statusCode()).isEqualTo(403);
    }

    @Test
    void againstFewerThanThreeEnterprisesNothingIsToldOutsideTheProvince() {
        List<String> numbers = measured();
        asSystem(() -> jdbc.sql(
                        "update effect set neighbours = 2 where case_id = (select id from dispatch_case where number = :n)")
                .param("n", numbers.get(7))
                .update());
        assertThat(inScopeOf("dispatcher-230103", () -> effects.of(cases.get(numbers.get(7)))))
                .isInstanceOf(CaseOutcome.Withheld.class);
        assertThat(visit("dispatcher-230103")
                        .get("/dispatch/cases/" + numbers.get(7))
                        .body())
                .contains("对照企业不足三家")
                .doesNotContain("line-matched");
        assertThat(inScopeOf("dispatcher-230000", () -> effects.of(cases.get(numbers.get(7)))))
                .isInstanceOf(CaseOutcome.Measured.class);
    }

    private List<String> measured() {
        List<String> numbers = spring.load();
        measuring.measureWhatChanged();
        return numbers;
    }
}
