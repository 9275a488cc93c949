package org.diaodu.server.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.diaodu.server.access.Denied;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.testing.Visit;
import org.diaodu.standards.SizeClass;
import org.junit.jupiter.api.Test;

/** Enterprises handed over from one leader to another, at once or on a later day. */
class HandOverTest extends PairingDesk {

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
}
