package org.diaodu.server.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diaodu.server.access.Denied;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.testing.Visit;
import org.diaodu.standards.SizeClass;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who looks after whom, by rule and by hand; and who sees it. */
class PairingTest extends PairingDesk {

    @Autowired
    Proposals proposals;

    @Test
    void theRuleGivesTheLevelAndTheLeadersOfThePlaceShareEvenly() {
        paired.leader("甲", "230202");
        paired.leader("乙", "230202");
        paired.leader("丙", "230202");
        List<Long> small = paired.enterprises("230202", SizeClass.SMALL, 7);
        List<Long> large = paired.enterprises("230202", SizeClass.LARGE, 2);
        Proposal county = as("dispatcher-230202", () -> proposals.propose("230202", false));
        Map<Leader, Long> shares = county.placed().stream()
                .filter(one -> small.contains(one.enterpriseId()))
                .collect(Collectors.groupingBy(Proposal.Placed::leader, Collectors.counting()));
        assertThat(shares.values()).allMatch(count -> count == 2 || count == 3);
        assertThat(shares.keySet()).allMatch(leader -> leader.unit().code().equals("230202"));
        assertThat(county.placed().getFirst().why()).contains("重点企业，小型，企业灯数据缺失：由县级领导包联", "当时包联最少");
        assertThat(county.without().stream().map(Proposal.Without::enterpriseId))
                .as("a county pairs no leaders of the province")
                .containsAll(large);
        assertThat(as("dispatcher-230202", () -> proposals.propose("230202", false))
                        .mark())
                .as("asked again it is the same")
                .isEqualTo(county.mark());
        assertThat(as("dispatcher-230202", () -> proposals.apply("230202", false, county.mark())))
                .isInstanceOf(Outcome.Done.class);
        assertThat(as("dispatcher-230202", () -> proposals.apply("230202", false, county.mark())))
                .as("a second click finds nothing left of what it was shown")
                .isInstanceOf(Outcome.Stale.class);
        assertThat(small).allSatisfy(id -> assertThat(holding(id).how()).isEqualTo(Pairing.How.RULE));
        assertThatThrownBy(() -> as("analyst-230202", () -> proposals.propose("", false)))
                .isInstanceOf(Denied.class);
    }

    @Test
    void byHandTheEarlierPairingEndsAndIsKept() {
        long one = paired.enterprises("230102", SizeClass.SMALL, 1).getFirst();
        long first = paired.leader("先", "230102");
        long second = paired.leader("后", "230102");
        String dispatcher = "dispatcher-230102";
        assertThat(as(dispatcher, () -> steps.assign(one, 0, first, ""))).isInstanceOf(Outcome.Faulty.class);
        assertThat(as(dispatcher, () -> steps.assign(one, 0, first, "首次"))).isInstanceOf(Outcome.Done.class);
        long pairing = holding(one).id();
        assertThat(as(dispatcher, () -> steps.assign(one, 0, second, "重复"))).isInstanceOf(Outcome.Stale.class);
        assertThat(as(dispatcher, () -> steps.assign(one, pairing, second, "分工调整")))
                .isInstanceOf(Outcome.Done.class);
        List<Pairing> history = as(dispatcher, () -> enterprises.history(one));
        assertThat(history.stream().map(entry -> entry.leader().name())).containsExactly("后", "先");
        assertThat(history.getLast().until()).isEqualTo(clock.today());
        assertThat(history.getLast().endedWhy()).isEqualTo("分工调整");
        assertThat(as(dispatcher, () -> enterprises.timeline(one)).stream().map(PairingEvent::words))
                .containsExactly("后（副职）。分工调整", "先（副职）。首次");
        assertThatThrownBy(() -> as("dispatcher-230103", () -> steps.assign(one, pairing, second, "外县")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> as("leader-230102", () -> steps.assign(one, pairing, second, "不是专班")))
                .isInstanceOf(Denied.class);
        long provincial = paired.leader("省", "230000");
        assertThatThrownBy(() ->
                        as(dispatcher, () -> steps.assign(one, holding(one).id(), provincial, "越级")))
                .isInstanceOf(Denied.class);
    }

    @Test
    void aLeaderSeesTheOwnEnterprisesOnlyAndLogsVisitsOfThemOnly() {
        List<Long> four = paired.enterprises("230102", SizeClass.SMALL, 2);
        long mine = four.getFirst();
        long others = four.getLast();
        long self = paired.leaderOf("officer-230102", "230102");
        long other = paired.leader("别人", "230102");
        as("dispatcher-230102", () -> List.of(steps.assign(mine, 0, self, "分工"), steps.assign(others, 0, other, "分工")));
        assertThat(as("officer-230102", () -> enterprises.own()).stream().map(PairedEnterprise::id))
                .contains(mine)
                .doesNotContain(others);
        assertThat(as("officer-230102", () -> visits.log(mine, form("见了厂长", "情况正常", "对接银行\n办通行证"))))
                .isInstanceOf(Visits.Logged.Done.class);
        assertThatThrownBy(() -> as("officer-230102", () -> visits.log(others, form("x", "y", ""))))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> as("leader-230102", () -> visits.log(mine, form("x", "y", ""))))
                .isInstanceOf(Denied.class);
        String count = "select count(*) from pairing_visit where enterprise_id = " + mine;
        assertThat(number("officer-230102", count)).isEqualTo(1);
        assertThat(number("analyst-230100", count)).isEqualTo(1);
        for (String user : List.of("officer-230103", "analyst-230103", "leader-230200", "system-admin-230000")) {
            assertThat(number(user, count)).as(user).isZero();
        }
        String clerk = province.clerk(mine, "230102");
        assertThat(number(clerk, count))
                .as("what was noted is not for the enterprise")
                .isZero();
        assertThat(number(clerk, "select count(*) from pairing where enterprise_id = " + mine))
                .isEqualTo(1);
        assertThat(number(clerk, "select count(*) from pairing where enterprise_id = " + others))
                .isZero();
    }

    @Test
    void theDispatchersPagesShowFilterAndExport() {
        long one = paired.enterprises("230103", SizeClass.SMALL, 1).getFirst();
        long leader = paired.leader("名册测试", "230103");
        as("dispatcher-230103", () -> steps.assign(one, 0, leader, "分工"));
        Visit dispatcher = visit("dispatcher-230103");
        assertThat(dispatcher
                        .get("/pairing?q=名册测试".replace("名册测试", "%E5%90%8D%E5%86%8C"))
                        .body())
                .contains("名册测试", "尚未走访", "共 1 家");
        assertThat(dispatcher.get("/pairing.csv?leader=" + leader).body()).contains("名册测试", "统一社会信用代码");
        assertThat(dispatcher.get("/pairing/coverage?days=30").statusCode()).isEqualTo(200);
        assertThat(dispatcher.get("/pairing/leaders").body()).contains("名册测试", "移交");
        assertThat(dispatcher.get("/pairing/leaders/" + leader + "/handover").body())
                .contains("移交 名册测试 包联的 1 家企业");
        var stale = dispatcher.post(
                "/pairing/leaders/" + leader + "/handover",
                "mark",
                "old",
                "to",
                "0",
                "day",
                "2026-01-01",
                "note",
                "留言");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("情况已有变化", "留言");
        assertThat(dispatcher.get("/pairing/propose").body()).contains("按规则配对：预览");
        assertThat(dispatcher.get("/pairing/of/" + one).body()).contains("更换或结束", "历任包联人");
        assertThat(dispatcher
                        .post("/pairing/of/" + one + "/leader", "pairing", "0", "leader", "" + leader, "why", "我填的原因")
                        .body())
                .contains("情况已有变化", "我填的原因");
    }
}
