package org.diaodu.server.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Denied;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.cockpit.CockpitTile;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.diaodu.standards.SizeClass;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Who looks after whom: by rule, by hand, handed over, visited; and who sees it. */
@Import(PairedProvince.class)
class PairingTest extends PlatformTest {

    @Autowired
    VisitCounts counts;

    @Autowired
    PairedProvince paired;

    @Autowired
    Proposals proposals;

    @Autowired
    PairingSteps steps;

    @Autowired
    PairedEnterprises enterprises;

    @Autowired
    Leaders leaders;

    @Autowired
    Visits visits;

    @Autowired
    Explanations explanations;

    @Autowired
    Coverage coverage;

    @Autowired
    BusinessClock clock;

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
    void oneOfTwoHandOversAtOnceIsDoneAndTheOtherIsShownHowThingsAre() {
        List<Long> own = paired.enterprises("230103", SizeClass.SMALL, 5);
        long from = paired.leader("离任", "230103");
        List<Long> others = List.of(paired.leader("接任一", "230103"), paired.leader("接任二", "230103"));
        as(
                "dispatcher-230103",
                () -> own.stream().map(id -> steps.assign(id, 0, from, "分工")).toList());
        String mark = as("dispatcher-230103", () -> steps.handOver(from)).mark();
        String today = clock.today().toString();
        List<CompletableFuture<Outcome>> both = others.stream()
                .map(to -> CompletableFuture.supplyAsync(
                        () -> as("dispatcher-230103", () -> steps.handOver(from, mark, to, today, "正在谈技改贷款 <b>"))))
                .toList();
        List<Outcome> outcomes = both.stream().map(CompletableFuture::join).toList();
        assertThat(outcomes).containsExactlyInAnyOrder(new Outcome.Done(5), new Outcome.Stale());
        long winner = others.get(outcomes.indexOf(new Outcome.Done(5)));
        assertThat(own).allSatisfy(id -> {
            assertThat(holding(id).leader().id()).isEqualTo(winner);
            assertThat(holding(id).note()).isEqualTo("正在谈技改贷款 <b>");
        });
        assertThat(asSystem(() -> jdbc.sql("select count(*) from pairing where enterprise_id = any(:ids)")
                        .param("ids", own.toArray(Long[]::new))
                        .query(Long.class)
                        .single()))
                .isEqualTo(10);
        Leader left = as("dispatcher-230103", () -> leaders.get(from));
        assertThat(as("dispatcher-230103", () -> leaders.leave(from, left.version())))
                .isInstanceOf(Outcome.Done.class);
        assertThatThrownBy(() -> as("dispatcher-230103", () -> leaders.leave(winner, 0)))
                .hasMessageContaining("还包联 5 家企业");
    }

    @Test
    void aHandOverForALaterDayChangesHandsOnThatDayByItself() {
        List<Long> own = paired.enterprises("230103", SizeClass.SMALL, 2);
        long first = own.getFirst();
        String dispatcher = "dispatcher-230103";
        long from = paired.leaderOf("officer-230103", "230103");
        long to = paired.leaderOf("leader-230103", "230103");
        as(
                dispatcher,
                () -> own.stream().map(id -> steps.assign(id, 0, from, "分工")).toList());
        LocalDate day = clock.today().plusDays(10);
        Visit page = visit(dispatcher);
        assertThat(page.post(
                                "/pairing/leaders/" + from + "/handover",
                                "mark",
                                as(dispatcher, () -> steps.handOver(from)).mark(),
                                "to",
                                "" + to,
                                "day",
                                day.toString(),
                                "note",
                                "正在谈技改贷款")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/pairing/leaders?handed=2&from=" + day);
        assertThat(own).allSatisfy(id -> assertThat(holding(id).leader().id()).isEqualTo(from));
        assertThat(page.get("/pairing/leaders?handed=2&from=" + day).body()).contains("其中 2 家已定移交", "另有 2 家待接任");
        assertThat(visit("leader-230103").get("/pairing/mine").body()).contains("将由您包联的", day + " 起", "正在谈技改贷款");
        assertThat(as("officer-230103", () -> enterprises.own()).stream().map(PairedEnterprise::id))
                .containsAll(own);
        assertThatThrownBy(() -> as("leader-230103", () -> visits.log(first, form("厂长", "抢先走访", ""))))
                .isInstanceOf(Denied.class);
        assertThat(as("officer-230103", () -> visits.log(first, form("厂长", "照常走访", ""))))
                .isInstanceOf(Visits.Logged.Done.class);
        Leader leaving = as(dispatcher, () -> leaders.get(from));
        assertThat(leaving.toHandOver()).isZero();
        assertThatThrownBy(() -> as(dispatcher, () -> leaders.leave(from, leaving.version())))
                .hasMessageContaining("PR15");

        pass(own, 10);
        assertThat(own).allSatisfy(id -> {
            assertThat(holding(id).leader().id()).isEqualTo(to);
            assertThat(holding(id).since()).isEqualTo(clock.today());
            assertThat(holding(id).note()).isEqualTo("正在谈技改贷款");
        });
        assertThatThrownBy(() -> as("officer-230103", () -> visits.log(first, form("厂长", "已经移交", ""))))
                .as("who handed over no longer sees it")
                .isInstanceOf(Problem.class);
        assertThat(number("officer-230103", "select count(*) from pairing_visit where enterprise_id = " + first))
                .isZero();
        assertThat(as("leader-230103", () -> visits.log(first, form("厂长", "接任走访", ""))))
                .isInstanceOf(Visits.Logged.Done.class);
        assertThat(as(dispatcher, () -> leaders.leave(from, leaving.version()))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whatIsDecidedForOneEnterpriseMeanwhileDropsItsHandOverAndAMistakeIsHandedBack() {
        List<Long> own = paired.enterprises("230103", SizeClass.SMALL, 2);
        String dispatcher = "dispatcher-230103";
        long from = paired.leader("将调任", "230103");
        long to = paired.leader("将接任", "230103");
        long third = paired.leader("临时", "230103");
        as(
                dispatcher,
                () -> own.stream().map(id -> steps.assign(id, 0, from, "分工")).toList());
        String day = clock.today().plusDays(3).toString();
        String tooFar = clock.today().plusYears(1).plusDays(1).toString();
        String mark = as(dispatcher, () -> steps.handOver(from)).mark();
        assertThat(as(dispatcher, () -> steps.handOver(from, mark, to, tooFar, "")))
                .isEqualTo(Outcome.fault("day", "pairing.fault.handover.day"));
        assertThat(as(dispatcher, () -> steps.handOver(from, mark, to, day, "")))
                .isEqualTo(new Outcome.Done(2));
        assertThat(as(dispatcher, () -> steps.handOver(from, mark, to, day, "")))
                .as("the second click")
                .isInstanceOf(Outcome.Stale.class);
        long one = own.getFirst();
        long shown = holding(one).id();
        assertThat(as(dispatcher, () -> steps.assign(one, shown, third, "专人负责")))
                .isInstanceOf(Outcome.Done.class);
        String back = as(dispatcher, () -> steps.handOver(to)).mark();
        assertThat(as(dispatcher, () -> steps.handOver(to, back, from, day, "定错了")))
                .isEqualTo(new Outcome.Done(1));
        pass(own, 3);
        assertThat(holding(one).leader().id()).isEqualTo(third);
        assertThat(holding(own.getLast()).leader().id()).isEqualTo(from);
    }

    /** By hand and by hand-over, for today and for later, from two desks at once: on every day one looks after it, or none. */
    @Test
    void whateverIsDecidedOnNoDayTwoLookAfterAnEnterprise() {
        List<Long> own = paired.enterprises("230103", SizeClass.SMALL, 3);
        List<Long> people = Stream.of("甲", "乙", "丙")
                .map(name -> paired.leader(name, "230103"))
                .toList();
        as(
                "dispatcher-230103",
                () -> own.stream()
                        .map(id -> steps.assign(id, 0, people.getFirst(), "分工"))
                        .toList());
        List<CompletableFuture<Integer>> desks = Stream.of(3L, 17L)
                .map(seed -> CompletableFuture.supplyAsync(() -> decide(own, people, new Random(seed))))
                .toList();
        assertThat(desks.stream().mapToInt(CompletableFuture::join).sum())
                .as("decided")
                .isGreaterThan(10);
        assertThat(asSystem(() -> jdbc.sql("""
                        select count(*) from generate_series(:today::date - 3, :today::date + 40, interval '1 day') as d(day)
                        cross join unnest(:ids::bigint[]) as e(id)
                        where (select count(*) from pairing p where p.enterprise_id = e.id and p.since <= d.day
                               and (p.until is null or p.until > d.day)) > 1
                        """)
                        .param("today", clock.today())
                        .param("ids", own.toArray(Long[]::new))
                        .query(Long.class)
                        .single()))
                .isZero();
        assertThat(asSystem(() -> jdbc.sql("""
                        select count(*) from pairing p where p.enterprise_id = any(:ids) and p.until is null
                        """)
                        .param("ids", own.toArray(Long[]::new))
                        .query(Long.class)
                        .single()))
                .as("nobody is left without, as nothing was ended")
                .isEqualTo(own.size());
    }

    private int decide(List<Long> own, List<Long> people, Random random) {
        int done = 0;
        for (int i = 0; i < 40; i++) {
            long person = people.get(random.nextInt(people.size()));
            long other = people.get(random.nextInt(people.size()));
            String day = clock.today().plusDays(random.nextInt(30)).toString();
            try {
                Outcome outcome;
                if (random.nextInt(3) == 0) {
                    String mark = as("dispatcher-230103", () -> steps.handOver(person))
                            .mark();
                    outcome = as("dispatcher-230103", () -> steps.handOver(person, mark, other, day, ""));
                } else {
                    long one = own.get(random.nextInt(own.size()));
                    long shown = holding(one).id();
                    outcome = as("dispatcher-230103", () -> steps.assign(one, shown, other, "调整"));
                }
                if (outcome instanceof Outcome.Done(int count) && count > 0) done++;
            } catch (Problem somebodyElseCameFirst) {
                assertThat(somebodyElseCameFirst.explanation().status()).isEqualTo(409);
            }
        }
        return done;
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
    void aVisitSentTwiceIsLoggedOnceAndWhatCameOfItIsTickedOffOnce() {
        long mine = paired.enterprises("230102", SizeClass.SMALL, 1).getFirst();
        long self = paired.leaderOf("leader-230102", "230102");
        as("dispatcher-230102", () -> steps.assign(mine, 0, self, "分工"));
        VisitForm form = form("总经理 👷", "=HYPERLINK(\"x\") <script>", "核实供气计划");
        assertThat(as("leader-230102", () -> visits.log(mine, form)))
                .isEqualTo(as("leader-230102", () -> visits.log(mine, form)));
        var seen = as("leader-230102", () -> visits.of(mine));
        assertThat(seen).hasSize(1);
        FollowUp one = seen.getFirst().followUps().getFirst();
        assertThat(as("leader-230102", () -> visits.finish(mine, one.id(), one.version(), " ")))
                .isInstanceOf(Outcome.Faulty.class);
        assertThat(as("leader-230102", () -> visits.finish(mine, one.id(), one.version(), "已答复")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(as("leader-230102", () -> visits.finish(mine, one.id(), one.version(), "再答")))
                .isInstanceOf(Outcome.Stale.class);
        assertThat(as("leader-230102", () -> visits.log(mine, form("", "", ""))))
                .isEqualTo(
                        new Visits.Logged.Faulty(Map.of("met", "pairing.fault.met", "notes", "pairing.fault.notes")));
        var tomorrow = new VisitForm(
                UUID.randomUUID().toString(), clock.today().plusDays(1).toString(), "x", "y".repeat(4001), "", "soon");
        assertThat(((Visits.Logged.Faulty) as("leader-230102", () -> visits.log(mine, tomorrow))).faults())
                .containsKeys("day", "notes", "due");
    }

    @Test
    void anExplanationReachesTheEnterpriseOnceAndNobodyElses() {
        List<Long> two = paired.enterprises("230102", SizeClass.SMALL, 2);
        long mine = two.getFirst();
        long self = paired.leaderOf("leader-230102", "230102");
        String clerk = province.clerk(mine, "230102");
        String other = province.clerk(two.getLast(), "230102");
        as("dispatcher-230102", () -> steps.assign(mine, 0, self, "分工"));
        String form = UUID.randomUUID().toString();
        Supplier<Outcome> send =
                () -> explanations.send(mine, form, "留抵退税", "符合条件的可申请退税。", "https://example.gov.cn/tax");
        assertThat(as("leader-230102", send)).isInstanceOf(Outcome.Done.class);
        assertThat(as("leader-230102", send)).isInstanceOf(Outcome.Done.class);
        Visit page = visit(clerk);
        assertThat(page.get("/pairing/ours").body())
                .containsOnlyOnce("<h3>留抵退税</h3>")
                .contains("领导leader-230102", "https://example.gov.cn/tax");
        assertThat(page.get("/notices").body()).containsOnlyOnce("政策解读：留抵退税");
        assertThat(visit(other).get("/pairing/ours").body()).doesNotContain("留抵退税");
        assertThat(as("leader-230102", () -> explanations.send(mine, form, "x", "y", "javascript:alert(1)")))
                .isEqualTo(Outcome.fault("link", "pairing.fault.link"));
    }

    @Test
    void coverageCountsFromTheLastVisitOrFromThePairing() {
        List<Long> three = paired.enterprises("230202", SizeClass.SMALL, 3);
        long self = paired.leaderOf("leader-230202", "230202");
        as(
                "dispatcher-230202",
                () -> three.stream().map(id -> steps.assign(id, 0, self, "分工")).toList());
        LocalDate today = clock.today();
        asSystem(() -> jdbc.sql("update pairing set since = :since where enterprise_id = any(:ids)")
                .param("since", today.minusDays(100))
                .param("ids", three.toArray(Long[]::new))
                .update());
        logged(three.get(0), today.minusDays(10));
        logged(three.get(1), today.minusDays(60));
        Coverage.Line line = as("leader-230202", () -> coverage.byLeader(60)).stream()
                .filter(one -> one.key().equals("" + self))
                .findFirst()
                .orElseThrow();
        assertThat(line.enterprises()).isEqualTo(3);
        assertThat(line.never()).isEqualTo(1);
        assertThat(line.overdue()).as("60 and 100 days").isEqualTo(2);
        assertThat(line.oldest()).isEqualTo(today.minusDays(100));
        var list = new PairingFilter("", "230202", "", "" + self, "true", "60", "");
        assertThat(as("leader-230202", () -> enterprises.page(list, PairingOrder.VISIT, false, 1, 50)).stream()
                        .map(PairedEnterprise::id))
                .containsExactly(three.get(2), three.get(1));
        logged(three.get(0), today);
        List<CockpitTile> tiles =
                as("leader-230202", () -> counts.tiles(Callers.current().ownUnit()));
        assertThat(tiles).extracting(CockpitTile::key).containsExactly("visited", "unvisited");
        assertThat(tiles.getLast().figure()).isGreaterThanOrEqualTo(100);
        for (CockpitTile tile : tiles) {
            String shown = visit("leader-230202").get(tile.href()).body();
            if (tile.key().equals("visited")) assertThat(shown).contains("共 " + tile.figure() + " 家");
            else assertThat(shown).contains("<td class=\"num\">" + tile.figure() + "</td>");
        }
        assertThat(as("leader-230103", () -> counts.tiles(Callers.current().ownUnit()))
                        .getFirst()
                        .note())
                .as("another county counts its own")
                .isNotEqualTo(tiles.getFirst().note());
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

    private void logged(long enterprise, LocalDate day) {
        var form = new VisitForm(UUID.randomUUID().toString(), day.toString(), "厂长", "正常", "", "");
        as("leader-230202", () -> visits.log(enterprise, form));
    }

    private static VisitForm form(String met, String notes, String next) {
        return new VisitForm(UUID.randomUUID().toString(), "2026-01-15", met, notes, next, "");
    }

    /** Some days go by for these pairings. */
    private void pass(List<Long> enterprises, int days) {
        asSystem(() -> {
            List<Long> oldestFirst = jdbc.sql(
                            "select id from pairing where enterprise_id = any(:ids) order by since, id")
                    .param("ids", enterprises.toArray(Long[]::new))
                    .query(Long.class)
                    .list();
            for (long id : oldestFirst) {
                jdbc.sql("update pairing set since = since - :days, until = until - :days where id = :id")
                        .param("days", days)
                        .param("id", id)
                        .update();
            }
            return oldestFirst.size();
        });
    }

    private Pairing holding(long enterprise) {
        return asSystem(() -> enterprises.holding(enterprise)).orElseThrow();
    }

    private long number(String user, String sql) {
        return inScopeOf(user, () -> jdbc.sql(sql).query(Long.class).single());
    }

    private <T> T as(String user, Supplier<T> work) {
        return province.as(user, work);
    }
}
